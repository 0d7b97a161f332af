/**
 * Records with their children, saved together or not at all.
 * @see "sObject Tree", REST API Developer Guide
 */
import type { ObjectDefinition } from '../../schema/model';
import { executeTransaction } from '../../jobs';
import type { BuiltOrg } from '../../org';
import { recordErrors, refusal } from '../api-error';
import { inputRecord, noSuchColumn, type RecordInput } from '../record-input';
import type { Json } from '../record-json';
import type { RecordResource } from '../records';
import { requireAllowed, saveRecords } from '../saves';

const MOST_RECORDS = 200;

/** What `composite/tree` is sent. */
export interface TreeInput {
  readonly records?: readonly TreeRecord[];
}

interface Children {
  readonly records: readonly TreeRecord[];
}

type TreeRecord = RecordInput & { readonly attributes?: { readonly type?: string; readonly referenceId?: string } };

/** One record, and which record it is a child of by which field. */
interface Node {
  readonly referenceId: string;
  readonly object: ObjectDefinition;
  readonly input: RecordInput;
  readonly parent: { readonly node: Node; readonly field: string } | null;
  id?: string;
}

/** What came of it, with the status of the answer. */
export interface TreeAnswer {
  readonly status: number;
  readonly body: Json;
}

/** Saves trees; records of one level and object are saved by one statement. */
export function saveTree(org: BuiltOrg, records: RecordResource, objectName: string, input: TreeInput): TreeAnswer {
  const nodes = (input.records ?? []).flatMap((record) => flatten(records, records.object(objectName), record, null));
  if (nodes.length === 0 || nodes.length > MOST_RECORDS) {
    throw refusal(400, 'INVALID_INPUT', `Give 1 to ${MOST_RECORDS} records.`);
  }
  const { services, user } = org;
  const options = { kind: 'TOOLING', profile: 'synchronous', user, enforceLimits: false } as const;
  try {
    executeTransaction(services, options, () => groups(nodes).forEach((group) => saveGroup(org, group)));
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return {
      status: 400,
      body: { hasErrors: true, results: [{ referenceId: error.referenceId, errors: error.errors }] }
    };
  }
  const results = nodes.map(({ referenceId, id }) => ({ referenceId, id: id ?? null }));
  return { status: 201, body: { hasErrors: false, results } };
}

function flatten(
  records: RecordResource,
  object: ObjectDefinition,
  { attributes, ...values }: TreeRecord,
  parent: Node['parent']
): Node[] {
  const fields: Record<string, unknown> = {};
  const children: [string, Children][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (isChildren(value)) children.push([name, value]);
    else fields[name] = value;
  }
  const node: Node = { referenceId: attributes?.referenceId ?? '', object, input: fields, parent };
  return [node, ...children.flatMap(([name, value]) => flattenChildren(records, node, name, value))];
}

function flattenChildren(records: RecordResource, parent: Node, relationship: string, value: Children): Node[] {
  const child = parent.object.childRelationships.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === relationship.toLowerCase()
  );
  if (!child) throw noSuchColumn(relationship, parent.object);
  const object = records.object(child.childObject);
  return value.records.flatMap((record) => flatten(records, object, record, { node: parent, field: child.field }));
}

function isChildren(value: unknown): value is Children {
  return Array.isArray((value as Partial<Children> | null)?.records);
}

/** Parents come before their children. */
function groups(nodes: readonly Node[]): Node[][] {
  const found = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = `${depthOf(node)} ${node.object.name}`;
    found.set(key, [...(found.get(key) ?? []), node]);
  }
  return [...found.entries()].sort(([a], [b]) => parseInt(a, 10) - parseInt(b, 10)).map(([, group]) => group);
}

function depthOf({ parent }: Node): number {
  return parent ? depthOf(parent.node) + 1 : 0;
}

function saveGroup(org: BuiltOrg, nodes: readonly Node[]): void {
  const records = nodes.map((node) => readNode(org, node));
  const results = saveRecords(org, 'insert', records, { allOrNone: true });
  results.forEach((result, index) => {
    const node = nodes[index] as Node;
    if (result.success) node.id = result.id ?? undefined;
  });
  const failed = results.findIndex(({ errors }) => errors.some(({ statusCode }) => !statusCode.startsWith('ALL_OR')));
  if (failed >= 0) throw new Failed((nodes[failed] as Node).referenceId, results[failed]?.errors as unknown as Json);
}

function readNode(org: BuiltOrg, { object, input, parent, referenceId }: Node): ReturnType<typeof inputRecord> {
  try {
    requireAllowed(object, 'insert');
    const link = parent ? { [parent.field]: parent.node.id } : {};
    return inputRecord(org.services.schema, object, { ...input, ...link }, null);
  } catch (error) {
    throw new Failed(referenceId, recordErrors(error));
  }
}

class Failed extends Error {
  readonly referenceId: string;
  readonly errors: Json;

  constructor(referenceId: string, errors: Json) {
    super('A record of the tree could not be saved.');
    this.referenceId = referenceId;
    this.errors = errors;
  }
}

/** Reads record-triggered flows. @see "Flow", Metadata API Developer Guide */
import { flag, nodes, readMetadata, text, type MetadataFile, type XmlNode } from '../../project/metadata-files';
import type { FlowCondition, FlowConditions, FlowDefinition, FlowElement, FlowOperand } from '../flow-model';

/** Children of a flow that are no elements of its path. */
const NO_ELEMENTS: ReadonlySet<string> = new Set(
  ['start', 'variables', 'formulas', 'constants', 'textTemplates', 'choices', 'dynamicChoiceSets', 'stages'].concat([
    'processMetadataValues',
    'environments',
    '#text'
  ])
);

/** An active record-triggered flow and its object; null for any other flow. */
export function recordTriggeredFlow(file: MetadataFile): { objectName: string; flow: FlowDefinition } | null {
  const root = readMetadata(file.path);
  const [start] = nodes(root, 'start');
  const event = start && text(start, 'recordTriggerType');
  if (text(root, 'status') !== 'Active' || !start || !event) return null;
  const flow: FlowDefinition = {
    name: file.name,
    timing: event === 'Delete' ? 'delete' : text(start, 'triggerType') === 'RecordBeforeSave' ? 'before' : 'after',
    onCreate: event.startsWith('Create'),
    onUpdate: event.endsWith('Update'),
    entry: {
      logic: text(start, 'filterLogic') ?? 'and',
      lines: nodes(start, 'filters').map((filter) => ({
        left: ['$Record', ...(text(filter, 'field') ?? '').split('.')],
        operator: text(filter, 'operator') ?? '',
        right: operand(nodes(filter, 'value')[0])
      }))
    },
    entryFormula: text(start, 'filterFormula'),
    onlyWhenMet: flag(start, 'doesRequireRecordChangedToMeetCriteria'),
    first: connected(start, 'connector'),
    elements: elementsOf(root),
    formulas: new Map(nodes(root, 'formulas').map((node) => [text(node, 'name') ?? '', text(node, 'expression') ?? '']))
  };
  return { objectName: text(start, 'object') ?? '', flow };
}

function elementsOf(root: XmlNode): Map<string, FlowElement> {
  const elements = new Map<string, FlowElement>();
  for (const what of Object.keys(root)) {
    if (NO_ELEMENTS.has(what) || what.startsWith('@')) continue;
    for (const node of nodes(root, what)) elements.set(text(node, 'name') ?? '', element(what, node));
  }
  return elements;
}

function element(what: string, node: XmlNode): FlowElement {
  if (what === 'assignments') {
    const items = nodes(node, 'assignmentItems').map((item) => ({
      target: (text(item, 'assignToReference') ?? '').split('.'),
      operator: text(item, 'operator') ?? '',
      value: operand(nodes(item, 'value')[0])
    }));
    return { kind: 'assignment', items, next: connected(node, 'connector') };
  }
  if (what !== 'decisions') return { kind: 'other', what };
  const rules = nodes(node, 'rules').map((rule) => ({
    conditions: conditions(rule),
    next: connected(rule, 'connector')
  }));
  return { kind: 'decision', rules, otherwise: connected(node, 'defaultConnector') };
}

function conditions(rule: XmlNode): FlowConditions {
  const lines = nodes(rule, 'conditions').map((line): FlowCondition => ({
    left: (text(line, 'leftValueReference') ?? '').split('.'),
    operator: text(line, 'operator') ?? '',
    right: operand(nodes(line, 'rightValue')[0])
  }));
  return { logic: text(rule, 'conditionLogic') ?? 'and', lines };
}

function connected(node: XmlNode, name: string): string | undefined {
  const [connector] = nodes(node, name);
  return connector && text(connector, 'targetReference');
}

function operand(node: XmlNode | undefined): FlowOperand {
  if (!node) return { kind: 'null' };
  const [name] = Object.keys(node).filter((key) => !/^[#@]/.test(key));
  const value = name === undefined ? '' : (text(node, name) ?? '');
  switch (name) {
    case 'stringValue':
      return { kind: 'text', text: value };
    case 'numberValue':
      return { kind: 'number', text: value };
    case 'booleanValue':
      return { kind: 'boolean', value: value === 'true' };
    case 'elementReference':
      return { kind: 'reference', path: value.split('.') };
    default:
      return { kind: 'other', name: name ?? 'nothing' };
  }
}

/** Values of `:name` in dynamic SOQL. */
import { withBindScope } from '../../platform/data/bind-scope';
import { SObjectRecord } from '../../records/sobject-record';
import { metadataOf } from './class-metadata';

/** Runs a dynamic query; `find` gives the value of a variable by lower-case name, undefined when there is none. */
export function withBinds<T>(find: (name: string) => unknown, run: () => T): T {
  return withBindScope((text) => valueOfPath(find, text), run);
}

/** `record.Field` and `object.field` are followed from the variable they begin with. */
function valueOfPath(find: (name: string) => unknown, text: string): unknown {
  const [first, ...rest] = text.split('.').map((part) => part.trim());
  let value = find(first!.toLowerCase());
  for (const name of rest) value = memberOf(value, name);
  return value;
}

function memberOf(value: unknown, name: string): unknown {
  if (value instanceof SObjectRecord) return value.get(canonicalName(value, name));
  if (typeof value !== 'object' || value === null) return undefined;
  const lower = name.toLowerCase();
  const field = metadataOf(value)?.fields.find((candidate) => candidate.name.toLowerCase() === lower);
  return field?.read?.(value);
}

function canonicalName(record: SObjectRecord, name: string): string {
  const lower = name.toLowerCase();
  const { fields } = record.definition;
  const parent = [...fields.values()].find((field) => field.relationshipName?.toLowerCase() === lower);
  return fields.get(lower)?.name ?? parent?.relationshipName ?? name;
}

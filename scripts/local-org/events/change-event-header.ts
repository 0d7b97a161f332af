/**
 * `EventBus.ChangeEventHeader` as a value; change events themselves are not modelled.
 * @see "ChangeEventHeader Fields", Change Data Capture Developer Guide; "ChangeEventHeader Class", Apex Reference Guide
 */
import { definePlatformType, type Implementation } from '../declarations/define';

/** The fields with their types, as the guide lists them. */
const FIELDS: Readonly<Record<string, string>> = {
  changedFields: 'List<String>',
  changeOrigin: 'String',
  changeType: 'String',
  commitNumber: 'Long',
  commitTimestamp: 'Long',
  commitUser: 'String',
  diffFields: 'List<String>',
  entityName: 'String',
  nulledFields: 'List<String>',
  recordIds: 'List<String>',
  sequenceNumber: 'Integer',
  transactionKey: 'String'
};

class ChangeEventHeader {
  readonly values = new Map<string, unknown>();
}

/** A field can be read, written, and read by its method. */
function members(): Record<string, Implementation> {
  const all: Record<string, Implementation> = { 'new()': () => new ChangeEventHeader() };
  for (const [name, type] of Object.entries(FIELDS)) {
    const read = ({ values }: ChangeEventHeader): unknown => values.get(name) ?? null;
    all[`get ${type} ${name}`] = read;
    all[`set ${type} ${name}`] = ({ values }: ChangeEventHeader, value: unknown) => values.set(name, value);
    all[`${type} get${name[0]?.toUpperCase()}${name.slice(1)}()`] = read;
  }
  return all;
}

definePlatformType({
  namespace: 'EventBus',
  name: 'ChangeEventHeader',
  kind: 'class',
  javaScriptClass: ChangeEventHeader,
  documentation: 'ChangeEventHeader Class, Apex Reference Guide',
  members: members()
});

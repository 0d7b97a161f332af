/** `System.runAs`. @see "Using the runAs Method", Apex Developer Guide */
import { type Database, loadRunningUser } from '../database';
import { SObjectRecord } from '../records/sobject-record';
import type { FieldDefinition } from '../schema/model';
import { NotModeled } from '../values/not-modeled';
import { transaction } from '../transaction/transaction';
import { IllegalArgumentException, nullDereference, UnsupportedOperationException } from '../values/exceptions';

/**
 * Makes a user the running user of a test until the returned function is called. Counts as a DML statement, and lets
 * setup and other objects be written in one test. A user that was not inserted is created, as in the guide's examples.
 */
export function enterUser(user: SObjectRecord | null): () => void {
  const current = transaction();
  if (!current.isTest) throw new UnsupportedOperationException('runAs is only allowed in test methods');
  if (user === null) throw nullDereference();
  current.limits.consume('dmlStatements');
  const previous = current.user;
  const id = user.id ?? createUser(current.org.database, user);
  current.user = loadRunningUser(current.org, id);
  return () => {
    current.user = previous;
  };
}

function createUser(database: Database, user: SObjectRecord): string {
  const values: Record<string, unknown> = { IsActive: true };
  for (const [name, value] of user.values) {
    const field = user.definition.fields.get(name.toLowerCase());
    if (field?.createable) values[field.name] = value;
  }
  for (const field of user.definition.fields.values()) {
    const parent = field.relationshipName ? user.values.get(field.relationshipName) : undefined;
    if (parent instanceof SObjectRecord && parent.selected === null)
      values[field.name] ??= parentId(database, field, parent);
  }
  if (!values['ProfileId']) throw new NotModeled('System.runAs with a user that has no profile');
  return database.system.insert('User', values);
}

/** A parent given as a record: by its Id, or by values that find it. */
function parentId(database: Database, field: FieldDefinition, parent: SObjectRecord): string {
  if (parent.id !== null) return parent.id;
  const found = database.system.find(parent.definition.name, Object.fromEntries(parent.values));
  if (found.length !== 1)
    throw new IllegalArgumentException(`${field.name}: there is no such ${parent.definition.name}`);
  return String(found[0]['Id']);
}

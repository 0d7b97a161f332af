/**
 * Setup objects and others cannot be changed in one transaction, except inside `System.runAs` blocks of a test, each of
 * which has a user object of its own.
 * @see "sObjects That Cannot Be Used Together in DML Operations", Apex Developer Guide
 */
import { DmlException } from '../../values/dml-exception';
import { transaction, type RunningUser, type TransactionKey } from '../../transaction/transaction';
import type { ObjectDefinition } from '../../schema/model';

/** `User` is not among them: it is only when its role or its activity changes, which no rule here looks at. */
const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'QueueSobject',
  'SetupEntityAccess',
  'UserRole'
]);

/** The first object changed by each kind of DML, per running user. */
const changed: TransactionKey<WeakMap<RunningUser, { setup: string | null; other: string | null }>> = {
  create: () => new WeakMap()
};

/** @throws DmlException when the transaction has changed an object of the other kind */
export function refuseMixedDml(object: ObjectDefinition, verb: string): void {
  if (isNeutral(object, verb)) return;
  const perUser = transaction().attachment(changed);
  const state = perUser.get(transaction().user) ?? { setup: null, other: null };
  perUser.set(transaction().user, state);
  const isSetup = SETUP_OBJECTS.has(object.name);
  const original = isSetup ? state.other : state.setup;
  if (original !== null) throw mixed(verb, object.name, original);
  if (isSetup) state.setup ??= object.name;
  else state.other ??= object.name;
}

/** A group may be inserted and updated, but not deleted, together with records of other objects. */
function isNeutral({ name, kind }: ObjectDefinition, verb: string): boolean {
  return name === 'User' || kind === 'customSetting' || (name === 'Group' && verb !== 'Delete');
}

function mixed(verb: string, name: string, original: string): DmlException {
  const message = `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${name}, original object: ${original}`;
  const exception = new DmlException(
    `${verb} failed. First exception on row 0; first error: MIXED_DML_OPERATION, ${message}: []`
  );
  exception.rows = [{ id: null, index: 0, message, fields: [], fieldTokens: [], statusCode: 'MIXED_DML_OPERATION' }];
  return exception;
}

/**
 * Saving accounts that are persons: which ones are, what they may hold, and the contact behind them.
 * @see "Person Account", Object Reference; "Person Accounts and Apex Triggers": a person account runs the triggers of
 *   accounts, and those of contacts never run for its contact
 */
import { NotModeled } from '../../values/not-modeled';
import { valuesEqual } from '../../values/keys';
import { recordError } from '../../records/record-error';
import type { ObjectDefinition } from '../../schema/model';
import { contactFields, hasPersonAccounts } from '../../schema/person-accounts';
import { insertRows, readRows, updateRows } from '../../store/rows';
import type { DmlContext } from './context';
import { applyDefaults, stampAudit } from './defaults';
import { requiredFieldsMissing } from './messages';
import type { DmlRow } from './row';

/** Decides which new accounts are persons: by record type, or without one by a last name that comes without a name. */
export function decidePersons(context: DmlContext, rows: readonly DmlRow[]): void {
  if (!hasPersonAccounts(context.object) || rows.length === 0) return;
  const types = personTypes(context);
  for (const row of rows) {
    const { changes } = row;
    const type = changes.get('RecordTypeId') ?? null;
    const isNamedAsPerson = (changes.get('LastName') ?? null) !== null && (changes.get('Name') ?? null) === null;
    if (type === null && isNamedAsPerson) changes.set('RecordTypeId', types[0]);
    refuseFields(context, row, types.includes(changes.get('RecordTypeId') as string), null);
  }
}

/** Marks a new account that is a person, and sees that it has a last name. */
export function completePerson(context: DmlContext, row: DmlRow): void {
  if (!hasPersonAccounts(context.object)) return;
  const isPerson = personTypes(context).includes(row.changes.get('RecordTypeId') as string);
  row.changes.set('IsPersonAccount', isPerson);
  if (isPerson && (row.changes.get('LastName') ?? null) === null) row.fail(requiredFieldsMissing(['LastName']));
}

/** A person has no name of its own, and a business none of the fields of a person. */
export function checkPersonFields(context: DmlContext, row: DmlRow, old: ReadonlyMap<string, unknown>): void {
  if (!hasPersonAccounts(context.object)) return;
  const isPerson = old.get('IsPersonAccount') === true;
  const type = row.changes.get('RecordTypeId') ?? old.get('RecordTypeId');
  if (personTypes(context).includes(type as string) !== isPerson) {
    throw new NotModeled('changing an account into a person account or back');
  }
  refuseFields(context, row, isPerson, old);
  if (isPerson && row.changes.get('LastName') === null) row.fail(requiredFieldsMissing(['LastName']));
}

function refuseFields(
  context: DmlContext,
  row: DmlRow,
  isPerson: boolean,
  old: ReadonlyMap<string, unknown> | null
): void {
  const isGiven = (name: string): boolean => {
    const value = row.changes.get(name) ?? null;
    return value !== null && value !== false && !valuesEqual(value, old?.get(name) ?? null);
  };
  const refused = isPerson ? ['Name'] : [...personOnly(context)];
  const names = refused.filter(isGiven);
  if (names.length === 0) return;
  const message = `Account: bad field names on insert/update call: ${names.join(', ')}`;
  row.fail(recordError('INVALID_FIELD_FOR_INSERT_UPDATE', message, names));
}

function* personOnly(context: DmlContext): Generator<string> {
  for (const [own, contact] of pairs(context)) if (own !== contact || own.endsWith('Name')) yield own;
}

function personTypes({ store }: DmlContext): string[] {
  const where = `"SobjectType"='Account' AND "IsPersonType"=1 AND "IsActive"=1`;
  return store.connection.all(`SELECT "Id" FROM "RecordType" WHERE ${where} ORDER BY "Id"`).map(([id]) => id as string);
}

function contactOf({ schema }: DmlContext): ObjectDefinition {
  const contact = schema.object('Contact');
  if (!contact) throw new Error('The catalogue of standard objects lacks Contact.');
  return contact;
}

function pairs(context: DmlContext): ReadonlyMap<string, string> {
  return contactFields(context.object, contactOf(context));
}

/** Gives each new person the contact behind it. */
export function insertContacts(context: DmlContext, rows: readonly DmlRow[]): void {
  if (!hasPersonAccounts(context.object)) return;
  const contact = contactOf(context);
  const persons = rows.filter(({ changes }) => changes.get('IsPersonAccount') === true);
  for (const row of persons) {
    const id = context.store.nextId(contact);
    const values = new Map<string, unknown>([['Id', id]]);
    for (const [own, name] of pairs(context)) if (row.changes.has(own)) values.set(name, row.changes.get(own) ?? null);
    values.set('AccountId', row.id).set('Name', row.changes.get('Name')).set('IsPersonAccount', true);
    applyDefaults(contact, values, context.stamp, false);
    stampAudit(contact, values, context.stamp, true);
    insertRows(context.store.connection, contact, [values]);
    updateRows(context.store.connection, context.object, [
      { id: row.id as string, values: new Map([['PersonContactId', id]]) }
    ]);
    row.changes.set('PersonContactId', id);
  }
}

/** Lets the contacts behind persons follow what was changed. */
export function updateContacts(context: DmlContext, rows: readonly DmlRow[]): void {
  if (!hasPersonAccounts(context.object)) return;
  const { connection } = context.store;
  const ids = rows.map(({ id }) => id as string);
  const stored = readRows(connection, context.object, ids);
  const updates = rows.flatMap(({ id, changes }) => {
    const contactId = stored.get(id as string)?.get('PersonContactId') as string | null | undefined;
    const values = new Map<string, unknown>();
    for (const [own, name] of pairs(context)) if (changes.has(own)) values.set(name, changes.get(own) ?? null);
    if (changes.has('Name')) values.set('Name', changes.get('Name'));
    stampAudit(contactOf(context), values, context.stamp, false);
    return contactId ? [{ id: contactId, values }] : [];
  });
  updateRows(connection, contactOf(context), updates);
}

/** The contact of a person is changed through the account; what happens otherwise is not modelled. */
export function refusePersonContacts(context: DmlContext, rows: readonly DmlRow[]): void {
  const { object, store } = context;
  if (object.name !== 'Contact' || !object.fields.has('ispersonaccount')) return;
  const ids = JSON.stringify(rows.map(({ record }) => record.id).filter((id) => id !== null));
  const where = '"IsPersonAccount"=1 AND "Id" IN (SELECT value FROM json_each(?))';
  if (store.connection.all(`SELECT 1 FROM "Contact" WHERE ${where} LIMIT 1`, [ids]).length === 0) return;
  throw new NotModeled('DML on the contact of a person account');
}

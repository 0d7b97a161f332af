/** Expected behaviour: "Person Account", Object Reference. */
import { NotModeled } from '../../values/not-modeled';
import { DmlException } from '../../values/dml-exception';
import type { SObjectRecord } from '../../records/sobject-record';
import { fieldXml, TestOrg } from '../testing';
import { convertLeads } from './lead-convert';
import type { ApexTrigger } from './triggers';

const metadata = {
  'objects/Contact/fields/Score__c.field-meta.xml': fieldXml('Number', '<precision>4</precision><scale>0</scale>')
};

let org: TestOrg;
beforeEach(() => {
  org = new TestOrg({ metadata, features: ['PersonAccounts'] });
});

function person(more: Readonly<Record<string, unknown>> = {}): SObjectRecord {
  const record = org.record('Account', {
    FirstName: 'Ada',
    LastName: 'Byron',
    PersonEmail: 'Ada@Example.com',
    ...more
  });
  org.dml('insert', [record]);
  return record;
}

function refused(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (!(error instanceof DmlException)) throw error;
    return `${error.rows[0].statusCode}|${error.rows[0].message}`;
  }
  throw new Error('No DmlException was thrown.');
}

test('an org without the feature has none of it', () => {
  const account = new TestOrg({ metadata }).database.schema.object('Account');
  expect(['ispersonaccount', 'personemail', 'score__pc'].filter((name) => account?.fields.has(name))).toEqual([]);
});

test('a person is an account with a record type and a contact behind it', () => {
  org.run(() => {
    const { id } = person();
    const [row] = org.query(
      'SELECT Name, IsPersonAccount, PersonEmail, PersonContactId, RecordType.DeveloperName, RecordType.IsPersonType FROM Account'
    );
    expect([row.get('Name'), row.get('IsPersonAccount'), row.get('PersonEmail')]).toEqual([
      'Ada Byron',
      true,
      'ada@example.com'
    ]);
    const type = row.get('RecordType') as SObjectRecord;
    expect([type.get('DeveloperName'), type.get('IsPersonType')]).toEqual(['PersonAccount', true]);
    const [contact] = org.query('SELECT Id, AccountId, Name, Email, IsPersonAccount FROM Contact');
    expect([contact.id, contact.get('AccountId'), contact.get('Name'), contact.get('Email')]).toEqual([
      row.get('PersonContactId'),
      id,
      'Ada Byron',
      'ada@example.com'
    ]);
    expect(contact.get('IsPersonAccount')).toBe(true);
  });
});

test('what is changed on the person is changed on the contact, whose triggers do not run', () => {
  const touched: string[] = [];
  const trigger = (name: string): ApexTrigger => ({
    name,
    events: ['before insert', 'after update'],
    run: () => touched.push(name)
  });
  org.database.useTriggers({ triggersOn: (name) => [trigger(name)] });
  org.run(() => {
    const { id } = person();
    org.dml('update', [org.record('Account', { Id: id, LastName: 'Lovelace', PersonEmail: null, Score__pc: 7 })]);
    const [contact] = org.query('SELECT Name, Email, Score__c FROM Contact');
    expect([contact.get('Name'), contact.get('Email'), String(contact.get('Score__c'))]).toEqual([
      'Ada Lovelace',
      null,
      '7'
    ]);
    expect(org.query("SELECT Id FROM Account WHERE Score__pc = 7 AND Name = 'Ada Lovelace'")).toHaveLength(1);
  });
  expect(touched).toEqual(['Account', 'Account']);
});

test('contact and person are deleted and restored together', () => {
  org.run(() => {
    const record = person();
    org.dml('delete', [record]);
    expect(org.query('SELECT Id FROM Contact')).toHaveLength(0);
    org.dml('undelete', [record]);
    expect(org.query('SELECT Id FROM Contact WHERE IsPersonAccount = true')).toHaveLength(1);
  });
});

test('a business has none of the fields of a person, and a person no name of its own', () => {
  org.run(() => {
    const business = org.record('Account', { Name: 'Engines' });
    org.dml('insert', [business]);
    expect(org.column('SELECT IsPersonAccount FROM Account')).toEqual([false]);
    const set = (id: string | null, values: Readonly<Record<string, unknown>>) => (): unknown =>
      org.dml('update', [org.record('Account', { Id: id, ...values })]);
    const bad = 'INVALID_FIELD_FOR_INSERT_UPDATE|Account: bad field names on insert/update call:';
    expect(refused(set(business.id, { PersonEmail: 'a@example.com' }))).toBe(`${bad} PersonEmail`);
    const { id } = person();
    expect(refused(set(id, { Name: 'Other' }))).toBe(`${bad} Name`);
    expect(refused(set(id, { LastName: null }))).toBe('REQUIRED_FIELD_MISSING|Required fields are missing: [LastName]');
  });
});

test('changing the contact itself is not modelled', () => {
  org.run(() => {
    person();
    const [{ id }] = org.query('SELECT Id FROM Contact');
    expect(() => org.dml('update', [org.record('Contact', { Id: id, Title: 'x' })])).toThrow(NotModeled);
  });
});

// "Convert Leads to Person Accounts", Salesforce Help: a lead without a company becomes a person.
test('how a lead becomes a person is not modelled', () => {
  org.run(() => {
    const lead = org.record('Lead', { LastName: 'Byron', Company: 'Byron' });
    org.dml('insert', [lead]);
    org.database.store.connection.run('UPDATE "Lead" SET "Company"=NULL');
    const asked = { leadId: lead.id, accountId: null, contactId: null, opportunityId: null, ownerId: null };
    const rest = { convertedStatus: 'Closed - Converted', opportunityName: null };
    const flags = { createsOpportunity: false, overwritesLeadSource: false };
    expect(() => convertLeads(org.database, [{ ...asked, ...rest, ...flags }])).toThrow(NotModeled);
  });
});

import type { ExtraField } from '../local-org/schema/build-schema';
import { EngineOrg } from './support/engine-org';
import { lastRun, rowsOf } from './support/result';
import { limitSlices, saveIntegration, upload } from './support/story';

const FIELDS: readonly ExtraField[] = [
  { object: 'Account', name: 'Key__c', label: 'Key', type: 'STRING', length: 40, externalId: true, unique: true },
  { object: 'Contact', name: 'Token__c', label: 'Token', type: 'STRING', length: 40, externalId: true },
  { object: 'Contact', name: 'Score__c', label: 'Score', type: 'DOUBLE', precision: 5, scale: 1 }
];

const MAPPINGS = { Title: 'PersonTitle', Score: 'Score__pc' };

interface Person {
  readonly Id: string;
  readonly PersonContactId: string;
}

let org: EngineOrg;
let persons: Person[];

beforeAll(async () => {
  // Every report is uploaded: nothing is fetched from anywhere.
  org = await EngineOrg.open({ url: 'http://127.0.0.1:9', fields: FIELDS, features: ['PersonAccounts'] });
  org.insert('Account', [
    { FirstName: 'Ada', LastName: 'One', PersonEmail: 'ada@example.com', Key__c: 'a-1', Token__pc: 't-1' },
    { LastName: 'Two', PersonEmail: 'bea@example.com', PersonTitle: 'Analyst', Key__c: 'b-2', Token__pc: 't-2' },
    { Name: 'A business', Key__c: 'c-3' }
  ]);
  persons = org.query<Person>('SELECT Id, PersonContactId FROM Account WHERE IsPersonAccount = true ORDER BY Key__c');
  limitSlices(org, 2);
});

afterAll(() => org.close());

/** Brings a report whose rows have these keys onto the accounts. */
async function run(keyField: string, keys: readonly string[]): Promise<void> {
  const [ada, bea, unknown] = keys;
  const rows = [
    'Key,Title,Score',
    `${ada},Engineer,4.5`,
    `${unknown},Nobody,1`,
    `${bea},Analyst,99999`,
    `${ada},Chief,`
  ];
  const reportId = upload(org, `${rows.join('\n')}\n`);
  const integrationId = saveIntegration(org, {
    sourceKind: 'Upload',
    reportId,
    objectApiName: 'Account',
    keyField,
    mappings: MAPPINGS
  });
  org.restart();
  org.call('RunController', 'start', { integrationId });
  await org.finish();
}

const KEYS: readonly (readonly [string, () => string[]])[] = [
  ['PersonEmail', () => ['ADA@example.com', 'bea@example.com', 'zoe@example.com']],
  ['PersonContactId', () => [persons[0].PersonContactId, persons[1].PersonContactId.slice(0, 15), persons[0].Id]],
  ['Key__c', () => ['a-1', 'B-2', 'zz']],
  ['Token__pc', () => ['t-1', 'T-2', 'zz']],
  ['Id', () => [persons[0].Id, persons[1].Id.slice(0, 15), '001000000000000AAA']]
];

test.each(KEYS)('persons are matched by %s, and their contacts follow', (keyField, keys) =>
  org.aside(async () => {
    await run(keyField, keys());
    const done = lastRun(org);
    expect(done.status).toBe('Completed with errors');
    expect(done.counts).toMatchObject({ read: 4, updated: 2, invalid: 1, unmatched: 1 });
    expect(rowsOf(org, done.id).map(({ line, outcome }) => [line, outcome])).toEqual([
      [3, 'Unmatched'],
      [4, 'Invalid']
    ]);
    const contacts = org.query('SELECT Name, Title, Score__c FROM Contact WHERE AccountId = :id', {
      id: persons[0].Id
    });
    expect(contacts).toMatchObject([{ Name: 'Ada One', Title: 'Chief', Score__c: '4.5' }]);
    const [person] = org.query('SELECT Name, PersonTitle FROM Account WHERE Id = :id', { id: persons[0].Id });
    expect(person).toMatchObject({ Name: 'Ada One', PersonTitle: 'Chief' });
  })
);

test('a field of persons is refused on a business, in the log and nowhere else', () =>
  org.aside(async () => {
    const reportId = upload(org, 'Key,Title,Score\nc-3,Owner,\na-1,Engineer,2\n');
    const input = { sourceKind: 'Upload', reportId, objectApiName: 'Account', keyField: 'Key__c' } as const;
    const integrationId = saveIntegration(org, { ...input, mappings: MAPPINGS });
    org.restart();
    org.call('RunController', 'start', { integrationId });
    await org.finish();
    const done = lastRun(org);
    expect(done.counts).toMatchObject({ read: 2, updated: 1, rejected: 1 });
    expect(rowsOf(org, done.id)).toMatchObject([{ line: 2, outcome: 'Rejected', fields: ['PersonTitle'] }]);
  }));

test('fields that nobody may write are no targets', () => {
  const input = {
    reportId: upload(org, 'Key,Title\n'),
    sourceKind: 'Upload',
    objectApiName: 'Account',
    keyField: 'Key__c'
  } as const;
  const save = (field: string) => (): string => saveIntegration(org, { ...input, mappings: { Title: field } });
  expect(save('PersonContactId')).toThrow();
  expect(save('IsPersonAccount')).toThrow();
});

import type { Connection as CoreConnection } from '@salesforce/core';
import { connectedOrg } from './testing/connect';
import type { ServedOrg } from './testing/fixtures';

let served: ServedOrg;
let connection: CoreConnection;
// the versions inside @salesforce/core, loaded once the home is a temporary one
let core: typeof import('@salesforce/core');
let jsforce: any;

beforeAll(async () => {
  ({ served, core, connection } = await connectedOrg());
  jsforce = require(require.resolve('@jsforce/jsforce-node', { paths: [require.resolve('@salesforce/core')] }));
});

afterAll(() => served.close());

const contact = () => connection.sobject('Contact');
const thing = () => connection.sobject('Thing__c');
const rows = async (soql: string): Promise<any[]> => (await connection.query(soql)).records;

/** What a refused call rejects with, as the clients give it on. */
const refused = (errorCode: string, message: string | RegExp = /./): object =>
  expect.objectContaining({ errorCode, message: expect.stringMatching(message) });

/** Loads things outside the resources. */
const load = (count: number, prefix: string): void => {
  const records = Array.from({ length: count }, (_, index) => ({ Name: `${prefix} ${index}` }));
  served.org.insertRecords('Thing__c', records);
};

describe('@salesforce/core', () => {
  it('logs in with the token and takes the newest version', async () => {
    expect(connection.getUsername()).toBe('admin@example.com');
    expect(connection.getApiVersion()).toBe('67.0');
    const org = await core.Org.create({ connection });
    expect(org.getOrgId()).toBe(served.token.split('!')[0]);
    await expect(org.refreshAuth()).resolves.toBeUndefined();
  });

  it('reads who is logged in', async () => {
    expect(await connection.identity()).toMatchObject({
      username: 'admin@example.com',
      organization_id: served.token.split('!')[0]
    });
  });
});

describe('the token', () => {
  const wrong = (accessToken: string): any => new jsforce.Connection({ instanceUrl: served.url, accessToken });

  it('is asked for by every call', async () => {
    const invalid = refused('INVALID_SESSION_ID', 'Session expired or invalid');
    await expect(wrong(`${served.token}x`).query('SELECT Id FROM Contact')).rejects.toEqual(invalid);
    await expect(wrong('').request('/services/data')).rejects.toEqual(invalid);
    await expect(wrong('x').request(`${served.url}/services/oauth2/userinfo`)).rejects.toEqual(invalid);
    await expect(wrong('x').request('/anything')).rejects.toEqual(invalid);
    await expect(wrong('x').apex.get('/things/1')).rejects.toEqual(invalid);
    await expect(wrong('x').requestPost('/cometd/67.0', [{ channel: '/meta/handshake' }])).rejects.toEqual(invalid);
    await expect(wrong('x').tooling.query('SELECT Id FROM TraceFlag')).rejects.toEqual(invalid);
  });

  it('is of no use to pages of other sites', async () => {
    const request = { method: 'GET', url: '/services/data/v67.0/limits', headers: { Origin: 'https://example.com' } };
    await expect(connection.request(request as never)).rejects.toThrow('answers only pages that it served itself');
  });
});

describe('records', () => {
  it('are created, read, changed and deleted', async () => {
    const { id } = (await contact().create({ LastName: 'Contact 0001', Birthdate: '1990-02-03' })) as { id: string };
    expect(await contact().retrieve(id)).toMatchObject({ Id: id, LastName: 'Contact 0001', Birthdate: '1990-02-03' });
    await contact().update({ Id: id, LastName: 'Changed', Birthdate: null });
    expect(await rows(`SELECT LastName, Birthdate FROM Contact WHERE Id = '${id}'`)).toMatchObject([
      { LastName: 'Changed', Birthdate: null }
    ]);
    await contact().destroy(id);
    await expect(contact().retrieve(id)).rejects.toEqual(refused('ENTITY_IS_DELETED', 'entity is deleted'));
    await expect(contact().destroy(id)).rejects.toEqual(refused('ENTITY_IS_DELETED'));
  });

  it('are refused with what the platform says', async () => {
    await expect(contact().create({})).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [LastName]',
      data: { fields: ['LastName'] }
    });
    const unknown = refused('INVALID_FIELD', "No such column 'Nope__c' on sobject of type Contact");
    await expect(contact().create({ Nope__c: 1 })).rejects.toEqual(unknown);
    const locked = refused('INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: CreatedDate');
    await expect(contact().create({ LastName: 'A', CreatedDate: '2026-01-01' })).rejects.toEqual(locked);
    await expect(thing().create({ Amount__c: 'much' })).rejects.toEqual(refused('JSON_PARSER_ERROR', 'double'));
    await expect(contact().retrieve('003000000000001AAA')).rejects.toEqual(refused('NOT_FOUND', 'does not exist'));
    await expect(connection.sobject('Nope__c').create({})).rejects.toEqual(refused('NOT_FOUND', 'does not exist'));
  });

  it('are refused by what other records hold, and by Ids that are none', async () => {
    const { id } = (await thing().create({ Name: 'Unique', Code__c: 'twice' })) as { id: string };
    await expect(thing().create({ Name: 'Again', Code__c: 'TWICE' })).rejects.toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: expect.stringContaining(
        `duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)}`
      )
    });
    await expect(thing().create({ Name: 'Lost', Contact__c: 'x' })).rejects.toEqual(refused('MALFORMED_ID'));
    await expect(thing().create({ Name: 'Lost', Contact__c: id })).rejects.toEqual(
      refused('FIELD_INTEGRITY_EXCEPTION')
    );
    await thing().destroy(id);
  });

  it('are upserted by external id', async () => {
    const first = await thing().upsert({ Code__c: 'u1', Name: 'One' }, 'Code__c');
    const again = await thing().upsert({ Code__c: 'U1', Name: 'Two' }, 'Code__c');
    expect(first).toMatchObject({ success: true, created: true });
    expect(again).toMatchObject({ id: (first as { id: string }).id, created: false });
    await expect(thing().upsert({ Name: 'x' } as never, 'Name')).rejects.toEqual(refused('NOT_FOUND', 'external ID'));
  });

  it('are saved many at a time, all or those that can be', async () => {
    const good = { Name: 'Good', Code__c: 'c1' };
    const bad = { Name: 'Bad', Code__c: 'longer than twenty characters' };
    const some = await thing().create([good, bad]);
    expect(some).toMatchObject([{ success: true }, { success: false, errors: [{ statusCode: 'STRING_TOO_LONG' }] }]);
    const none = await thing().create([{ Name: 'Rolled back', Code__c: 'c2' }, bad], { allOrNone: true });
    expect(none).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'STRING_TOO_LONG' }] }
    ]);
    expect(await rows(`SELECT Id FROM Thing__c WHERE Code__c = 'c2'`)).toEqual([]);
    const { id } = (some as { id: string }[])[0]!;
    expect(await thing().update([{ Id: id, Name: 'Better' }])).toMatchObject([{ id, success: true }]);
    expect(await thing().retrieve([id, 'a00000000000001AAA'])).toMatchObject([{ Name: 'Better' }, null]);
    expect(await thing().destroy([id])).toMatchObject([{ id, success: true }]);
  });
});

describe('queries', () => {
  it('give parents, children, groups and counts, and no Id that was not asked for', async () => {
    const { id } = (await contact().create({ LastName: 'Parent' })) as { id: string };
    await thing().create([
      { Name: 'Child 1', Amount__c: 1.5, Contact__c: id },
      { Name: 'Child 2', Amount__c: 2, Contact__c: id }
    ]);
    const [child] = await rows(`SELECT Name, Contact__r.LastName FROM Thing__c WHERE Name = 'Child 1'`);
    expect(Object.keys(child)).toEqual(['attributes', 'Name', 'Contact__r']);
    expect(Object.keys(child.Contact__r)).toEqual(['attributes', 'LastName']);
    const [parent] = await rows(
      `SELECT Id, (SELECT Name FROM Things__r ORDER BY Name) FROM Contact WHERE Id = '${id}'`
    );
    expect(parent.Things__r).toMatchObject({
      totalSize: 2,
      done: true,
      records: [{ Name: 'Child 1' }, { Name: 'Child 2' }]
    });
    const [group] = await rows(
      `SELECT Contact__c, SUM(Amount__c) total, COUNT(Id) FROM Thing__c WHERE Contact__c = '${id}' GROUP BY Contact__c`
    );
    expect(group).toEqual({ attributes: { type: 'AggregateResult' }, Contact__c: id, total: 3.5, expr0: 2 });
    expect(await connection.query(`SELECT COUNT() FROM Thing__c WHERE Contact__c = '${id}'`)).toMatchObject({
      totalSize: 2
    });
  });

  it('come in pages', async () => {
    load(4100, 'Page');
    const soql = `SELECT Name FROM Thing__c WHERE Name LIKE 'Page %'`;
    const first = await connection.query(soql);
    expect(first).toMatchObject({ totalSize: 4100, done: false });
    expect(first.records).toHaveLength(2000);
    const second = await connection.queryMore(first.nextRecordsUrl as string);
    const third = await connection.queryMore(second.nextRecordsUrl as string);
    expect(third).toMatchObject({ totalSize: 4100, done: true });
    const names = new Set([first, second, third].flatMap(({ records }) => records.map((row) => row['Name'])));
    expect(names.size).toBe(4100);
    const all = await connection.query(soql, { autoFetch: true, maxFetch: 10_000 });
    expect(all.records).toHaveLength(4100);
    await expect(connection.queryMore('/services/data/v67.0/query/0r8L00000000000999-2000')).rejects.toEqual(
      refused('INVALID_QUERY_LOCATOR')
    );
  });

  it('find deleted records when all rows are asked for', async () => {
    const { id } = (await thing().create({ Name: 'Gone' })) as { id: string };
    await thing().destroy(id);
    const soql = `SELECT IsDeleted FROM Thing__c WHERE Name = 'Gone'`;
    expect(await rows(soql)).toEqual([]);
    expect((await connection.query(soql, { scanAll: true })).records).toMatchObject([{ IsDeleted: true }]);
  });

  it.each([
    ['SELECT Nope FROM Contact', 'INVALID_FIELD', /ERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Contact'/],
    ['SELECT Id FROM Nope', 'INVALID_TYPE', /sObject type 'Nope' is not supported/],
    ['SELECT Id FROM Contact WHERE', 'MALFORMED_QUERY', /unexpected/],
    ['SELECT Id FROM Contact WHERE Name = :name', 'MALFORMED_QUERY', /Bind variables only allowed in Apex code/],
    ["SELECT Id FROM Contact WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: x/]
  ])('refuse %s', async (soql, code, message) => {
    await expect(connection.query(soql)).rejects.toEqual(refused(code, message));
  });
});

describe('the schema', () => {
  it('is described', async () => {
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects).toContainEqual(expect.objectContaining({ name: 'Thing__c', custom: true, queryable: true }));
    const { fields, keyPrefix } = await connection.describe('Thing__c');
    expect(keyPrefix).toBe('a00');
    const amount = { name: 'Amount__c', type: 'double', soapType: 'xsd:double', precision: 18, scale: 2 };
    expect(fields).toContainEqual(expect.objectContaining(amount));
    const parent = { name: 'Contact__c', type: 'reference', referenceTo: ['Contact'], relationshipName: 'Contact__r' };
    expect(fields).toContainEqual(expect.objectContaining(parent));
  });

  it('says what is not modelled', async () => {
    const notModeled = refused(
      'NOT_FOUND',
      'NotModeled: the local org has no resource GET /services/data/v67.0/analytics'
    );
    await expect(connection.request('/services/data/v67.0/analytics/reports')).rejects.toEqual(notModeled);
    await expect(connection.request('/services/data/v99.0/sobjects')).rejects.toEqual(refused('NOT_FOUND'));
  });
});

describe('execute anonymous', () => {
  const run = (script: string): Promise<any> => connection.tooling.executeAnonymous(script);

  it('runs scripts with classes of their own, and commits', async () => {
    const script = `class Maker { Thing__c make() { return new Thing__c(Name = Greeter.greet('x')); } } insert new Maker().make();`;
    expect(await run(script)).toMatchObject({ compiled: true, success: true, line: -1 });
    expect(await rows(`SELECT Name FROM Thing__c WHERE Name = 'Hello X'`)).toHaveLength(1);
  });

  it('rolls back what throws, and says where', async () => {
    expect(await run(`insert new Thing__c(Name = 'Thrown');\nInteger zero = 0;\nInteger x = 1 / zero;`)).toMatchObject({
      compiled: true,
      success: false,
      line: 3,
      exceptionMessage: 'System.MathException: Divide by 0',
      exceptionStackTrace: 'AnonymousBlock: line 3, column 1'
    });
    expect(await rows(`SELECT Name FROM Thing__c WHERE Name = 'Thrown'`)).toEqual([]);
  });

  it('refuses what does not compile', async () => {
    expect(await run(`\nInteger x = 'a';`)).toMatchObject({
      compiled: false,
      line: 2,
      compileProblem: 'Illegal assignment from String to Integer'
    });
  });
});

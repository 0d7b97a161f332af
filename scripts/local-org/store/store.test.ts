/** What an org's data must survive: restarts, new fields, rollbacks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decimal } from '../values/decimal';
import { objectXml, TestOrg } from '../database/testing';

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-test-'));
  file = join(directory, 'org.db');
});

afterEach(() => rmSync(directory, { recursive: true }));

const metadata = { 'objects/B__c/B__c.object-meta.xml': objectXml('B') };

test('records, Ids and key prefixes survive a restart, also when objects and fields are added', () => {
  const first = new TestOrg({ file, metadata });
  const id = first.run(() => first.dml('insert', [first.record('B__c', { Name: 'kept' })])[0].id) as string;
  first.database.close();
  const more = { ...metadata, 'objects/A__c/A__c.object-meta.xml': objectXml('A') };
  const second = new TestOrg({
    file,
    metadata: more,
    extraFields: [{ object: 'B__c', name: 'Size__c', type: 'DOUBLE', precision: 16, scale: 2 }]
  });
  second.run(() => {
    const [row] = second.query('SELECT Name, Size__c FROM B__c');
    expect([row.id, row.get('Name'), row.get('Size__c')]).toEqual([id, 'kept', null]);
    second.dml('update', [second.record('B__c', { Id: id, Size__c: Decimal.literal('1.5') })]);
    const [{ id: next }] = second.dml('insert', [second.record('B__c', { Name: 'new' })]);
    expect(next?.slice(0, 3)).toBe(id.slice(0, 3));
    expect((next as string) > id).toBe(true);
    expect(second.database.schema.object('A__c')?.keyPrefix).not.toBe(id.slice(0, 3));
  });
  second.database.close();
});

test('the first records are made once', () => {
  new TestOrg({ file }).database.close();
  const again = new TestOrg({ file });
  expect(again.database.queryPlain('SELECT COUNT() FROM Organization')).toEqual([{ count: 1 }]);
  expect(again.database.queryPlain("SELECT COUNT() FROM Profile WHERE Name = 'System Administrator'")).toEqual([
    { count: 1 }
  ]);
  again.database.close();
});

test('what fails leaves nothing behind, at any depth', () => {
  const org = new TestOrg({ file });
  const { database } = org;
  const insert = (name: string): unknown => org.run(() => org.dml('insert', [org.record('Account', { Name: name })]));
  const names = (): unknown[] => org.run(() => org.column('SELECT Name FROM Account ORDER BY Name'));
  const fail = (): never => {
    throw new Error('on purpose');
  };
  database.atomically(() => {
    insert('outer');
    expect(() =>
      database.atomically(() => {
        insert('inner');
        fail();
      })
    ).toThrow('on purpose');
  });
  expect(names()).toEqual(['outer']);
  expect(() =>
    database.atomically(() => {
      insert('all');
      fail();
    })
  ).toThrow('on purpose');
  expect(names()).toEqual(['outer']);
  database.close();
});

test('Ids brought by a bulk load are kept and never given again', () => {
  const org = new TestOrg({ file });
  org.run(() => {
    const [own, foreign, wrong, short] = org.database.insertRecords('Account', [
      { Id: '001L00000000064', Name: 'own' },
      { Id: '0015e00000AYy8C', Name: 'foreign' },
      { Id: '003000000000001', Name: 'wrong' },
      { Id: '001xyz', Name: 'short' }
    ]);
    expect(own.id).toMatch(/^001L00000000064.{3}$/);
    expect(foreign.id).toBe('0015e00000AYy8CAAT');
    expect([wrong, short].map((row) => row.errors[0].statusCode)).toEqual(['MALFORMED_ID', 'MALFORMED_ID']);
    const [again] = org.database.insertRecords('Account', [{ Id: '0015e00000AYy8C', Name: 'again' }]);
    expect(again.errors[0].statusCode).toBe('DUPLICATE_VALUE');
    const [{ id }] = org.dml('insert', [org.record('Account', { Name: 'next' })]);
    expect((id as string) > (own.id as string)).toBe(true);
  });
  org.database.close();
});

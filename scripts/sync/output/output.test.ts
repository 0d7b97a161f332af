import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder } from '../../insights-api/testing/report-fixture';
import { makeField } from '../../local-org/schema/definitions';
import type { RunResult } from '../run-model';
import { checkWritable, writeWhole } from './files';
import { recordsDump } from './records-dump';
import { resultJson } from './result-json';
import { runLog } from './run-log';

const RESULT: RunResult = {
  run: {
    id: 'a03000000000001AAA',
    reportName: 'NPS \u001b[31mred',
    objectApiName: 'Contact',
    objectLabel: 'Contact',
    startedAt: '2026-11-22T09:00:00.000Z',
    durationMs: 1234,
    status: 'Completed with errors',
    message: null,
    rowsTotal: 10000,
    counts: {
      read: 10000,
      skipped: 1,
      invalid: 25,
      unmatched: 3,
      ambiguous: 4,
      unchanged: 5,
      rejected: 6,
      updated: 9956
    },
    usage: { transactions: 1, callouts: 2, queries: 3, queryRows: 4, dmlStatements: 5, dmlRows: 6 }
  },
  rows: Array.from({ length: 25 }, (_, index) => ({
    line: index + 2,
    key: 'a\nb@example.com',
    recordId: null,
    outcome: 'Invalid',
    reason: '"x" is no number',
    fields: ['Score__c']
  })),
  usage: { transactions: 1, callouts: 2, queries: 3, queryRows: 4, dmlStatements: 5, dmlRows: 6, statements: 1234567 }
};

test('the log shows the run, its counts, the first rows and what was used', () => {
  const log = runLog(RESULT);
  expect(log).toContain('│ NPS �[31mred │ Contact (Contact)');
  expect(log).toContain('│ 2026-11-22 09:00:00 │ 1.2 s    │ Completed with errors │');
  expect(log).toContain('│ 10,000 │ 9,956   │ 5         │ 3         │ 25      │ 4         │ 1       │ 6        │');
  expect(log.match(/│ Invalid +│/g)).toHaveLength(10 + 1);
  expect(log).toContain('a b@example.com');
  expect(log).toContain('… and 15 more. --json FILE writes all of them.');
  expect(log).toContain(
    'Used 1 transaction, 2 callouts, 3 queries (4 rows), 5 DML statements (6 rows), 1,234,567 Apex statements.'
  );
  expect(log).not.toContain('\u001b');
});

test('the JSON has the members it promises', () => {
  const json = JSON.parse(resultJson(RESULT));
  expect(Object.keys(json)).toEqual([
    'status',
    'report',
    'object',
    'startedAt',
    'durationMs',
    'message',
    'counts',
    'rows',
    'usage'
  ]);
  expect(Object.keys(json.counts)).toEqual([
    'read',
    'skipped',
    'invalid',
    'unmatched',
    'ambiguous',
    'unchanged',
    'rejected',
    'updated'
  ]);
  expect(Object.keys(json.rows[0])).toEqual(['line', 'key', 'outcome', 'reason', 'fields']);
  expect(json.rows).toHaveLength(25);
  expect(json.usage.statements).toBe(1234567);
});

test('the dump writes every type plainly', () => {
  const fields = (
    ['ID', 'BOOLEAN', 'DOUBLE', 'CURRENCY', 'DATE', 'DATETIME', 'STRING', 'STRING', 'INTEGER'] as const
  ).map((type, index) => makeField({ name: index === 0 ? 'Id' : `F${index}__c`, type }));
  const record = {
    Id: '003000000000001AAA',
    F1__c: true,
    F2__c: '12.50',
    F3__c: '1000',
    F4__c: '1970-01-01',
    F5__c: '1970-01-01T00:00:01.000Z',
    F6__c: null,
    F7__c: 'a "b",\nc.00',
    F8__c: 10
  };
  expect(recordsDump(fields, [record])).toBe(
    'Id,F1__c,F2__c,F3__c,F4__c,F5__c,F6__c,F7__c,F8__c\n' +
      '003000000000001AAA,true,12.5,1000,1970-01-01,1970-01-01T00:00:01Z,,"a ""b"",\nc.00",10\n'
  );
});

test('a result file is written whole, or refused before the run', () => {
  const { folder, remove } = createFolder({ 'old.json': 'old' });
  mkdirSync(join(folder, 'sub'));
  writeWhole(join(folder, 'old.json'), 'new');
  expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['old.json', 'sub']);
  checkWritable(join(folder, 'other.json'), '--json');
  expect(existsSync(join(folder, 'other.json'))).toBe(false);
  expect(() => checkWritable(join(folder, 'no', 'x.json'), '--json')).toThrow(
    `there is no folder ${join(folder, 'no')}. Create it first.`
  );
  expect(() => checkWritable(join(folder, 'sub'), '--dump')).toThrow(
    `--dump cannot write ${join(folder, 'sub')}: it is a folder.`
  );
  remove();
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { metadataProblems } from './metadata-rules';
import { MetadataSchema } from './metadata-schema';

const OBJECTS = 'force-app/objects';
const REPORT_TYPES = 'force-app/reportTypes';
const EXAMPLE = 'docs/examples/Task_After_Failed_Sync.flow-meta.xml';
const STANDARD_FIELDS = ['Name', 'CreatedBy'];
/** The relationships that the report types go along, and where they lead. */
const TABLES: Readonly<Record<string, string>> = {
  Integration__c: 'Integration__c',
  'Integration__c.Runs__r': 'Sync_Run__c',
  'Integration__c.Days__r': 'Sync_Day__c'
};

function hasField(object: string, field: string): boolean {
  return STANDARD_FIELDS.includes(field) || existsSync(path.join(OBJECTS, object, 'fields', `${field}.field-meta.xml`));
}

test('the columns of report types are fields of their tables', () => {
  const missing = readdirSync(REPORT_TYPES).flatMap((name) => {
    const columns = readFileSync(path.join(REPORT_TYPES, name), 'utf8').matchAll(
      /<field>(.*?)<\/field>\s*<table>(.*?)<\/table>/g
    );
    return [...columns].filter(([, field, table]) => !hasField(TABLES[table], field)).map(([, field]) => field);
  });
  expect(missing).toEqual([]);
});

test('the example flow is one that the Metadata API knows, about fields that the event has', () => {
  const flow = readFileSync(EXAMPLE, 'utf8');
  expect(metadataProblems(flow, new MetadataSchema())).toEqual([]);
  const fields = [...flow.matchAll(/\$Record\.(\w+)/g)].map(([, field]) => field);
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter((field) => !hasField('Run_Ended__e', field))).toEqual([]);
});

import { join } from 'node:path';
import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import type { ExtraField } from '../local-org/schema/build-schema';
import { EngineOrg } from './support/engine-org';
import { lastRun } from './support/result';
import { addContacts, FIELDS, REPORT, saveIntegration } from './support/story';

const LONG_TEXT: ExtraField = { object: 'Contact', name: 'Note__c', label: 'Note', type: 'TEXTAREA', length: 32_768 };
const RICH_TEXT: ExtraField = { ...LONG_TEXT, htmlFormatted: true };
const SECRET: ExtraField = {
  object: 'Contact',
  name: 'Secret__c',
  label: 'Secret',
  type: 'ENCRYPTEDSTRING',
  length: 100,
  filterable: false
};

const RICH_TEXT_REFUSED = /^Note \(Note__c\) is a rich text area.*Map a text or long text area field\.$/;
const SECRET_REFUSED = /^Secret \(Secret__c\) is encrypted.*Map a field that is not encrypted\.$/;

let folder: ReturnType<typeof createFolder>;
let data: ReturnType<typeof createFolder>;
let api: InsightsApi;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT });
  data = createFolder({});
  api = await spawnInsightsApi({ reports: folder.folder });
});

afterAll(async () => {
  await api.close();
  folder.remove();
  data.remove();
});

interface Field {
  readonly name: string;
  readonly mappable: boolean;
  readonly canBeKey: boolean;
}

function fieldsOf(org: EngineOrg): Map<string, Field> {
  const { fields } = org.call<{ fields: Field[] }>('ReportController', 'fields', { objectApiName: 'Contact' });
  return new Map(fields.map((field) => [field.name, field]));
}

test('rich and encrypted text is neither offered nor saved, and a field that became rich text stops the next run', async () => {
  const options = { url: api.url, databaseFile: join(data.folder, 'org.db') };
  const before = await EngineOrg.open({ ...options, fields: [...FIELDS, LONG_TEXT, SECRET] });
  addContacts(before);
  expect(fieldsOf(before).get('Note__c')).toMatchObject({ mappable: true, canBeKey: false });
  expect(fieldsOf(before).get('Secret__c')).toMatchObject({ mappable: false, canBeKey: false });
  expect(() => saveIntegration(before, { mappings: { Title: 'Secret__c' } })).toThrow(SECRET_REFUSED);
  const integrationId = saveIntegration(before, { mappings: { Title: 'Note__c' } });
  before.close();

  const after = await EngineOrg.open({ ...options, clock: before.clock, fields: [...FIELDS, RICH_TEXT, SECRET] });
  expect(fieldsOf(after).get('Note__c')).toMatchObject({ mappable: false, canBeKey: false });
  expect(() => saveIntegration(after, { name: 'Other', mappings: { Title: 'Note__c' } })).toThrow(RICH_TEXT_REFUSED);
  after.call('RunController', 'start', { integrationId });
  await after.finish();
  const { status, message, counts } = lastRun(after);
  expect([status, counts.read]).toEqual(['Failed', 0]);
  expect(message).toContain('Note (Note__c) is a rich text area');
  expect(() => after.call('RunController', 'start', { integrationId })).toThrow('paused');
  expect(after.query('SELECT Note__c FROM Contact').every(({ Note__c }) => !Note__c)).toBe(true);
  after.close();
});

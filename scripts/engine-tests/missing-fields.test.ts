import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFolder } from '../insights-api/testing/report-fixture';
import { createLocalOrg } from '../local-org/org';
import { EngineOrg } from './support/engine-org';

const fields = [
  { apiName: 'Sync_Score__c', label: 'Score', type: 'Number', precision: 4, scale: 1 },
  { apiName: 'Sync_Done__c', label: 'Done', type: 'Checkbox' },
  { apiName: 'Sync_Note__c', label: 'Note', type: 'LongTextArea' },
  { apiName: 'Sync_Seen__c', label: 'Seen', type: 'DateTime' }
];

interface Generated {
  readonly missing: readonly { apiName: string }[];
  readonly files: readonly { path: string; text: string }[];
}

/** What the package generates, by an org that is gone when the other one is opened: Apex runs in the last one alone. */
async function generate(): Promise<Generated> {
  const org = await EngineOrg.open({ url: 'http://127.0.0.1:9' });
  try {
    return org.call('ReportController', 'missingFields', { objectApiName: 'Contact', fields });
  } finally {
    org.close();
  }
}

test('metadata of missing fields make the fields where they are deployed', async () => {
  const generated = await generate();
  expect(generated.missing).toHaveLength(fields.length);
  const project = createFolder({
    'sfdx-project.json': '{"packageDirectories": [{"path": "generated", "default": true}]}'
  });
  for (const { path, text } of generated.files) {
    mkdirSync(dirname(join(project.folder, 'generated', path)), { recursive: true });
    writeFileSync(join(project.folder, 'generated', path), text);
  }
  const deployed = await createLocalOrg({ projectDirectory: project.folder, databaseFile: ':memory:' });
  try {
    expect(deployed.query("SELECT Field FROM FieldPermissions WHERE Field LIKE 'Contact.Sync%'")).toHaveLength(4);
    const contact = { LastName: 'One', Sync_Score__c: 12.5, Sync_Done__c: true, Sync_Note__c: 'Long' };
    expect(deployed.insertRecords('Contact', [contact])).toMatchObject([{ errors: [] }]);
    expect(deployed.query('SELECT Sync_Score__c, Sync_Done__c, Sync_Note__c, Sync_Seen__c FROM Contact')).toMatchObject(
      [{ Sync_Score__c: '12.5', Sync_Done__c: true, Sync_Note__c: 'Long', Sync_Seen__c: null }]
    );
  } finally {
    await deployed.close();
    project.remove();
  }
});

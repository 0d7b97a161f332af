import { createFolder } from '../insights-api/testing/report-fixture';
import { SAMPLE_CREDENTIAL } from '../insights-api/sample-credential';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { EngineOrg } from './support/engine-org';
import { addContacts, FIELDS, REPORT, saveIntegration } from './support/story';

const WRONG = 'never-a-right-secret';

interface Environment {
  readonly status: string;
  readonly statusText: string;
}

interface Check {
  readonly ok: boolean;
  readonly message: string;
  readonly remedy: string | null;
  readonly reports: number | null;
}

const CUSTOMER_FILES = {
  'triggers/BeforeUpdate.trigger':
    'trigger BeforeUpdate on Contact (before update) { Integer seen = Trigger.new.size(); }',
  'triggers/BeforeUpdate.trigger-meta.xml': '<ApexTrigger><apiVersion>67.0</apiVersion></ApexTrigger>',
  'triggers/OnInsert.trigger': 'trigger OnInsert on Contact (before insert) { Integer seen = Trigger.new.size(); }',
  'triggers/OnInsert.trigger-meta.xml': '<ApexTrigger><apiVersion>67.0</apiVersion></ApexTrigger>',
  'flows/Greet.flow-meta.xml': `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Greet contact</label>
    <processType>AutoLaunchedFlow</processType>
    <start>
        <object>Contact</object>
        <recordTriggerType>Update</recordTriggerType>
        <triggerType>RecordAfterSave</triggerType>
    </start>
    <status>Draft</status>
</Flow>`
};

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;
let org: EngineOrg;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS, customerFiles: CUSTOMER_FILES });
  addContacts(org);
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

function connect(secret: string): Environment {
  return org.call('ConnectionController', 'connect', {
    environmentName: 'Production',
    key: SAMPLE_CREDENTIAL.key,
    secret
  });
}

function verify(): Check {
  return org.call('ConnectionController', 'verify', { environmentName: 'Production' });
}

/** Everything that a query can see, as text. */
function allRecords(): string {
  const { database } = org.services;
  const tables = database.schema.objects().map(({ name }) => JSON.stringify(database.system.find(name, {})));
  return tables.join('\n');
}

describe('the account of an environment', () => {
  test('works from the start in the sample', () =>
    org.aside(async () => {
      expect(verify()).toMatchObject({ ok: true, reports: 1 });
    }));

  test('fails with a wrong secret, which is kept in no record and told by nobody', () =>
    org.aside(async () => {
      const answers = [connect(WRONG), verify(), org.call('SetupController', 'org')];
      expect(answers[1]).toMatchObject({
        ok: false,
        message: 'WalkMe did not accept the API key and secret of “Production”.',
        remedy: expect.stringMatching(/API Keys/) as string
      });
      expect(answers[2]).toMatchObject({ environments: [{ status: 'Failing' }, { status: 'Connected' }] });
      expect(JSON.stringify(answers)).not.toContain(WRONG);
      expect(allRecords()).not.toContain(WRONG);
    }));

  test('ends a run with a sentence while it is wrong', () =>
    org.aside(async () => {
      connect(SAMPLE_CREDENTIAL.secret);
      const integrationId = saveIntegration(org, { sourceKind: 'Api' });
      connect(WRONG);
      const runId = org.call<string>('RunController', 'start', { integrationId });
      await org.finish();
      const [run] = org.call<{ status: string; message: string }[]>('RunController', 'progress', { runIds: [runId] });
      expect(run.status).toBe('Failed');
      expect(run.message).toMatch(/WalkMe_Production/);
      expect(run.message).not.toContain(WRONG);
    }));

  test('is gone when it is disconnected, and back when it is connected', () =>
    org.aside(async () => {
      const gone = org.call<Environment>('ConnectionController', 'disconnect', { environmentName: 'Production' });
      expect(gone.status).toBe('NotConnected');
      expect(verify()).toMatchObject({ ok: false, message: expect.stringMatching(/No key is stored/) as string });
      expect(connect(SAMPLE_CREDENTIAL.secret).status).toBe('Connected');
      expect(verify().ok).toBe(true);
    }));

  test('is of no use to those whom no permission set opens it', () =>
    org.aside(async () => {
      org.remove('SetupEntityAccess', { SetupEntityId: 'WalkMe_Production-WalkMe' });
      org.restart();
      expect(verify().message).toMatch(/No key is stored for “Production”, or you may not use it/);
    }));
});

describe('automation of an object', () => {
  test('is what an update sets off', () =>
    org.aside(async () => {
      const automation = org.call<Record<string, readonly { name: string; active: boolean }[]>>(
        'ReportController',
        'automation',
        { objectApiName: 'Contact' }
      );
      expect(automation['triggers']).toMatchObject([{ name: 'BeforeUpdate', active: true }]);
      expect(automation['flows']).toMatchObject([{ name: 'Greet contact', active: false }]);
      expect(automation['unknown']).toHaveLength(1);
    }));
});

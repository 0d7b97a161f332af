import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { loginToken, randomSecret, registerApi } from '../../local-org/api';
import { useTemporaryHome } from '../../local-org/api/testing/fixtures';
import { listen, localServer } from '../../local-org/lightning';
import { createLocalOrg, type LocalOrg } from '../../local-org/org';
import { connectToOrg } from '../../org-connection/connect';
import type { OrgSyncOptions } from './org-command';
import { syncInOrg } from './org-sync';
import { prefixed, withoutPrefix } from './package-names';

const CLI = ['--require', require.resolve('tsx/cjs'), resolve(__dirname, '../cli.ts')];
const PROJECT = resolve(__dirname, '../../..');

let folder: string;
let org: LocalOrg;
let server: FastifyInstance;
let url: string;
let token: string;

const REPORT = 'Email,Phone\na@example.com,111\nb@example.com,222\nnobody@example.com,333\n';

beforeAll(async () => {
  useTemporaryHome();
  folder = mkdtempSync(join(tmpdir(), 'org-sync-'));
  org = await createLocalOrg({
    projectDirectory: PROJECT,
    databaseFile: ':memory:',
    includeTests: false,
    permissionSets: ['Insights_Sync_Admin']
  });
  org.insertRecords('Contact', [
    { LastName: 'A', Email: 'a@example.com', Phone: '111' },
    { LastName: 'B', Email: 'b@example.com', Phone: '1' }
  ]);
  token = loginToken(org, randomSecret());
  server = localServer();
  registerApi(server, org, token);
  url = await listen(server, 0);
  await saveIntegration();
  org.startJobs();
});

afterAll(async () => {
  await server.close();
  await org.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  process.env['SF_ACCESS_TOKEN'] = token;
});

/** A file as an admin would upload it, by the connection that the command uses. */
async function saveIntegration(): Promise<void> {
  process.env['SF_ACCESS_TOKEN'] = token;
  const connection = await connectToOrg({ instanceUrl: url });
  const VersionData = Buffer.from('Email,Phone\n').toString('base64');
  const file = { Title: 'phones', PathOnClient: 'phones.csv', VersionData };
  const { id } = (await connection.sobject('ContentVersion').create(file)) as { id: string };
  const { ContentDocumentId } = await connection.sobject('ContentVersion').retrieve(id);
  org.callApex('IntegrationController', 'save', {
    input: {
      name: 'Phones',
      environmentName: 'Production',
      sourceKind: 'Upload',
      reportId: ContentDocumentId,
      reportName: 'phones',
      objectApiName: 'Contact',
      keyColumn: 'Email',
      keyField: 'Email',
      onAmbiguous: 'None',
      mappings: [{ column: 'Phone', field: 'Phone', blankPolicy: 'Keep', truncate: false }]
    }
  });
}

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function sync(...parameters: string[]): Promise<Outcome> {
  const env = { ...process.env, SF_ACCESS_TOKEN: token, NODE_NO_WARNINGS: '1' };
  return new Promise((done) => {
    execFile(process.execPath, [...CLI, ...parameters], { env }, (error, stdout, stderr) => {
      done({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

test('runs an integration of an org on a file that it uploads, and tells what came of it', async () => {
  const [report, json] = [join(folder, 'phones.csv'), join(folder, 'result.json')];
  writeFileSync(report, REPORT);
  const { code, stdout, stderr } = await sync(
    '--instance-url',
    url,
    '--integration',
    'Phones',
    '--report',
    report,
    '--json',
    json
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Completed');
  expect(stdout).not.toContain('Local simulation');
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
    status: 'Completed',
    object: 'Contact',
    counts: { read: 3, updated: 1, unchanged: 1, unmatched: 1 },
    rows: [{ line: 4, key: 'nobody@example.com', outcome: 'Unmatched', reason: expect.any(String) }],
    usage: { transactions: expect.any(Number), statements: null }
  });
  expect(org.query(`SELECT Phone FROM Contact WHERE LastName = 'B'`)).toMatchObject([{ Phone: '222' }]);
});

test('says in a sentence what cannot be done', async () => {
  const run = (options: Omit<OrgSyncOptions, 'instanceUrl'>): Promise<unknown> =>
    syncInOrg({ instanceUrl: url, ...options });
  await expect(run({ integration: 'Gone' })).rejects.toThrow('There is no integration Gone in this org.');
  await expect(run({ integration: 'Phones', report: 'gone.csv' })).rejects.toThrow('There is no file gone.csv.');
  await expect(syncInOrg({ targetOrg: 'nobody', integration: 'Phones' })).rejects.toThrow(
    'The Salesforce CLI knows no org nobody.'
  );
});

test('a session that has ended is told as such', async () => {
  process.env['SF_ACCESS_TOKEN'] = 'ended';
  await expect(connectToOrg({ instanceUrl: url })).rejects.toThrow('cannot be used: Session expired or invalid.');
  delete process.env['SF_ACCESS_TOKEN'];
  await expect(connectToOrg({ instanceUrl: url })).rejects.toThrow('Set SF_ACCESS_TOKEN.');
});

test('names of the package get the prefix of an org where it is installed', () => {
  expect(prefixed(`SELECT Id, Rows_Read__c, Run__r.Name FROM Sync_Run__c WHERE Name = 'x'`, 'ns__')).toBe(
    `SELECT Id, ns__Rows_Read__c, ns__Run__r.Name FROM ns__Sync_Run__c WHERE Name = 'x'`
  );
  expect(withoutPrefix({ Id: '1', ns__Rows_Read__c: 2 }, 'ns__')).toEqual({ Id: '1', Rows_Read__c: 2 });
});

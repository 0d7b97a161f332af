import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { connectToOrg, ConnectionError } from '../../org-connection/connect';
import { InputError } from '../input-error';
import { checkWritable, writeWhole } from '../output/files';
import { Progress } from '../output/progress';
import { resultJson } from '../output/result-json';
import { runLog } from '../output/run-log';
import type { RunResult } from '../run-model';
import type { OrgSyncOptions } from './org-command';
import { OrgPackage, type PackageRow } from './org-package';
import { readResult, readRun } from './org-result';

/** Between two looks at a run; the first ones come sooner. */
const LONGEST_PAUSE_MS = 3000;
const FIRST_PAUSE_MS = 200;

/**
 * Runs an integration in an org and waits for its end.
 * @throws InputError in a sentence
 */
export async function syncInOrg(options: OrgSyncOptions): Promise<RunResult> {
  if (options.json) checkWritable(options.json, '--json');
  const org = await OrgPackage.of(await connection(options));
  const integration = await findIntegration(org, options.integration);
  if (options.report) await upload(org, integration, options.report);
  const runId = await start(org, String(integration['Id']));
  await waitForEnd(org, runId);
  const result = await readResult(org, runId);
  console.log(runLog(result));
  if (options.json) writeWhole(options.json, resultJson(result));
  return result;
}

async function connection(options: OrgSyncOptions): ReturnType<typeof connectToOrg> {
  try {
    return await connectToOrg(options);
  } catch (error) {
    throw error instanceof ConnectionError ? new InputError(error.message) : error;
  }
}

async function findIntegration(org: OrgPackage, nameOrId: string): Promise<PackageRow> {
  const quoted = nameOrId.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const isId = /^\w{15}(\w{3})?$/.test(nameOrId);
  const condition = isId ? `Name = '${quoted}' OR Id = '${quoted}'` : `Name = '${quoted}'`;
  const found = await org.query(`SELECT Id, Name, Source_Kind__c, Report_Id__c FROM Integration__c WHERE ${condition}`);
  if (found.length > 1) throw new InputError(`There are ${found.length} integrations ${nameOrId}. Name one by its Id.`);
  if (found[0]) return found[0];
  throw new InputError(`There is no integration ${nameOrId} in this org. Its names are on the Integrations page.`);
}

async function upload(org: OrgPackage, integration: PackageRow, report: string): Promise<void> {
  if (!existsSync(report)) throw new InputError(`There is no file ${report}. Check the path.`);
  if (integration['Source_Kind__c'] !== 'Upload') {
    throw new InputError(
      `The integration ${String(integration['Name'])} does not read an uploaded file. Leave --report out.`
    );
  }
  await org.newVersion(String(integration['Report_Id__c']), basename(report), readFileSync(report));
}

async function start(org: OrgPackage, integrationId: string): Promise<string> {
  const { started, runId, message } = await org.invoke('RunIntegrationAction', { integration: integrationId });
  if (started !== true) throw new InputError(String(message));
  return String(runId);
}

async function waitForEnd(org: OrgPackage, runId: string): Promise<void> {
  const progress = new Progress();
  try {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5)) {
      const run = await readRun(org, runId);
      if (run['Finished_At__c']) return;
      progress.update(Number(run['Rows_Read__c'] ?? 0), (run['Rows_Total__c'] as number | null) ?? null);
      await new Promise((done) => setTimeout(done, pause));
    }
  } finally {
    progress.stop();
  }
}

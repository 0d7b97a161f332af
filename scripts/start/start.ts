import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyStaticResources } from '../build/static-resources';
import { spawnInsightsApi } from '../insights-api/spawn';
import { loginToken, readSecret, registerApi } from '../local-org/api';
import type { FeatureOptions } from '../local-org/schema/feature-option';
import { faultPlan, type FaultOptions, type FaultPlan } from '../local-org/faults';
import { createLightningServer, prepareLightning } from '../local-org/lightning';
import { createLocalOrg, type LocalOrg } from '../local-org/org';
import { readLocalOrgConfiguration, type LocalOrgConfiguration } from '../sample-data/configuration';
import { seedSampleData } from '../sample-data/seed';

const PROJECT_DIRECTORY = resolve(__dirname, '../..');

/** How the org is to be started. */
export interface StartOptions extends FaultOptions, FeatureOptions {
  readonly port: number;
  /** Begins with an empty database. */
  readonly reset: boolean;
  /** Folder of CSV files to serve as reports instead of the sample's. */
  readonly reports?: string;
  /** Folder that keeps the org's data; by default in the project. */
  readonly data?: string;
}

/** An org that answers in the browser. */
export interface StartedOrg {
  readonly url: string;
  readonly insightsUrl: string;
  /** With which clients such as `sf` log in. */
  readonly accessToken: string;
  close(): Promise<void>;
}

/**
 * Starts the stand-in, the org and its pages, on this machine only; a fresh org is filled with the sample.
 * @throws Error with a sentence when a port is taken or a folder is missing
 */
export async function start(options: StartOptions): Promise<StartedOrg> {
  const configuration = readLocalOrgConfiguration();
  copyStaticResources(PROJECT_DIRECTORY);
  const bundles = prepareLightning({ projectFolder: PROJECT_DIRECTORY });
  bundles.catch(() => undefined);
  const insights = await spawnInsightsApi(reportsOf(configuration, options));
  try {
    const faults = faultPlan(options, killProcess);
    const org = await openOrg(configuration, options, insights.url, faults);
    await bundles;
    const accessToken = loginToken(org, readSecret(join(dataFolder(options), 'access-secret')));
    const pages = await createLightningServer(org, {
      projectFolder: PROJECT_DIRECTORY,
      port: options.port,
      extend: (server) => registerApi(server, org, accessToken)
    });
    org.startJobs();
    const close = async (): Promise<void> => {
      await pages.close();
      await org.close();
      if (options.boundaries && faults) writeFileSync(options.boundaries, faults.report());
      await insights.close();
    };
    return { url: pages.url, insightsUrl: insights.url, accessToken, close };
  } catch (error) {
    await insights.close();
    throw error;
  }
}

function reportsOf(
  { insightsApi }: LocalOrgConfiguration,
  { reports }: StartOptions
): LocalOrgConfiguration['insightsApi'] {
  return reports ? { ...insightsApi, reports: resolve(reports) } : insightsApi;
}

async function openOrg(
  configuration: LocalOrgConfiguration,
  options: StartOptions,
  insightsUrl: string,
  faults: FaultPlan | undefined
): Promise<LocalOrg> {
  const org = await createLocalOrg({
    projectDirectory: PROJECT_DIRECTORY,
    databaseFile: databaseFile(options),
    includeTests: false,
    extraFields: configuration.extraFields,
    features: options.feature,
    permissionSets: configuration.permissionSets,
    faults,
    namedCredentials: configuration.namedCredentials(insightsUrl)
  });
  const isNew = org.query('SELECT Id FROM Contact LIMIT 1').length === 0;
  if (isNew && !options.reports) seedSampleData(org, configuration);
  return org;
}

/** A process that is killed does not say goodbye: what it had not committed is gone, the rest goes on at the next start. */
function killProcess(): void {
  process.kill(process.pid, 'SIGKILL');
}

function dataFolder({ data }: StartOptions): string {
  return resolve(data ?? join(PROJECT_DIRECTORY, '.local-org', 'data'));
}

function databaseFile(options: StartOptions): string {
  const folder = dataFolder(options);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'org.db');
  if (options.reset) for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  return file;
}

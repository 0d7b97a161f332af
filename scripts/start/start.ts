import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnInsightsApi } from '../insights-api/spawn';
import { createLightningServer, prepareLightning } from '../local-org/lightning/server';
import { createLocalOrg, type LocalOrg } from '../local-org/org';
import { endpointsAt, readConfiguration, type Configuration } from './configuration';
import { loadSample, sampleFields } from './sample-data';

const PROJECT_DIRECTORY = resolve(__dirname, '../..');

/** How the org is to be started. */
export interface StartOptions {
  readonly port: number;
  /** Begins with an empty database. */
  readonly reset: boolean;
  /** Folder of CSV files to serve as reports instead of the sample's. */
  readonly reports?: string;
  /** File of the database; by default in the project. */
  readonly database?: string;
}

/** An org that answers in the browser. */
export interface StartedOrg {
  readonly url: string;
  readonly insightsUrl: string;
  readonly org: LocalOrg;
  close(): Promise<void>;
}

/**
 * Starts the stand-in, the org and its pages, on this machine only; a fresh org is filled with the sample.
 * @throws Error with a sentence when a port is taken or a folder is missing
 */
export async function start(options: StartOptions): Promise<StartedOrg> {
  const configuration = readConfiguration(PROJECT_DIRECTORY);
  const databaseFile = databasePath(options);
  const bundles = prepareLightning({ projectFolder: PROJECT_DIRECTORY });
  bundles.catch(() => undefined);
  const insights = await startInsights(configuration, options);
  try {
    const org = await createLocalOrg({
      projectDirectory: PROJECT_DIRECTORY,
      databaseFile,
      extraFields: sampleFields(configuration),
      permissionSets: configuration.permissionSets,
      namedCredentials: endpointsAt(configuration, insights.url)
    });
    if (!options.reports) loadSample(org, configuration, PROJECT_DIRECTORY);
    await bundles;
    const pages = await createLightningServer(org, { projectFolder: PROJECT_DIRECTORY, port: options.port });
    org.startJobs();
    const close = async (): Promise<void> => {
      await pages.close();
      await org.close();
      await insights.close();
    };
    return { url: pages.url, insightsUrl: insights.url, org, close };
  } catch (error) {
    await insights.close();
    throw error;
  }
}

function startInsights({ insightsApi }: Configuration, { reports }: StartOptions): ReturnType<typeof spawnInsightsApi> {
  const { port, credentials } = insightsApi;
  return spawnInsightsApi({ reports: reports ? resolve(reports) : insightsApi.reports, port, credentials });
}

function databasePath({ database, reset }: StartOptions): string {
  if (database === ':memory:') return database;
  const path = resolve(database ?? join(PROJECT_DIRECTORY, '.local-org', 'data', 'org.db'));
  mkdirSync(resolve(path, '..'), { recursive: true });
  if (reset) for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
  return path;
}

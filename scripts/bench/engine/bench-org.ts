import { resolve } from 'node:path';
import { SAMPLE_CREDENTIAL } from '../../insights-api/sample-credential';
import { spawnInsightsApi } from '../../insights-api/spawn';
import type { LocalEndpoint } from '../../local-org/http';
import { createLocalOrg, type LocalOrg, steadyCacheFolder } from '../../local-org/org';
import type { BoundaryCounter } from './boundary-counter';
import { extraFields, OBJECT } from './columns';
import { recordsBefore, type Share } from './report';
import type { Way } from './ways';

/** What an org to measure in is made with. */
export interface BenchOrgOptions {
  readonly way: Way;
  readonly rows: number;
  readonly share: Share;
  /** The report as a CSV file. */
  readonly report: string;
  readonly counter?: BoundaryCounter;
}

/** An org with records and a report that is about them. */
export interface BenchOrg {
  readonly org: LocalOrg;
  close(): Promise<void>;
}

/** Makes an org in memory, fills it and serves its report. */
export async function openBenchOrg({ way, rows, share, report, counter }: BenchOrgOptions): Promise<BenchOrg> {
  const starting = spawnInsightsApi({ reports: report, port: 0, faults: [] });
  const endpoint = lateEndpoint();
  const org = await createLocalOrg({
    projectDirectory: resolve(__dirname, way.project),
    databaseFile: ':memory:',
    cacheFolder: steadyCacheFolder(),
    includeTests: false,
    extraFields: extraFields(),
    permissionSets: way.permissionSets,
    namedCredentials: Object.fromEntries(way.credentials.map((name) => [name, endpoint])),
    faults: counter
  });
  for (const records of recordsBefore(rows, share)) org.insertRecords(OBJECT, records);
  const api = await starting;
  endpoint.leadsTo(api.url);
  const close = async (): Promise<void> => {
    await org.close();
    await api.close();
  };
  return { org, close };
}

/** Where named credentials lead, known when the stand-in listens: the org is made and filled meanwhile. */
function lateEndpoint(): LocalEndpoint & { leadsTo(url: string): void } {
  const { key, secret } = SAMPLE_CREDENTIAL;
  let known = '';
  return {
    get url() {
      return known;
    },
    get tokenUrl() {
      return `${known}/accounts/connect/token`;
    },
    clientId: key,
    clientSecret: secret,
    leadsTo: (url) => (known = url)
  };
}

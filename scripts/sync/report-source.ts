import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { slugOf } from '../insights-api/reports/report-folder';
import { SAMPLE_CREDENTIAL } from '../insights-api/sample-credential';
import type { InsightsApi } from '../insights-api/server';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { LocalEndpoint } from '../local-org/http';
import type { SyncOptions } from './arguments/command';
import { InputError } from './input-error';

/** The report as the Insights API knows it. */
export interface ReportReference {
  id: string;
  name: string;
}

/** Id and name that the stand-in gives the report. @throws InputError when it has no such file to serve */
export function reportReference({ report, insights }: SyncOptions): ReportReference {
  if (!insights && !existsSync(report)) {
    throw new InputError(`There is no file ${report}. Check the path.`);
  }
  if (!insights && statSync(report).isDirectory()) {
    throw new InputError(`${report} is a folder. Name one CSV file in it.`);
  }
  const name = basename(report, extname(report));
  return { id: slugOf(name), name };
}

/** Serves the report from a process of its own, or points to the stand-in that does. */
export async function openReportSource({ report, insights, port, fault }: SyncOptions): Promise<InsightsApi> {
  if (insights) {
    return { url: insights, close: async () => undefined };
  }
  try {
    return await spawnInsightsApi({ reports: report, port, faults: fault });
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** Where the package's named credentials lead. The key comes from the environment, never from the command line. */
export function namedCredentials(url: string): Record<string, LocalEndpoint> {
  const clientId = process.env.INSIGHTS_API_KEY ?? SAMPLE_CREDENTIAL.key;
  const clientSecret = process.env.INSIGHTS_API_SECRET ?? SAMPLE_CREDENTIAL.secret;
  const insights = { url, tokenUrl: `${url}/accounts/connect/token`, clientId, clientSecret };
  return { WalkMe_Production: insights, WalkMe_Test: insights, Report_Storage: { url } };
}

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

/** The stand-in a run reads from. It starts by itself; meanwhile an org can be made that will call it. */
export class ReportSource {
  private readonly opening: Promise<InsightsApi>;
  private api: InsightsApi | undefined;

  constructor(options: SyncOptions) {
    this.opening = open(options);
    // A failure is told where it is waited for, not before.
    this.opening.catch(() => undefined);
  }

  /** Waits until it listens. @throws InputError when it cannot */
  async ready(): Promise<void> {
    this.api = await this.opening;
  }

  /** Where the package's named credentials lead. The key comes from the environment, never from the command line. */
  namedCredentials(): Record<string, LocalEndpoint> {
    const url = () => this.url;
    const insights: LocalEndpoint = {
      get url() {
        return url();
      },
      get tokenUrl() {
        return `${url()}/accounts/connect/token`;
      },
      clientId: process.env.INSIGHTS_API_KEY ?? SAMPLE_CREDENTIAL.key,
      clientSecret: process.env.INSIGHTS_API_SECRET ?? SAMPLE_CREDENTIAL.secret
    };
    return { WalkMe_Production: insights, WalkMe_Test: insights, Report_Storage: insights };
  }

  /** Ends the stand-in, if it was started here. */
  async close(): Promise<void> {
    const api = await this.opening.catch(() => undefined);
    await api?.close();
  }

  private get url(): string {
    if (!this.api) {
      throw new Error('The stand-in has no address before it listens.');
    }
    return this.api.url;
  }
}

async function open({ report, insights, port, fault }: SyncOptions): Promise<InsightsApi> {
  if (insights) {
    return { url: insights, close: async () => undefined };
  }
  try {
    return await spawnInsightsApi({ reports: report, port, faults: fault });
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

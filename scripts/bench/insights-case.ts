import { join } from 'node:path';
import { SAMPLE_CREDENTIAL } from '../insights-api/sample-credential';
import { type BenchContext, type BenchResult, timesOf } from './bench-case';
import { writeLongReport } from './data';
import { MeasuredProcess } from './measured-process';

const ROWS = 1_000_000;
const PAGE = 10_000;

/** The stand-in on a report of a million rows: finding them, and reading them all page by page. */
export async function insightsCase({ folder }: BenchContext): Promise<BenchResult> {
  writeLongReport(join(folder, 'Long.csv'), ROWS);
  const process = new MeasuredProcess('scripts/insights-api/cli.ts', ['--reports', join(folder, 'Long.csv')]);
  const url = (await process.printed(/http:\/\/\S+/)).trim();
  const headers = { authorization: `Bearer ${await token(url)}` };
  const report = `${url}/insights/v1/environments/Production/reports/long`;
  const read = async (path: string) => (await fetch(report + path, { headers })).arrayBuffer();
  const index = await timed(() => read('/columns'));
  const pages = await timed(async () => {
    for (let offset = 0; offset < ROWS; offset += PAGE) {
      await read(`/rows?limit=${PAGE}&offset=${offset}`);
    }
  });
  const { peakBytes } = process.figures();
  await process.stop();
  return timesOf('Stand-in for the Insights API', [
    { what: 'Stand-in: index 1,000,000 rows of 10 columns', milliseconds: index, peakBytes },
    { what: `Stand-in: read them in pages of ${PAGE.toLocaleString('en-US')}`, milliseconds: pages, peakBytes }
  ]);
}

async function token(url: string): Promise<string> {
  const { key, secret } = SAMPLE_CREDENTIAL;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: key, client_secret: secret });
  const answer = await fetch(`${url}/accounts/connect/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await action();
  return performance.now() - startedAt;
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { failInsights } from './insights-faults';
import type { RunningApp } from './running-app';

const SAMPLE = resolve(__dirname, '../../../config/sample-data/reports/Onboarding progress.csv');
const REPORT = 'onboarding-progress';

/** Files that the stand-in of the Insights API can serve in place of its report on onboarding. */
export class ReportFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'insights-sync-reports-'));

  /** Lets the report have this content from now on. */
  async serve(app: RunningApp, file: string): Promise<void> {
    const path = `/exports/${REPORT}.csv`;
    await failInsights(app, { kind: 'replace', reportId: REPORT, file, path, method: 'HEAD' });
    // The file is replaced by the request that the fault strikes
    await fetch(app.insightsUrl + path, { method: 'HEAD' });
  }

  /** The report as it was at first. */
  whole(): string {
    return SAMPLE;
  }

  /** One row in twenty of the sample. */
  shrunk(): string {
    const { header, rows } = sample();
    return this.write('shrunk.csv', [header, ...rows.filter((_, index) => index % 20 === 0)]);
  }

  /** So many rows like those of the sample, but with keys that no record has; the first key is given. */
  long(count: number, firstKey: string): string {
    const { header, rows } = sample();
    const keyOf = (index: number): string => (index === 0 ? firstKey : `nobody.${index}@example.com`);
    const lines = Array.from({ length: count }, (_, index) =>
      rows[index % rows.length].replace(/[\w.]+@example\.com/, keyOf(index))
    );
    return this.write('long.csv', [header, ...lines]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(name: string, lines: string[]): string {
    const file = join(this.folder, name);
    writeFileSync(file, [...lines, ''].join('\n'));
    return file;
  }
}

function sample(): { header: string; rows: string[] } {
  const [header, ...rows] = readFileSync(SAMPLE, 'utf8').trim().split('\n');
  return { header, rows };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lines, runPackageFile } from './command';
import type { Gate } from './gate';

/** The Salesforce CLI sees files and folders of force-app as metadata components, and can convert them for a deployment. */
export const sourceFormat: Gate = {
  name: 'source format',
  purpose: 'The Salesforce CLI converts force-app for a deployment.',
  async run(directory) {
    const target = mkdtempSync(path.join(tmpdir(), 'converted-source-'));
    try {
      const args = ['project', 'convert', 'source', '--root-dir', 'force-app', '--output-dir', target, '--json'];
      const { output, errorOutput } = await runPackageFile('@salesforce/cli/bin/run.js', args, {
        directory,
        environment: { SF_DISABLE_TELEMETRY: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true', SF_AUTOUPDATE_DISABLE: 'true' }
      });
      return { problems: problemsOf(output, errorOutput) };
    } finally {
      rmSync(target, { recursive: true, force: true });
    }
  }
};

function problemsOf(output: string, errorOutput: string): string[] {
  const start = output.indexOf('{');
  if (start < 0) return ['The Salesforce CLI gave no answer.', ...lines(errorOutput)];
  const answer = JSON.parse(output.slice(start)) as { status: number; message?: string };
  return answer.status === 0 ? [] : [answer.message ?? 'The Salesforce CLI could not convert the source.'];
}

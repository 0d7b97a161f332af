import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import { lines, runPackageFile } from './command';
import type { Gate } from './gate';
import { listFiles } from './package-contents';

/**
 * The Salesforce CLI converts force-app for a deployment, and takes every file along: what it does not recognise (a
 * class without its -meta.xml, a stray file) it leaves out without a word.
 */
export const sourceFormat: Gate = {
  name: 'source format',
  purpose: 'The Salesforce CLI converts force-app for a deployment, and leaves no file behind.',
  async run(directory) {
    const left = filesLeftBehind(path.join(directory, 'force-app'));
    const problems = left.map(
      (file) => `${path.relative(directory, file)} would not be deployed: it is no part of a metadata component.`
    );
    return { problems: [...problems, ...(await conversionProblems(directory))] };
  }
};

function filesLeftBehind(source: string): string[] {
  const { ComponentSet, ForceIgnore } =
    require('@salesforce/source-deploy-retrieve') as typeof import('@salesforce/source-deploy-retrieve');
  if (!existsSync(source)) return [];
  const ignore = ForceIgnore.findAndCreate(source);
  const taken = new Set(ComponentSet.fromSource(source).getSourceComponents().toArray().flatMap(filesOf));
  return listFiles(source).filter((file) => !taken.has(file) && ignore.accepts(file));
}

function filesOf(component: SourceComponent): string[] {
  const own = [...(component.xml ? [component.xml] : []), ...component.walkContent()];
  return [...own, ...component.getChildren().flatMap(filesOf)];
}

async function conversionProblems(directory: string): Promise<string[]> {
  const target = mkdtempSync(path.join(tmpdir(), 'converted-source-'));
  try {
    const args = ['project', 'convert', 'source', '--root-dir', 'force-app', '--output-dir', target, '--json'];
    const { output, errorOutput } = await runPackageFile('@salesforce/cli/bin/run.js', args, {
      directory,
      environment: { SF_DISABLE_TELEMETRY: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true', SF_AUTOUPDATE_DISABLE: 'true' }
    });
    return problemsOf(output, errorOutput);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

function problemsOf(output: string, errorOutput: string): string[] {
  const start = output.indexOf('{');
  if (start < 0) return ['The Salesforce CLI gave no answer.', ...lines(errorOutput)];
  const answer = JSON.parse(output.slice(start)) as { status: number; message?: string };
  return answer.status === 0 ? [] : [answer.message ?? 'The Salesforce CLI could not convert the source.'];
}

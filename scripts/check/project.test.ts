import { runGates } from './gate';
import { lock } from './lock';
import { projectFile } from './project-file';
import { problemText, summarize } from './report';
import { problemsWith } from './testing/seeded-project';

describe('project file', () => {
  it('accepts the settings of the project itself', async () => {
    expect(await problemsWith(projectFile, {})).toEqual([]);
  });

  it('refuses a namespace, a missing directory and a fixed version', async () => {
    const contents = {
      packageDirectories: [{ path: 'nowhere', default: true, package: 'P', versionNumber: '1.0.0.1' }],
      namespace: 'ns',
      sourceApiVersion: '67.0'
    };
    expect(await problemsWith(projectFile, { 'sfdx-project.json': JSON.stringify(contents) })).toEqual([
      'sfdx-project.json must leave namespace empty: the release script sets it.',
      'The package directory "nowhere" does not exist.',
      'The package directory "nowhere" must have a versionNumber such as 0.1.0.NEXT.'
    ]);
  });
});

describe('package lock', () => {
  it('names platform packages that are left out and dependencies that are out of date', async () => {
    const problems = await problemsWith(lock, {
      'package.json': JSON.stringify({ devDependencies: { tool: '^2.0.0' } }),
      'package-lock.json': JSON.stringify({
        packages: {
          '': { devDependencies: { tool: '^1.0.0' } },
          'node_modules/tool': { version: '1.0.0', optionalDependencies: { 'tool-darwin-arm64': '1.0.0' } }
        }
      })
    });
    expect(problems).toEqual([
      'package-lock.json lacks node_modules/tool-darwin-arm64; run: npx tsx scripts/build/complete-lock.ts',
      'package-lock.json is out of date for tool; run: npm install'
    ]);
  });
});

describe('running gates', () => {
  const gate = (name: string, run: () => Promise<{ problems: string[] } | { notRun: string }>) => ({
    name,
    purpose: '',
    run
  });

  it('counts a gate that breaks as failed and one without its tool as not run', async () => {
    const results = await runGates(
      [
        gate('good', async () => ({ problems: [] })),
        gate('broken', () => Promise.reject(new Error('no such file'))),
        gate('absent', async () => ({ notRun: 'needs Java' }))
      ],
      '.',
      2
    );
    expect(summarize(results)).toEqual({ total: 2, passed: 1, failed: 1, notRun: 1 });
    expect(problemText(results[1])).toContain('no such file');
    expect(problemText(results[2])).toBe('absent: not run\n  needs Java\n');
  });
});

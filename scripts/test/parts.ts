import { countApex, countGates, countJest } from './counts';
import { BROWSER_MISSING, findBrowser } from './find-browser';
import type { Part } from './part';

/** Node's arguments that run a TypeScript file, as package.json's scripts have them. */
const TYPESCRIPT = ['--require', 'tsx/cjs'];

/** A part that is one of jest's projects. */
function jestPart(name: string, project: string, obstacle?: Part['obstacle']): Part {
  return {
    name,
    command: (resultFile) => [
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      project,
      '--json',
      '--outputFile',
      resultFile,
      '--ci'
    ],
    count: countJest,
    obstacle
  };
}

/** Everything that `npm test` runs, in this order. */
export const parts: readonly Part[] = [
  {
    name: 'checks',
    command: (resultFile) => [...TYPESCRIPT, 'scripts/check/cli.ts', '--json', resultFile],
    count: countGates
  },
  jestPart('tooling tests', 'scripts'),
  jestPart('component tests', 'lwc'),
  {
    name: 'Apex tests',
    command: (resultFile) => [...TYPESCRIPT, 'scripts/local-org/cli.ts', 'apex-test', '--json', resultFile],
    count: countApex
  },
  jestPart('browser tests', 'browser', () => (findBrowser() ? undefined : BROWSER_MISSING))
];

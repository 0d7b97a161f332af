import { countApex, countGates, countJest } from './counts';
import { BROWSER_MISSING, findBrowser } from './find-browser';
import type { Part } from './part';

const TSX = 'node_modules/tsx/dist/cli.mjs';

/** A part that is one of jest's projects. */
function jestPart(name: string, project: string, obstacle?: Part['obstacle']): Part {
  return {
    name,
    command: (resultFile) => ({
      script: 'node_modules/jest/bin/jest.js',
      args: ['--selectProjects', project, '--json', '--outputFile', resultFile, '--ci']
    }),
    count: countJest,
    obstacle
  };
}

/** Everything that `npm test` runs, in this order. */
export const parts: readonly Part[] = [
  {
    name: 'checks',
    command: (resultFile) => ({ script: TSX, args: ['scripts/check/cli.ts', '--json', resultFile] }),
    count: countGates
  },
  jestPart('tooling tests', 'scripts'),
  jestPart('component tests', 'lwc'),
  {
    name: 'Apex tests',
    command: (resultFile) => ({ script: TSX, args: ['scripts/local-org/cli.ts', 'apex-test', '--json', resultFile] }),
    count: countApex
  },
  jestPart('browser tests', 'browser', () => (findBrowser() ? undefined : BROWSER_MISSING))
];

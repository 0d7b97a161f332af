import { lines, runPackageFile } from './command';
import type { Gate } from './gate';

/** Builds the gate that type-checks one TypeScript project of the repository. */
function typeGate(name: string, configuration: string, purpose: string): Gate {
  return {
    name,
    purpose,
    async run(directory) {
      const { exitCode, output } = await runPackageFile('typescript/bin/tsc', ['-p', configuration], { directory });
      return { problems: exitCode === 0 ? [] : lines(output) };
    }
  };
}

export const scriptTypes = typeGate('types: scripts', 'scripts', 'The tooling agrees with its types.');

export const browserTypes = typeGate(
  'types: browser host',
  'scripts/tsconfig.browser.json',
  "The local org's pages agree with their types."
);

export const componentTypes = typeGate(
  'types: components',
  'force-app/lwc',
  'The Lightning Web Components agree with their types.'
);

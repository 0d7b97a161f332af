import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installedPackages } from '../command';
import type { Gate } from '../gate';

const REPOSITORY = path.resolve(__dirname, '../../..');

/** The project's own settings, which the seeded projects share. */
const SETTINGS = [
  'sfdx-project.json',
  'tsconfig.json',
  'scripts/tsconfig.json',
  '.prettierrc',
  '.prettierignore',
  '.forceignore',
  'force-app/lwc/tsconfig.json'
];

/** Makes a small Salesforce DX project with the given files, for a gate to look at; call `remove` when done. */
export function seededProject(files: Record<string, string>): { directory: string; remove: () => void } {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'seeded-project-')));
  mkdirSync(path.join(directory, 'force-app', 'lwc'), { recursive: true });
  for (const name of SETTINGS) cpSync(path.join(REPOSITORY, name), path.join(directory, name), { recursive: true });
  cpSync(path.join(REPOSITORY, 'scripts/build/lwc-types'), path.join(directory, 'scripts/build/lwc-types'), {
    recursive: true
  });
  symlinkSync(installedPackages(), path.join(directory, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    writeFileSync(path.join(directory, name), text);
  }
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** What a gate has to say about a project with these files. */
export async function problemsWith(gate: Gate, files: Record<string, string>): Promise<string[]> {
  const { directory, remove } = seededProject(files);
  try {
    const finding = await gate.run(directory);
    return 'problems' in finding ? finding.problems : [finding.notRun];
  } finally {
    remove();
  }
}

/** The metadata file that goes with an Apex class. */
export const CLASS_METADATA = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>67.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;

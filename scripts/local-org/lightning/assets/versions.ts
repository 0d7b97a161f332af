import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './folders';

/** Packages whose version decides what a bundle looks like. */
const PACKAGES = ['lwc', '@lwc/rollup-plugin', 'rollup', 'typescript', 'lightning-base-components'] as const;

/** The installed versions that go into the key of a cached bundle, one a line. */
export function toolVersions(): string {
  return PACKAGES.map((name) => `${name}@${versionOf(name)}`).join('\n');
}

function versionOf(name: string): string {
  const file = join(packageFolder(name), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

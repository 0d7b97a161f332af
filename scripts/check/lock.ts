import { readFileSync } from 'node:fs';
import path from 'node:path';
import { missingPlatformPackages } from '../build/complete-lock';
import type { Gate } from './gate';

/** The lock is what `npm ci` accepts on every platform. */
export const lock: Gate = {
  name: 'package lock',
  purpose: 'npm ci accepts package-lock.json on every platform.',
  async run(directory) {
    const file = JSON.parse(readFileSync(path.join(directory, 'package-lock.json'), 'utf8'));
    const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
    const missing = Object.keys(missingPlatformPackages(file)).map(
      (name) => `package-lock.json lacks ${name}; run: npx tsx scripts/build/complete-lock.ts`
    );
    return { problems: [...missing, ...staleDependencies(manifest, file.packages[''] ?? {})] };
  }
};

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

function staleDependencies(manifest: Manifest, locked: Manifest): string[] {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  const present = { ...locked.dependencies, ...locked.devDependencies };
  return [...new Set([...Object.keys(wanted), ...Object.keys(present)])]
    .filter((name) => wanted[name] !== present[name])
    .map((name) => `package-lock.json is out of date for ${name}; run: npm install`);
}

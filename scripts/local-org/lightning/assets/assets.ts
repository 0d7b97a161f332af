import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Application } from '../application';
import { isCached, type Bundle } from './cache';
import { componentLayer } from './component-layer';
import { platformLayer } from './platform-layer';

/** Whose pages to bundle, and where to keep the result. */
export interface AssetSource {
  /** The package directory of the project, such as `force-app`. */
  packageFolder: string;
  cacheFolder: string;
  application: Application;
}

/** The bundles behind the app's pages. */
export interface Assets {
  platform: Bundle;
  components: Bundle;
}

/** The bundles for the sources as they are, built first if they are not in the cache. */
export async function prepareAssets(source: AssetSource): Promise<Assets> {
  const assets = describeAssets(source);
  if (!isCached(assets.platform) || !isCached(assets.components)) {
    await buildInOwnProcess(source);
  }
  return assets;
}

/** The bundles for the sources as they are, whether or not they are in the cache. */
export function describeAssets({ packageFolder, cacheFolder, application }: AssetSource): Assets {
  return {
    platform: platformLayer(cacheFolder),
    components: componentLayer(lwcFolder(packageFolder), shownComponents(application), cacheFolder)
  };
}

/** Where a package has its components. */
export function lwcFolder(packageFolder: string): string {
  return join(packageFolder, 'lwc');
}

/** The components that the tabs of an app and record pages show. */
export function shownComponents({ tabs, recordComponents, recordPages }: Application): string[] {
  const names = [
    ...tabs.map(({ component }) => component),
    ...recordComponents.map(({ name }) => name),
    ...recordPages.flatMap(({ components }) => components)
  ];
  return [...new Set(names)];
}

/**
 * A build holds some 450 MB at its end, and a heap of no more than that is collected over and over until it fails. It
 * makes much short-lived garbage besides: with the young generation of a usual process, it takes a fifth more processor
 * time.
 */
const MEMORY = ['--max-old-space-size=1024', '--max-semi-space-size=64'];

/** A build takes ten seconds of work: in a process of its own it leaves this one free, and gives its memory back. */
function buildInOwnProcess(source: AssetSource): Promise<void> {
  const command = [...MEMORY, '--require', 'tsx/cjs', join(__dirname, 'build-command.ts'), JSON.stringify(source)];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(complaint.trim()))));
  });
}

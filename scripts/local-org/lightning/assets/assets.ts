import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Application } from '../application';
import { buildIntoCache, isCached, type Bundle } from './cache';
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
  if (missing(assets).length > 0) {
    await buildInOwnProcess(source);
  }
  return assets;
}

/** Builds what is missing, in this process. */
export async function buildAssets(source: AssetSource): Promise<void> {
  for (const bundle of missing(describeAssets(source))) {
    await buildIntoCache(bundle);
  }
}

function describeAssets({ packageFolder, cacheFolder, application }: AssetSource): Assets {
  const components = application.tabs.map((tab) => tab.component);
  return {
    platform: platformLayer(cacheFolder),
    components: componentLayer(join(packageFolder, 'lwc'), components, cacheFolder)
  };
}

function missing({ platform, components }: Assets): Bundle[] {
  return [platform, components].filter((bundle) => !isCached(bundle));
}

/** A build takes some 900 MB for ten seconds: in a process of its own it gives them back, and leaves this one free. */
function buildInOwnProcess(source: AssetSource): Promise<void> {
  const command = [require.resolve('tsx/cli'), join(__dirname, 'build-command.ts'), JSON.stringify(source)];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(complaint.trim()))));
  });
}

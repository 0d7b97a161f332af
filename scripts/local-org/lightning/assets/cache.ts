import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Files of a bundle by their path below it. */
export type BundleFiles = Record<string, string>;

/** A bundle on disk: a folder whose name carries the key of its content. */
export interface CachedBundle {
  /** The name of the folder, which also stands in the addresses the browser asks for. */
  id: string;
  folder: string;
}

const KEPT_BUNDLES = 3;

/** A key that changes when any of the files or the extra text does. */
export function contentKey(root: string, files: readonly string[], extra: string): string {
  const hash = createHash('sha256').update(extra);
  for (const file of [...files].sort()) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Every file below a folder that the filter lets through. */
export function filesBelow(folder: string, accepts: (path: string) => boolean): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path, accepts) : accepts(path) ? [path] : [];
  });
}

/**
 * The bundle of that name and key, built only when it is not on disk yet. It appears under its final name only when
 * complete, so that a build that is killed leaves nothing half-written behind.
 */
export async function cachedBundle(
  cacheFolder: string,
  name: string,
  key: string,
  build: () => Promise<BundleFiles>
): Promise<CachedBundle> {
  const id = `${name}-${key}`;
  const folder = join(cacheFolder, id);
  if (!existsSync(folder)) {
    writeBundle(folder, await build());
    removeOldBundles(cacheFolder, name);
  }
  return { id, folder };
}

function writeBundle(folder: string, files: BundleFiles): void {
  const unfinished = `${folder}.${process.pid}.unfinished`;
  for (const [path, content] of Object.entries(files)) {
    const target = join(unfinished, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function removeOldBundles(cacheFolder: string, name: string): void {
  const bundles = readdirSync(cacheFolder)
    .filter((entry) => entry.startsWith(`${name}-`))
    .map((entry) => join(cacheFolder, entry))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  for (const old of bundles.slice(KEPT_BUNDLES)) {
    rmSync(old, { recursive: true, force: true });
  }
}

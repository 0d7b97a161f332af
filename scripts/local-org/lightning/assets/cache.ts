import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Files of a bundle by their path below it. */
export type BundleFiles = Record<string, string>;

/** A bundle by the key of its content. */
export interface Bundle {
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

/** The bundle of that name and key. */
export function bundle(cacheFolder: string, name: string, key: string): Bundle {
  const id = `${name}-${key}`;
  return { id, folder: join(cacheFolder, id) };
}

/** Whether the bundle is on disk. */
export function isCached({ folder }: Bundle): boolean {
  return existsSync(folder);
}

/**
 * Keeps what was built. It appears under its final name only when complete, so that a build that is killed leaves
 * nothing half-written behind.
 */
export function keep({ id, folder }: Bundle, files: BundleFiles): void {
  writeBundle(folder, files);
  removeOldBundles(dirname(folder), id.slice(0, id.lastIndexOf('-')));
}

function writeBundle(folder: string, files: BundleFiles): void {
  const unfinished = `${folder}.${process.pid}.unfinished`;
  for (const [path, content] of Object.entries(files)) {
    const target = join(unfinished, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  moveInPlace(unfinished, folder);
}

/** Another process may have built the same meanwhile, and serve it: what is there stays. */
function moveInPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function removeOldBundles(cacheFolder: string, name: string): void {
  const bundles = readdirSync(cacheFolder)
    .filter((entry) => entry.startsWith(`${name}-`))
    .map((entry) => join(cacheFolder, entry))
    // Gone already where another process tidies up as well.
    .map((path) => ({ path, builtAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((left, right) => right.builtAt - left.builtAt);
  for (const { path } of bundles.slice(KEPT_BUNDLES)) {
    rmSync(path, { recursive: true, force: true });
  }
}

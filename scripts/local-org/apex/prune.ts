/** Keeps a folder of cached files from growing for ever. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is kept. */
export interface Keeping {
  /** How long after its last use. */
  readonly milliseconds: number;
  /** How much together. */
  readonly bytes: number;
}

interface CachedFile {
  readonly path: string;
  readonly bytes: number;
  readonly usedAt: number;
}

/**
 * Removes files that were not used for long, and of the others the longest unused ones until the rest is not too much.
 * The time of a file's last change counts as that of its last use. Other processes may do the same in the same folder
 * at the same time: a file that is gone already is no trouble.
 */
export function prune(folder: string, { milliseconds, bytes }: Keeping): void {
  const latestFirst = filesIn(folder).sort((a, b) => b.usedAt - a.usedAt);
  const oldest = Date.now() - milliseconds;
  let total = 0;
  for (const file of latestFirst) {
    total += file.bytes;
    if (file.usedAt < oldest || total > bytes) rmSync(file.path, { force: true });
  }
}

function filesIn(folder: string): CachedFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, bytes: stats.size, usedAt: stats.mtimeMs }] : [];
  });
}

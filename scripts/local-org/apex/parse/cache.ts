/**
 * Trees on disk, addressed by the content of their source. All trees of a project are in one file, a line each (key,
 * tab, JSON): JSON.parse reads them two to three times as fast as v8.deserialize, and one file is read faster than
 * hundreds.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceKind } from './source';
import { builderStamp } from './stamp';

/** Address of the tree of a source. */
export function contentKey(kind: SourceKind, source: string): string {
  return createHash('sha256').update(kind).update('\0').update(source).digest('hex');
}

/** The cached trees of one project, as JSON texts by content key. */
export class TreeCache {
  private readonly file: string;
  private readonly trees: Map<string, string>;

  /**
   * @param folder where cache files live
   * @param project what tells the projects of one folder apart, e.g. a root path
   */
  constructor(folder: string, project: string) {
    const name = createHash('sha256').update(project).digest('hex').slice(0, 16);
    this.file = join(folder, `${name}-${builderStamp()}.ast`);
    this.trees = readTrees(this.file);
  }

  get(key: string): string | undefined {
    return this.trees.get(key);
  }

  /** Keeps exactly these trees. Writes nothing when they are what the file already holds. */
  save(trees: ReadonlyMap<string, string>): void {
    const isSame = trees.size === this.trees.size && [...trees.keys()].every((key) => this.trees.has(key));
    if (isSame) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const unfinished = `${this.file}.${process.pid}`;
    writeFileSync(unfinished, [...trees].map(([key, tree]) => `${key}\t${tree}\n`).join(''));
    renameSync(unfinished, this.file);
    this.removeOutdated();
  }

  /** Files of the same project with another stamp are of no use any more. */
  private removeOutdated(): void {
    const folder = dirname(this.file);
    const project = this.file.slice(folder.length + 1, this.file.lastIndexOf('-') + 1);
    for (const name of readdirSync(folder)) {
      const isOutdated = name.startsWith(project) && name.endsWith('.ast') && join(folder, name) !== this.file;
      if (isOutdated) rmSync(join(folder, name), { force: true });
    }
  }
}

function readTrees(file: string): Map<string, string> {
  const trees = new Map<string, string>();
  for (const line of readLines(file)) {
    const tab = line.indexOf('\t');
    if (tab > 0) trees.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return trees;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return []; // no cache yet
  }
}

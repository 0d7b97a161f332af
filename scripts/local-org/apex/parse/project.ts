/** All sources of a project at once, through the cache. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompilationUnit } from './ast';
import { contentKey, TreeCache } from './cache';
import { parseCold, type ColdResult } from './cold';
import { sourceKind, type SourceKind } from './source';

/** One source and its tree. */
export interface ParsedSource extends ColdResult {
  path: string;
  kind: SourceKind;
  source: string;
  /** Address of the source's content; equal sources have equal keys. */
  key: string;
  /** Null when there are errors, or when something is not modelled. */
  unit: CompilationUnit | null;
}

/** Where trees are kept between runs. */
export interface ParseOptions {
  /** Folder of the cache; by default in the working folder. */
  cacheFolder?: string;
  /** What tells this project from others in the same cache folder. */
  project?: string;
}

/**
 * Reads and parses Apex files; parsed before with the same content means read from the cache.
 * @param paths files named .cls, .trigger or .apex
 * @returns in the order of the paths
 */
export async function parseProjectSources(
  paths: readonly string[],
  options: ParseOptions = {}
): Promise<ParsedSource[]> {
  const sources = await Promise.all(paths.map(readSource));
  const cache = new TreeCache(
    options.cacheFolder ?? join('.local-org', 'cache', 'ast'),
    options.project ?? process.cwd()
  );
  const trees = await allTrees(sources, cache);
  return sources.map((source) => ({ ...source, ...(JSON.parse(trees.get(source.key) as string) as ColdResult) }));
}

type Source = Pick<ParsedSource, 'path' | 'kind' | 'source' | 'key'>;

async function readSource(path: string): Promise<Source> {
  const kind = sourceKind(path);
  const source = await readFile(path, 'utf8');
  return { path, kind, source, key: contentKey(kind, source) };
}

async function allTrees(sources: Source[], cache: TreeCache): Promise<ReadonlyMap<string, string>> {
  const trees = new Map(sources.map(({ key }) => [key, cache.get(key)]));
  const cold = sources.filter(({ key }, index) => !trees.get(key) && sources.findIndex((s) => s.key === key) === index);
  const parsed = cold.length > 0 ? await parseCold(cold) : [];
  cold.forEach(({ key }, index) => trees.set(key, parsed[index]));
  cache.save(trees as Map<string, string>);
  return trees as Map<string, string>;
}

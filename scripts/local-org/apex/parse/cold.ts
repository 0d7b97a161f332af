/** Parses sources that are not in the cache, on several cores when there are many. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { NotModeled } from '../../platform/not-modeled';
import type { CompilationUnit } from './ast';
import type { ParseResult } from './result';
import type { SourceKind } from './source';

/** A source to parse. */
export interface ColdSource {
  kind: SourceKind;
  source: string;
}

/** A tree as cached; of a source with constructs that are not modelled, the refusal. */
export type ColdResult = ParseResult<CompilationUnit> & { notModeled: string | null };

/** Below this many characters a second thread costs more (loading the parser, warming it up) than it saves. */
const worthThreads = 400_000;

/** Parses many sources; results are JSON texts of {@link ColdResult} in the order of the sources. */
export async function parseCold(sources: ColdSource[]): Promise<string[]> {
  const size = sources.reduce((sum, { source }) => sum + source.length, 0);
  const threads = size < worthThreads ? 1 : Math.min(availableParallelism(), 4);
  return threads === 1 ? sources.map(parseToJson) : parseInThreads(sources, threads);
}

/** Parses one source in this thread. */
export function parseToJson({ kind, source }: ColdSource): string {
  const { parseSource } = require('./antlr') as typeof import('./antlr');
  return JSON.stringify(refusalAsResult(() => parseSource(source, kind)));
}

function refusalAsResult(parse: () => ParseResult<CompilationUnit>): ColdResult {
  try {
    return { ...parse(), notModeled: null };
  } catch (error) {
    if (error instanceof NotModeled) return { unit: null, errors: [], notModeled: error.what };
    throw error;
  }
}

async function parseInThreads(sources: ColdSource[], threads: number): Promise<string[]> {
  const shares = share(sources, threads);
  const parsed = await Promise.all(shares.map((indexes) => parseShare(indexes.map((index) => sources[index]))));
  const results: string[] = [];
  shares.forEach((indexes, thread) => indexes.forEach((index, place) => (results[index] = parsed[thread][place])));
  return results;
}

/** Gives each source to the thread with the least to do, the largest first. */
function share(sources: ColdSource[], threads: number): number[][] {
  const shares = Array.from({ length: threads }, () => ({ size: 0, indexes: [] as number[] }));
  const bySize = sources.map((_, index) => index).sort((a, b) => sources[b].source.length - sources[a].source.length);
  for (const index of bySize) {
    const least = shares.reduce((best, next) => (next.size < best.size ? next : best));
    least.indexes.push(index);
    least.size += sources[index].source.length;
  }
  return shares.map(({ indexes }) => indexes);
}

function parseShare(sources: ColdSource[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'cold-worker.ts'), {
      execArgv: ['--require', require.resolve('tsx/cjs')],
      workerData: sources,
      // The parser makes much short-lived garbage: a third of its time goes with the default young generation.
      resourceLimits: { maxYoungGenerationSizeMb: 128 }
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

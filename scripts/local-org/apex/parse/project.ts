/** All sources of a project. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { NotModeled } from '../../values/not-modeled';
import type { CompilationUnit } from './ast';
import { parseSource } from './grammar';
import type { ParseResult } from './result';
import { sourceKind, type SourceKind } from './source';

/** One source and its tree. */
export interface ParsedSource extends ParseResult<CompilationUnit> {
  readonly path: string;
  readonly kind: SourceKind;
  readonly source: string;
  /** Address of the source's content; equal sources have equal keys. */
  readonly key: string;
  /** Null when there are errors, or when something is not modelled. */
  readonly unit: CompilationUnit | null;
  /** What is not modelled. */
  readonly notModeled: string | null;
}

/**
 * Reads Apex files. Each is parsed when its tree or its errors are asked for; one that has not changed since the last
 * time is not parsed again.
 * @param paths files named .cls, .trigger or .apex
 * @returns in the order of the paths
 */
export async function readProjectSources(paths: readonly string[]): Promise<ParsedSource[]> {
  const sources = await Promise.all(paths.map(readSource));
  latest = new Map(sources.map((source) => [source.path, source]));
  return sources;
}

/** The sources that were read last: a process that watches a project reads them over and over. */
let latest: ReadonlyMap<string, ParsedSource> = new Map();

async function readSource(path: string): Promise<ParsedSource> {
  const kind = sourceKind(path);
  const source = await readFile(path, 'utf8');
  const known = latest.get(path);
  return known?.source === source ? known : new LazilyParsed(path, kind, source);
}

type Parsed = ParseResult<CompilationUnit> & { readonly notModeled: string | null };

class LazilyParsed implements ParsedSource {
  readonly path: string;
  readonly kind: SourceKind;
  readonly source: string;
  private parsed: Parsed | undefined;

  constructor(path: string, kind: SourceKind, source: string) {
    this.path = path;
    this.kind = kind;
    this.source = source;
  }

  get key(): string {
    return createHash('sha256').update(this.kind).update('\0').update(this.source).digest('hex');
  }

  get unit(): CompilationUnit | null {
    return this.result().unit;
  }

  get errors(): Parsed['errors'] {
    return this.result().errors;
  }

  get notModeled(): string | null {
    return this.result().notModeled;
  }

  private result(): Parsed {
    this.parsed ??= refusalAsResult(() => parseSource(this.source, this.kind));
    return this.parsed;
  }
}

function refusalAsResult(parse: () => ParseResult<CompilationUnit>): Parsed {
  try {
    return { ...parse(), notModeled: null };
  } catch (error) {
    if (error instanceof NotModeled) return { unit: null, errors: [], notModeled: error.what };
    throw error;
  }
}

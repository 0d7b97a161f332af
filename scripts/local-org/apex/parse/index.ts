/**
 * Apex source to syntax tree: the public face of this folder. The parser itself is loaded on the first cold source
 * only, so that a start from the cache does not pay for it.
 */
import type { AnonymousBlock, CompilationUnit, TriggerDeclaration, TypeDeclaration } from './ast';
import type { ParseResult } from './result';
import type { SourceKind } from './source';

export type * from './ast';
export type { ParseResult, SyntaxProblem } from './result';
export { parseProjectSources, type ParsedSource, type ParseOptions } from './project';

/** Parses a class file: one class, interface or enum. */
export function parseCompilationUnit(source: string): ParseResult<TypeDeclaration> {
  return parseAs('class', source);
}

/** Parses a trigger file. */
export function parseTrigger(source: string): ParseResult<TriggerDeclaration> {
  return parseAs('trigger', source);
}

/** Parses a script for execute anonymous. */
export function parseAnonymous(source: string): ParseResult<AnonymousBlock> {
  return parseAs('anonymous', source);
}

function parseAs<Unit extends CompilationUnit>(kind: SourceKind, source: string): ParseResult<Unit> {
  const { parseSource } = require('./antlr') as typeof import('./antlr');
  return parseSource(source, kind) as ParseResult<Unit>;
}

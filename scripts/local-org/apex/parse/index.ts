/** Apex source to syntax tree: the public face of this folder. */
import type { AnonymousBlock, TriggerDeclaration, TypeDeclaration } from './ast';
import { parseSource } from './grammar';
import type { ParseResult } from './result';

export type * from './ast';
export type { ParseResult, SyntaxProblem } from './result';
export { readProjectSources, type ParsedSource } from './project';

/** Parses a class file: one class, interface or enum. */
export function parseCompilationUnit(source: string): ParseResult<TypeDeclaration> {
  return parseSource(source, 'class') as ParseResult<TypeDeclaration>;
}

/** Parses a trigger file. */
export function parseTrigger(source: string): ParseResult<TriggerDeclaration> {
  return parseSource(source, 'trigger') as ParseResult<TriggerDeclaration>;
}

/** Parses a script for execute anonymous. */
export function parseAnonymous(source: string): ParseResult<AnonymousBlock> {
  return parseSource(source, 'anonymous') as ParseResult<AnonymousBlock>;
}

/** The parser of Apex: the public face of this folder. */
import { SoqlSyntaxError } from '../../../soql/parse/syntax-error';
import type { CompilationUnit } from '../ast';
import type { ParseResult } from '../result';
import type { SourceKind } from '../source';
import { ApexSyntaxError } from './syntax-error';
import { TokenReader } from './token-reader';
import { readAnonymous, readCompilationUnit, readTrigger } from './units';

const readers: Record<SourceKind, (reader: TokenReader) => CompilationUnit> = {
  class: readCompilationUnit,
  trigger: readTrigger,
  anonymous: readAnonymous
};

/**
 * Parses one source up to its first error.
 * @throws NotModeled for a query that is not modelled
 */
export function parseSource(source: string, kind: SourceKind): ParseResult<CompilationUnit> {
  try {
    return { unit: readers[kind](new TokenReader(source)), errors: [] };
  } catch (error) {
    if (!(error instanceof ApexSyntaxError) && !(error instanceof SoqlSyntaxError)) throw error;
    return { unit: null, errors: [{ line: error.line, column: error.column, message: error.message }] };
  }
}

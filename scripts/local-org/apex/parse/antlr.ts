/**
 * Runs the ANTLR parser. Loading it takes a good part of a second, so nothing but the cold path may import this module.
 */
import {
  ApexErrorListener,
  ApexParserFactory,
  type ApexParser,
  type ApexParserRuleContext,
  type ApexTokenStream
} from '@apexdevtools/apex-parser';
import { SoqlSyntaxError } from '../../database/soql/parse/syntax-error';
import type { CompilationUnit } from './ast';
import { buildAnonymous, buildCompilationUnit, buildTrigger } from './build-units';
import { separateArithmeticFromCasts } from './cast-tokens';
import type { ParseResult, SyntaxProblem } from './result';
import type { SourceKind } from './source';
import { hideTextBlockEscapes } from './text-block';

const entries = {
  class: (parser: ApexParser) => buildLater(parser.compilationUnit(), buildCompilationUnit),
  trigger: (parser: ApexParser) => buildLater(parser.triggerUnit(), buildTrigger),
  anonymous: (parser: ApexParser) => buildLater(parser.anonymousUnit(), buildAnonymous)
};

function buildLater<Context extends ApexParserRuleContext, Unit>(
  context: Context,
  build: (context: Context) => Unit
): () => Unit {
  return () => build(context);
}

/**
 * Parses one source.
 * @throws NotModeled for a construct of the grammar that has no builder
 */
export function parseSource(source: string, kind: SourceKind): ParseResult<CompilationUnit> {
  const listener = new ProblemListener();
  const { parser } = ApexParserFactory.createLexerAndParser(hideTextBlockEscapes(source), listener);
  separateArithmeticFromCasts(parser.getTokenStream() as ApexTokenStream);
  const build = entries[kind](parser);
  return listener.problems.length > 0 ? { unit: null, errors: listener.problems } : buildUnit(build);
}

function buildUnit(build: () => CompilationUnit): ParseResult<CompilationUnit> {
  try {
    return { unit: build(), errors: [] };
  } catch (error) {
    if (!(error instanceof SoqlSyntaxError)) throw error;
    return { unit: null, errors: [{ line: error.line, column: error.column, message: error.message }] };
  }
}

class ProblemListener extends ApexErrorListener {
  readonly problems: SyntaxProblem[] = [];

  apexSyntaxError(line: number, column: number, message: string): void {
    this.problems.push({ line, column: column + 1, message });
  }
}

/** What parsing gives. */
import type { Position } from './ast';

/** A syntax error as the compiler reports it. */
export interface SyntaxProblem extends Position {
  message: string;
}

/** The tree, or null and the reasons. */
export interface ParseResult<Unit> {
  unit: Unit | null;
  errors: SyntaxProblem[];
}

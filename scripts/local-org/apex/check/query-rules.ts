/**
 * What the platform refuses in a query when it compiles a class: conditions, groups and orders that fields do not allow,
 * and binds that no field can be compared with.
 * @see "SOQL SELECT Syntax", SOQL and SOSL Reference
 */
import { compileQuery, SoqlError } from '../../database';
import { NotModeled } from '../../values/not-modeled';
import type { BoundExpression } from '../bound/expressions';
import type { SoqlExpression } from '../parse/ast';
import type { BodyContext } from './context';

/** Names that do not exist are reported where they stand, and standard ones may only be missing here. */
const UNKNOWN_NAME = /^(?:No such column|Didn't understand relationship|sObject type)/;

/** Reports what is wrong with a query whose names all exist. */
export function checkQueryRules(
  context: BodyContext,
  { query, line, column }: SoqlExpression,
  binds: readonly BoundExpression[]
): void {
  try {
    compileQuery(query, context.project.schema);
  } catch (error) {
    if (error instanceof SoqlError && !UNKNOWN_NAME.test(error.message)) {
      context.report(error.position ?? { line, column }, error.message);
    } else if (!(error instanceof SoqlError) && !(error instanceof NotModeled)) throw error;
  }
  for (const bind of binds) {
    if (bind.type.symbol?.kind === 'class') {
      context.report({ line: bind.line, column }, `Invalid bind expression type of ${bind.type.name}`);
    }
  }
}

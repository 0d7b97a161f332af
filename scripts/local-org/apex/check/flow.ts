/** Whether execution can reach the end of a statement: missing returns and unreachable statements. */
import type { BoundExpression } from '../bound/expressions';
import type { BoundBlock, BoundStatement } from '../bound/statements';

/** Reports the first statement of each block that cannot be reached. @returns whether the end can be reached */
export function checkFlow(block: BoundBlock, onUnreachable: (line: number) => void): boolean {
  let isReachable = true;
  for (const statement of block.statements) {
    if (!isReachable) {
      onUnreachable(statement.line);
      return false;
    }
    isReachable =
      completes(statement, onUnreachable) || (isEndless(statement) && statement !== block.statements.at(-1));
  }
  return isReachable;
}

/** Managed packages hold statements after `while (true)`, so the platform does not refuse them, though none is needed. */
function isEndless(statement: BoundStatement): boolean {
  return statement.kind === 'while' || statement.kind === 'doWhile' || statement.kind === 'for';
}

function completes(statement: BoundStatement, report: (line: number) => void): boolean {
  switch (statement.kind) {
    case 'block':
      return checkFlow(statement, report);
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'if': {
      const then = completes(statement.then, report);
      const otherwise = statement.otherwise ? completes(statement.otherwise, report) : true;
      return then || otherwise;
    }
    case 'for':
    case 'while':
      if (statement.body) completes(statement.body, report);
      return !isTrue(statement.condition) || containsBreak(statement.body);
    case 'doWhile':
      completes(statement.body, report);
      return !isTrue(statement.condition) || containsBreak(statement.body);
    case 'forEach':
    case 'forQuery':
      if (statement.body) completes(statement.body, report);
      return true;
    case 'try':
      return completesTry(statement, report);
    case 'switch': {
      const ends = statement.cases.map((branch) => checkFlow(branch.body, report));
      const hasElse = statement.cases.some((branch) => branch.test === null);
      return !hasElse || ends.includes(true);
    }
    case 'runAs':
      return checkFlow(statement.body, report);
    default:
      return true;
  }
}

function completesTry(statement: Extract<BoundStatement, { kind: 'try' }>, report: (line: number) => void): boolean {
  const body = checkFlow(statement.body, report);
  const catches = statement.catches.map((clause) => checkFlow(clause.body, report));
  const last = statement.finally ? checkFlow(statement.finally, report) : true;
  return last && (body || catches.includes(true));
}

/** An endless loop is written with the literal; a `for` without condition is one too. */
function isTrue(condition: BoundExpression | null): boolean {
  return condition === null || (condition.kind === 'literal' && condition.value === true);
}

function containsBreak(statement: BoundStatement | null): boolean {
  switch (statement?.kind) {
    case 'break':
      return true;
    case 'block':
      return statement.statements.some(containsBreak);
    case 'if':
      return containsBreak(statement.then) || containsBreak(statement.otherwise);
    case 'try':
      return [statement.body, ...statement.catches.map((clause) => clause.body), statement.finally].some(containsBreak);
    case 'switch':
      return statement.cases.some((branch) => containsBreak(branch.body));
    case 'runAs':
      return containsBreak(statement.body);
    default:
      return false;
  }
}

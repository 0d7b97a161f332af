/** Whether execution can reach the end of a statement: missing returns and unreachable statements. */
import type { BoundBlock, BoundStatement } from '../bound/statements';

type OnUnreachable = (line: number) => void;

/**
 * Reports the first statement of each block that cannot be reached. Like the platform's compiler, it takes every loop for
 * one that ends, and what is behind `break` and `continue` for reachable.
 * @returns whether the end can be reached
 */
export function checkFlow(block: BoundBlock, onUnreachable: OnUnreachable): boolean {
  return blockCompletes(block, onUnreachable);
}

function blockCompletes(block: BoundBlock, onUnreachable: OnUnreachable): boolean {
  let isReachable = true;
  for (const statement of block.statements) {
    if (!isReachable) {
      onUnreachable(statement.line);
      return false;
    }
    isReachable = completes(statement, onUnreachable);
  }
  return isReachable;
}

function completes(statement: BoundStatement, onUnreachable: OnUnreachable): boolean {
  switch (statement.kind) {
    case 'block':
      return blockCompletes(statement, onUnreachable);
    case 'return':
    case 'throw':
      return false;
    case 'if': {
      const then = completes(statement.then, onUnreachable);
      const otherwise = statement.otherwise ? completes(statement.otherwise, onUnreachable) : true;
      return then || otherwise;
    }
    case 'for':
    case 'while':
    case 'doWhile':
    case 'forEach':
    case 'forQuery':
      if (statement.body) completes(statement.body, onUnreachable);
      return true;
    case 'try':
      return completesTry(statement, onUnreachable);
    case 'switch': {
      const ends = statement.cases.map((branch) => blockCompletes(branch.body, onUnreachable));
      const hasElse = statement.cases.some((branch) => branch.test === null);
      return !hasElse || ends.includes(true);
    }
    case 'runAs':
      blockCompletes(statement.body, onUnreachable);
      return true;
    default:
      return true;
  }
}

function completesTry(statement: Extract<BoundStatement, { kind: 'try' }>, onUnreachable: OnUnreachable): boolean {
  const body = blockCompletes(statement.body, onUnreachable);
  const catches = statement.catches.map((clause) => blockCompletes(clause.body, onUnreachable));
  if (statement.finally) blockCompletes(statement.finally, onUnreachable);
  return body || catches.includes(true);
}

/** Whether execution can reach the end of a statement: missing returns and unreachable statements. */
import type { BoundExpression } from '../bound/expressions';
import type { BoundBlock, BoundStatement } from '../bound/statements';

/** How one walk through statements looks at them. */
interface Walk {
  readonly onUnreachable: (line: number) => void;
  /** Whether a loop whose condition is the literal `true` ends all the same. */
  readonly loopsEnd: boolean;
}

/**
 * Reports the first statement of each block that cannot be reached. Public packages have statements behind endless loops,
 * so the platform does not refuse them; that it asks for them is not documented, so none is missed here either.
 * @returns whether the end can be reached
 */
export function checkFlow(block: BoundBlock, onUnreachable: (line: number) => void): boolean {
  blockCompletes(block, { onUnreachable, loopsEnd: true });
  return blockCompletes(block, { onUnreachable: () => undefined, loopsEnd: false });
}

function blockCompletes(block: BoundBlock, walk: Walk): boolean {
  let isReachable = true;
  for (const statement of block.statements) {
    if (!isReachable) {
      walk.onUnreachable(statement.line);
      return false;
    }
    isReachable = completes(statement, walk);
  }
  return isReachable;
}

function completes(statement: BoundStatement, walk: Walk): boolean {
  switch (statement.kind) {
    case 'block':
      return blockCompletes(statement, walk);
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'if': {
      const then = completes(statement.then, walk);
      const otherwise = statement.otherwise ? completes(statement.otherwise, walk) : true;
      return then || otherwise;
    }
    case 'for':
    case 'while':
      if (statement.body) completes(statement.body, walk);
      return walk.loopsEnd || !isTrue(statement.condition) || containsBreak(statement.body);
    case 'doWhile':
      completes(statement.body, walk);
      return walk.loopsEnd || !isTrue(statement.condition) || containsBreak(statement.body);
    case 'forEach':
    case 'forQuery':
      if (statement.body) completes(statement.body, walk);
      return true;
    case 'try':
      return completesTry(statement, walk);
    case 'switch': {
      const ends = statement.cases.map((branch) => blockCompletes(branch.body, walk));
      const hasElse = statement.cases.some((branch) => branch.test === null);
      return !hasElse || ends.includes(true);
    }
    case 'runAs':
      return blockCompletes(statement.body, walk);
    default:
      return true;
  }
}

function completesTry(statement: Extract<BoundStatement, { kind: 'try' }>, walk: Walk): boolean {
  const body = blockCompletes(statement.body, walk);
  const catches = statement.catches.map((clause) => blockCompletes(clause.body, walk));
  const last = statement.finally ? blockCompletes(statement.finally, walk) : true;
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

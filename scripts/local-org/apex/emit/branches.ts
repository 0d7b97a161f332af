/** Prints `try` and `switch`. */
import type { BoundCase, BoundCatch, BoundStatement } from '../bound/statements';
import { coverSwitch } from './branch-coverage';
import { emit, emitSafe } from './expressions';
import { emitBlock, emitStatements, type FunctionContext } from './statements';
import { atLine } from './script';

type StatementOf<K extends BoundStatement['kind']> = Extract<BoundStatement, { kind: K }>;

/**
 * Only Apex exceptions can be caught; a limit, something not modelled or a fault of the local org passes every `catch`
 * and `finally`.
 * @see "Exception Class and Built-In Exceptions", Apex Reference Guide (LimitException)
 */
export function emitTry(context: FunctionContext, statement: StatementOf<'try'>): string {
  const { script } = context;
  const error = context.unique('error');
  const body = emitBlock(context, statement.body);
  const check = `if (!${script.operator('isCatchable')}(${error})) `;
  const clauses = statement.catches.map((clause) => emitCatch(context, clause, error)).join(' else ');
  const handler = clauses ? `${clauses} else throw ${error};` : `throw ${error};`;
  if (!statement.finally) return `try ${body} catch (${error}) {${check}throw ${error};${handler}}`;
  const isRunning = context.unique('isRunning');
  const caught = `${check}{${isRunning} = false;throw ${error};}${handler}`;
  const guarded = `try {try ${body} catch (${error}) {${caught}}}`;
  const inner = context.unique('error');
  const late = `catch (${inner}) {if (!${script.operator('isCatchable')}(${inner})) ${isRunning} = false;throw ${inner};}`;
  return `let ${isRunning} = true;${guarded} ${late} finally {if (${isRunning}) ${emitBlock(context, statement.finally)}}`;
}

function emitCatch(context: FunctionContext, { type, local, body, line }: BoundCatch, error: string): string {
  const test = `${context.script.type(type)}.isInstance(${error})`;
  const declared = `let ${local.javaScriptName} = ${error};`;
  return atLine(line, `if (${test}) {${declared}${emitStatements(context, body.statements)}}`);
}

/** `switch on`: cases are tried in order, and none falls through. */
export function emitSwitch(context: FunctionContext, { local, value, cases, line }: StatementOf<'switch'>): string {
  const hasElse = cases.some(({ test }) => !test);
  const names = cases.map((branch) => (branch.test ? `when in line ${branch.line}` : 'when else'));
  const counts = coverSwitch(context.script, line, hasElse ? names : [...names, 'no case']);
  const rest = hasElse || !context.script.isCovering ? '' : ` else {${counts.at(-1)}}`;
  const subject = `${local.isTemporary ? '' : 'let '}${local.javaScriptName} = ${emit(context.script, value)};`;
  const blocks = cases.map((branch, index) => emitCase(context, branch, counts[index] ?? ''));
  return `{${subject}${blocks.join(' else ')}${rest}}`;
}

function emitCase(context: FunctionContext, { test, local, localValue, body, line }: BoundCase, count: string): string {
  const declared = local && localValue ? `let ${local.javaScriptName} = ${emit(context.script, localValue)};` : '';
  const block = `{${count}${declared}${emitStatements(context, body.statements)}}`;
  if (!test) return block;
  // The values of a case are compared one by one, which is no branch of the program's.
  const condition = context.script.uncounted(() => emitSafe(context.script, test));
  return atLine(line, `if (${condition}) ${block}`);
}

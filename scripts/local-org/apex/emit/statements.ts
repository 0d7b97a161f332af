/** Prints statements. Each begins on the JavaScript line that stands for its Apex line. */
import type { BoundBlock, BoundStatement } from '../bound/statements';
import type { BoundExpression } from '../bound/expressions';
import { emit, emitSafe } from './expressions';
import { coverIf, coverLoop, coverRepeat } from './branch-coverage';
import { emitForEach, emitForQuery, emitLoopBody } from './loops';
import { emitSwitch, emitTry } from './branches';
import { atLine, type ScriptContext } from './script';

type StatementOf<K extends BoundStatement['kind']> = Extract<BoundStatement, { kind: K }>;

/** What a function body needs while it is printed. */
export interface FunctionContext {
  readonly script: ScriptContext;
  /** A variable name that nothing else in the function has. */
  unique(prefix: string): string;
}

/** Prints a block with its braces; its statements are counted when it is entered. */
export function emitBlock(context: FunctionContext, block: BoundBlock): string {
  return `{${emitStatements(context, block.statements)}}`;
}

/** Prints statements in a row, and counts them first. */
export function emitStatements(context: FunctionContext, statements: readonly BoundStatement[]): string {
  const counter = context.script.operator('counter');
  const count = statements.length > 0 ? `${counter}.n += ${statements.length};` : '';
  return count + statements.map((statement) => emitStatement(context, statement)).join('');
}

/** Prints one statement. */
function emitStatement(context: FunctionContext, statement: BoundStatement): string {
  if (statement.kind === 'block') return emitBlock(context, statement);
  const { script } = context;
  return atLine(statement.line, script.cover(statement.line) + emitPlain(context, statement));
}

/** A statement that another owns (`if (x) statement`), always in braces. */
function emitOwned(context: FunctionContext, statement: BoundStatement | null): string {
  if (!statement) return '{}';
  return statement.kind === 'block' ? emitBlock(context, statement) : `{${emitStatements(context, [statement])}}`;
}

function emitPlain(context: FunctionContext, statement: Exclude<BoundStatement, BoundBlock>): string {
  const { script } = context;
  switch (statement.kind) {
    case 'local':
      return emitLocal(context, statement);
    case 'expression':
      return `${emitExpressionStatement(script, statement.expression)};`;
    case 'if':
      return emitIf(context, statement);
    case 'for':
      return emitFor(context, statement);
    case 'forEach':
      return emitForEach(context, statement);
    case 'forQuery':
      return emitForQuery(context, statement);
    case 'while':
      return emitWhile(context, statement);
    case 'doWhile':
      return emitDoWhile(context, statement);
    case 'return':
      return statement.value ? `return (${emit(script, statement.value)});` : 'return;';
    case 'throw':
      return `throw (${emitSafe(script, statement.value)});`;
    case 'break':
    case 'continue':
      return `${statement.kind};`;
    case 'try':
      return emitTry(context, statement);
    case 'switch':
      return emitSwitch(context, statement);
    default:
      return emitWork(context, statement);
  }
}

function emitExpressionStatement(script: ScriptContext, expression: BoundExpression): string {
  const code = emit(script, expression);
  return code.startsWith('{') ? `(${code})` : code;
}

function emitLocal({ script }: FunctionContext, { local, initializer }: StatementOf<'local'>): string {
  return `let ${local.javaScriptName} = ${initializer ? emit(script, initializer) : 'null'};`;
}

function emitIf(context: FunctionContext, { condition, then, otherwise, line }: StatementOf<'if'>): string {
  const { script } = context;
  const test = emitSafe(script, condition);
  const block = emitOwned(context, then);
  const [first, other] = coverIf(script, line, block, otherwise ? emitOwned(context, otherwise) : '');
  return other ? `if (${test}) ${first} else ${other}` : `if (${test}) ${first}`;
}

function emitWhile(context: FunctionContext, { condition, body, line }: StatementOf<'while'>): string {
  const test = emitSafe(context.script, condition);
  return coverLoop(context, line, (first) => `while (${test}) ${emitLoopBody(context, body, first)}`);
}

function emitDoWhile(context: FunctionContext, { condition, body, line }: StatementOf<'doWhile'>): string {
  const block = emitLoopBody(context, body);
  return `do ${block} while (${coverRepeat(context.script, line, emitSafe(context.script, condition))});`;
}

function emitFor(context: FunctionContext, statement: StatementOf<'for'>): string {
  const { script } = context;
  const before = statement.initializer.map((part) => emitStatement(context, part)).join('');
  const condition = statement.condition ? emitSafe(script, statement.condition) : '';
  const update = statement.update.map((expression) => emit(script, expression)).join(', ');
  const loop = (first: string): string =>
    `for (; ${condition}; ${update}) ${emitLoopBody(context, statement.body, first)}`;
  return `{${before}${coverLoop(context, statement.line, loop)}}`;
}

function emitWork(context: FunctionContext, statement: StatementOf<'dml' | 'merge' | 'runAs'>): string {
  const { script } = context;
  switch (statement.kind) {
    case 'dml': {
      const records = emitSafe(script, statement.records);
      const field = statement.externalIdField ? JSON.stringify(statement.externalIdField) : 'null';
      return `${script.operator('dml')}('${statement.operation}', ${records}, '${statement.access}', ${field});`;
    }
    case 'merge': {
      const records = `${emitSafe(script, statement.master)}, ${emitSafe(script, statement.duplicates)}`;
      return `${script.operator('merge')}(${records}, '${statement.access}');`;
    }
    case 'runAs': {
      const leave = context.unique('leave');
      const enter = `const ${leave} = ${script.operator('enterUser')}(${emitSafe(script, statement.user)});`;
      return `${enter}try ${emitBlock(context, statement.body)} finally { ${leave}(); }`;
    }
  }
}

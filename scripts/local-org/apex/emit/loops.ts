/** Prints loops. */
import type { BoundStatement } from '../bound/statements';
import { coverLoop } from './branch-coverage';
import { emit, emitSafe } from './expressions';
import { emitStatements, type FunctionContext } from './statements';

type StatementOf<K extends BoundStatement['kind']> = Extract<BoundStatement, { kind: K }>;

/** A loop's body; every round looks whether the transaction has run for too long. */
export function emitLoopBody(context: FunctionContext, body: BoundStatement | null, first = ''): string {
  const counter = context.script.operator('counter');
  const check = `if (${counter}.n > ${counter}.ceiling) ${context.script.operator('checkStatements')}();`;
  const statements = body === null ? [] : body.kind === 'block' ? body.statements : [body];
  const count = statements.length === 0 ? `${counter}.n++;` : '';
  return `{${first}${check}${count}${emitStatements(context, statements)}}`;
}

/** `for (T x : items)`. */
export function emitForEach(context: FunctionContext, statement: StatementOf<'forEach'>): string {
  const { script } = context;
  const source = context.unique('source');
  const head = `const ${source} = ${emitSafe(script, statement.iterable)};`;
  if (statement.over === 'iterable' || statement.over === 'iterator') {
    const iterator = statement.over === 'iterable' ? `${source}.iterator$0()` : source;
    return `{${head}${emitIteration(context, statement, iterator)}}`;
  }
  return `{${head}${emitCollectionLoop(context, statement, source)}}`;
}

/** First version in which a set must not change while it is looped over: "Apex Versioned Behavior Changes". */
const GUARDED_SETS = 62;

/** A collection must not change while it is looped over; the count of running loops tells it so. */
function emitCollectionLoop(context: FunctionContext, statement: StatementOf<'forEach'>, source: string): string {
  const items = context.unique('items');
  const index = context.unique('index');
  const values = statement.over === 'list' ? `${source}.items` : `${source}.values()`;
  const element = declareElement(context, statement, `${items}[${index}]`);
  const loop = coverLoop(context, statement.line, (first) => {
    const body = emitLoopBody(context, statement.body, first + element);
    return `for (let ${index} = 0; ${index} < ${items}.length; ${index}++) ${body}`;
  });
  const isGuarded = statement.over === 'list' || context.script.owner.unit.apiVersion >= GUARDED_SETS;
  if (!isGuarded) return `const ${items} = ${values};${loop}`;
  return `const ${items} = ${values};${source}.iterations++;try {${loop}} finally {${source}.iterations--;}`;
}

function emitIteration(context: FunctionContext, statement: StatementOf<'forEach'>, iterator: string): string {
  const name = context.unique('iterator');
  const element = declareElement(context, statement, `${name}.next$0()`);
  const loop = coverLoop(context, statement.line, (first) => {
    return `while (${name}.hasnext$0()) ${emitLoopBody(context, statement.body, first + element)}`;
  });
  return `const ${name} = ${iterator};${loop}`;
}

function declareElement(context: FunctionContext, statement: StatementOf<'forEach'>, value: string): string {
  const { elementLocal, element, local } = statement;
  if (element.kind === 'local' && element.local === elementLocal) return `let ${local.javaScriptName} = ${value};`;
  const raw = elementLocal.isTemporary ? '' : 'let ';
  return `${raw}${elementLocal.javaScriptName} = ${value};let ${local.javaScriptName} = ${emit(context.script, element)};`;
}

/** `for (Account a : [SELECT …])`: by record, or in lists of 200. */
export function emitForQuery(
  context: FunctionContext,
  { query, local, isChunked, body, line }: StatementOf<'forQuery'>
): string {
  const { script } = context;
  const rows = emit(script, query);
  const name = local.javaScriptName;
  const element = context.unique('rows');
  const values = isChunked ? `${script.operator('chunks')}(${rows})` : `${rows}.items`;
  return coverLoop(context, line, (first) => {
    const block = emitLoopBody(context, body, `${first}let ${name} = ${element};`);
    return `for (const ${element} of ${values}) ${block}`;
  });
}

/** Prints a function: method, constructor, accessor, initialiser or trigger body. */
import type { BoundFunction } from '../bound/statements';
import { emitStatements, type FunctionContext } from './statements';
import type { ScriptContext } from './script';

/** Parameters and body of a function, e.g. `(a, b) {…}`, to stand behind a method name. */
export function emitFunction(
  script: ScriptContext,
  { parameters, temporaries, body }: BoundFunction,
  first = '',
  last = ''
): string {
  const names = parameters.map(({ javaScriptName }) => javaScriptName).join(', ');
  const declared = temporaries.length > 0 ? `let ${temporaries.map((local) => local.javaScriptName).join(', ')};` : '';
  return `(${names}) {${declared}${first}${emitStatements(functionContext(script), body.statements)}${last}}`;
}

function functionContext(script: ScriptContext): FunctionContext {
  let count = 0;
  return { script, unique: (prefix) => `$${prefix}${++count}` };
}

/**
 * Prints code that counts which way it takes. Each function gives the plain code back where nothing is counted.
 *
 * Ways are counted when they are taken, not worked out from one another: an exception on the way takes none.
 */
import type { ScriptContext } from './script';
import type { FunctionContext } from './statements';

/** `if (condition) then else otherwise`, both in braces; `otherwise` is empty where there is none. */
export function coverIf(script: ScriptContext, line: number, then: string, otherwise: string): [string, string] {
  if (!script.isCovering) return [then, otherwise];
  const [taken, left] = script.branch('if', line, ['true', 'false']);
  return [`{${taken};${then}}`, `{${left};${otherwise}}`];
}

/** `condition ? then : otherwise`. */
export function coverTernary(script: ScriptContext, line: number, then: string, otherwise: string): [string, string] {
  if (!script.isCovering) return [then, otherwise];
  const [taken, left] = script.branch('ternary', line, ['true', 'false']);
  return [`(${taken}, ${then})`, `(${left}, ${otherwise})`];
}

/** `left && right` and `left || right`: whether the right side was looked at. */
export function coverLogical(
  script: ScriptContext,
  operator: '&&' | '||',
  line: number,
  sides: [string, string]
): string {
  const [left, right] = sides;
  if (!script.isCovering) return `(${left} ${operator} ${right})`;
  const [short, full] = script.branch(operator === '&&' ? 'and' : 'or', line, [
    'left side decides',
    'right side decides'
  ]);
  return operator === '&&'
    ? `(${left} ? (${full}, ${right}) : (${short}, false))`
    : `(${left} ? (${short}, true) : (${full}, ${right}))`;
}

/** `left ?? right`. */
export function coverCoalesce(script: ScriptContext, line: number, [left, right]: [string, string]): string {
  if (!script.isCovering) return `(${left} ?? ${right})`;
  const [present, absent] = script.branch('coalesce', line, ['not null', 'null']);
  return `((($value) => ($value == null || ${present}, $value))(${left}) ?? (${absent}, ${right}))`;
}

/**
 * A loop: whether its body ran at all.
 * @param emitLoop prints the loop, with a text at the begin of its body
 */
export function coverLoop(context: FunctionContext, line: number, emitLoop: (first: string) => string): string {
  const { script } = context;
  if (!script.isCovering) return emitLoop('');
  const [entered, passed] = script.branch('loop', line, ['body runs', 'body does not run']);
  const ran = context.unique('ran');
  const loop = emitLoop(`if (!${ran}) {${ran} = true;${entered};}`);
  return `{let ${ran} = false;${loop}if (!${ran}) ${passed};}`;
}

/** The condition of `do … while`: whether the body is repeated. */
export function coverRepeat(script: ScriptContext, line: number, condition: string): string {
  if (!script.isCovering) return condition;
  const [again, done] = script.branch('loop', line, ['body repeats', 'body does not repeat']);
  return `${condition} ? (${again}, true) : (${done}, false)`;
}

/** The cases of a `switch`, a text for the begin of each; the last is for what no case takes, where there is no `else`. */
export function coverSwitch(script: ScriptContext, line: number, names: readonly string[]): readonly string[] {
  if (!script.isCovering) return names.map(() => '');
  return script.branch('switch', line, names).map((count) => `${count};`);
}

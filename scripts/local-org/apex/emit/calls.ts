/** Prints calls of methods and constructors. */
import type { BoundKind } from '../bound/expressions';
import { interfaceMethodName } from '../../platform/define';
import { platformAncestor } from '../symbols/class-symbols';
import { emit, emitAll, emitSafe } from './expressions';
import { constructorName, initializerName, methodName } from './names';
import { atLine, type ScriptContext } from './script';

/** A method of the project. */
export function emitCall(context: ScriptContext, call: BoundKind<'call'>): string {
  const parameters = emitAll(context, call.arguments);
  const name = methodName(call.method);
  if (call.method.isStatic) return `${atLine(call.line, context.classOf(call.method.owner))}.${name}(${parameters})`;
  if (call.isSuper) return `${atLine(call.line, 'super')}.${name}(${parameters})`;
  const target = call.target ? emitSafe(context, call.target) : 'this';
  return `${target}${atLine(call.line, '')}.${name}(${parameters})`;
}

/** A method or constructor of the platform: directly, or through the object when it is an interface's. */
export function emitPlatformCall(context: ScriptContext, call: BoundKind<'platformCall'>): string {
  const { member } = call;
  const values = call.arguments.map((value) => emit(context, value));
  if (member.kind === 'method' && !member.isStatic) return emitInstanceCall(context, call, values);
  const isGeneric = member.kind === 'constructor' && (member.owner.declaration.typeParameters?.length ?? 0) > 0;
  const parameters = isGeneric ? [context.type(call.owner), ...values] : values;
  return `${atLine(call.line, context.platform(member))}(${parameters.join(', ')})`;
}

function emitInstanceCall(context: ScriptContext, call: BoundKind<'platformCall'>, values: readonly string[]): string {
  const { member, target } = call;
  const receiver = target && !call.isSuper ? emitSafe(context, target) : 'this';
  if (member.owner.declaration.members?.[member.key] === null) {
    const name = interfaceMethodName(member.name, member.parameters.length);
    return `${receiver}${atLine(call.line, '')}.${name}(${values.join(', ')})`;
  }
  return `${atLine(call.line, context.platform(member))}(${[receiver, ...values].join(', ')})`;
}

/** `new Foo(…)`: allocate, then initialise. An exception without own constructors takes the platform's. */
export function emitNewUser(
  context: ScriptContext,
  { symbol, constructor, arguments: values, line }: BoundKind<'newUser'>
): string {
  const made = atLine(line, `new ${parenthesised(context.classOf(symbol))}()`);
  const parameters = emitAll(context, values);
  if (!constructor && platformAncestor(symbol)) {
    return `${context.operator('initializeException')}(${made}, [${parameters}])`;
  }
  return `${made}.${constructorName(symbol, constructor)}(${parameters})`;
}

function parenthesised(code: string): string {
  return /^[\w$]+$/.test(code) ? code : `(${code})`;
}

/** `this(…)` or `super(…)`: once the super class is initialised, so are the class's own fields. */
export function emitConstructorCall(context: ScriptContext, call: BoundKind<'constructorCall'>): string {
  const { target, line } = call;
  const own = `this.${initializerName(context.owner)}()`;
  const initialised = delegated(context, call);
  return atLine(line, target === 'super' ? `(${initialised}, ${own})` : initialised);
}

/** An exception's super class may have the platform's constructors only. */
function delegated(context: ScriptContext, call: BoundKind<'constructorCall'>): string {
  const { symbol, constructor, target } = call;
  const parameters = emitAll(context, call.arguments);
  if (symbol && (constructor || !platformAncestor(symbol))) {
    return `this.${constructorName(symbol, constructor)}(${parameters})`;
  }
  const set = `${context.operator('setException')}(this, [${parameters}])`;
  const initialize = target === 'super' ? 'super.$initialize?.()' : '$C.prototype.$initialize.call(this)';
  return `(${set}, ${initialize})`;
}

/** Prints calls of methods and constructors. */
import type { BoundKind } from '../bound/expressions';
import { interfaceMethodName } from '../../declarations/define';
import { platformAncestor } from '../symbols/class-symbols';
import { USER_MODE_VERSION } from '../check/queries';
import { hasAnnotation } from '../symbols/declare';
import type { PlatformMember } from '../symbols/platform-table';
import { emit, emitAll, emitForLog, emitSafe } from './expressions';
import { constructorName, methodName } from '../script/names';
import { atLine, type ScriptContext } from './script';

/** A method of the project. */
export function emitCall(context: ScriptContext, call: BoundKind<'call'>): string {
  const parameters = emitAll(context, call.arguments);
  const name = methodName(call.method);
  if (call.method.isStatic) return emitStaticCall(context, call, `${name}(${parameters})`);
  if (call.isSuper) return `${atLine(call.line, 'super')}.${name}(${parameters})`;
  const target = call.target ? emitSafe(context, call.target) : 'this';
  return `${target}${atLine(call.line, '')}.${name}(${parameters})`;
}

/** A future method is called later, in a transaction of its own, with the values it is given now. */
function emitStaticCall(
  context: ScriptContext,
  { method, arguments: values, line }: BoundKind<'call'>,
  code: string
): string {
  const owner = context.classOf(method.owner);
  if (!hasAnnotation(method.annotations, 'future')) return `${atLine(line, owner)}.${code}`;
  const compiledName = methodName(method);
  const types = method.parameters.map(({ type }) => type.name).join(', ');
  const names = [method.owner.fullName, method.name, compiledName, types]
    .map((name) => JSON.stringify(name))
    .join(', ');
  const run = `($values) => ${owner}.${compiledName}(...$values)`;
  return `${context.operator('future')}(${names}, [${emitAll(context, values)}], ${run})`;
}

/** A method or constructor of the platform; dynamic SOQL is told the variables around it. */
export function emitPlatformCall(context: ScriptContext, call: BoundKind<'platformCall'>): string {
  const code = emitDirectCall(context, call);
  if (!call.bindScope) return code;
  const cases = call.bindScope.map(
    ({ name, value }) => `case ${JSON.stringify(name)}: return ${emit(context, value)};`
  );
  return `${context.operator('withBinds')}(($name) => {switch ($name) {${cases.join('')}}}, () => ${code})`;
}

/** `Database` methods without an AccessLevel run in the mode that the calling class's API version has by default. */
function takesDefaultAccess({ owner, isStatic, parameters }: PlatformMember): boolean {
  const isDatabase = owner.qualifiedName === 'System.Database' || owner.qualifiedName === 'System.Search';
  return isDatabase && isStatic && !parameters.some((type) => type.name === 'AccessLevel');
}

/** Directly, or through the object when the member is an interface's. */
function emitDirectCall(context: ScriptContext, call: BoundKind<'platformCall'>): string {
  const { member } = call;
  const values = call.arguments.map((value, index) => (isForPeople(member, index) ? emitForLog : emit)(context, value));
  if (member.kind === 'method' && !member.isStatic) return emitInstanceCall(context, call, values);
  if (takesDefaultAccess(member)) {
    const access = context.owner.unit.apiVersion >= USER_MODE_VERSION ? 'user' : 'system';
    const parameters = [`'${access}'`, context.platform(member), ...values].join(', ');
    return `${atLine(call.line, context.operator('withAccess'))}(${parameters})`;
  }
  const isGeneric = member.kind === 'constructor' && (member.owner.declaration.typeParameters?.length ?? 0) > 0;
  const parameters = isGeneric ? [context.type(call.owner), ...values] : values;
  return `${atLine(call.line, context.platform(member))}(${parameters.join(', ')})`;
}

const SPEAKING_CLASSES: ReadonlySet<string> = new Set(['System.System', 'System.Assert']);

/** What `System.debug` and failed assertions say is read by nobody but people: no Apex catches an assertion. */
function isForPeople({ owner, key, parameters }: PlatformMember, index: number): boolean {
  const isLast = index === parameters.length - 1;
  return isLast && SPEAKING_CLASSES.has(owner.qualifiedName) && / (?:msg|message)\)$/.test(key);
}

function emitInstanceCall(context: ScriptContext, call: BoundKind<'platformCall'>, values: readonly string[]): string {
  const { member, target } = call;
  const receiver = target && !call.isSuper ? emitSafe(context, target) : 'this';
  if (member.owner.declaration.members?.[member.key] === null) {
    const name = interfaceMethodName(member.name, member.parameters.length);
    return `${receiver}${atLine(call.line, '')}.${name}(${values.join(', ')})`;
  }
  const direct = context.platform(member);
  if (call.isSuper && member.owner.qualifiedName === 'System.Object') {
    const parameters = [JSON.stringify(member.name), 'this', ...values].join(', ');
    return `${atLine(call.line, context.operator('callObject'))}(${parameters})`;
  }
  if (call.isSuper && isOfException(call)) {
    const alias = JSON.stringify(interfaceMethodName(member.name, member.parameters.length));
    const parameters = [direct, `super[${alias}]`, 'this', ...values].join(', ');
    return `${atLine(call.line, context.operator('callSuper'))}(${parameters})`;
  }
  if (!call.isSuper && canBeOverridden(call)) {
    const alias = JSON.stringify(interfaceMethodName(member.name, member.parameters.length));
    const parameters = [direct, alias, receiver, ...values].join(', ');
    return `${atLine(call.line, context.operator('callVirtual'))}(${parameters})`;
  }
  return `${atLine(call.line, direct)}(${[receiver, ...values].join(', ')})`;
}

/** Apex classes override methods of exceptions and of the platform's other extensible classes. */
function canBeOverridden({ member, target }: BoundKind<'platformCall'>): boolean {
  const isExtensible = isOfException({ member }) || Boolean(member.owner.declaration.extensible);
  return isExtensible || target?.type.kind === 'user';
}

function isOfException({ member }: Pick<BoundKind<'platformCall'>, 'member'>): boolean {
  return member.owner.declaration.name.endsWith('Exception');
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
  return `${made}.$initialize().${constructorName(symbol, constructor)}(${parameters})`;
}

function parenthesised(code: string): string {
  return /^[\w$]+$/.test(code) ? code : `(${code})`;
}

/** `this(…)` or `super(…)`; an exception's super class may have the platform's constructors only. */
export function emitConstructorCall(context: ScriptContext, call: BoundKind<'constructorCall'>): string {
  const { symbol, constructor, line } = call;
  const parameters = emitAll(context, call.arguments);
  const isDeclared = symbol && (constructor || !platformAncestor(symbol));
  const code = isDeclared
    ? `this.${constructorName(symbol, constructor)}(${parameters})`
    : `${context.operator('setException')}(this, [${parameters}])`;
  return atLine(line, code);
}

/**
 * The names under which the platform calls a class's methods: `compareto$1` for `compareTo`, see
 * `interfaceMethodName` in platform/define.ts.
 */
import { interfaceMethodName } from '../../declarations/define';
import { allInterfaces } from '../check/class-rules';
import { fulfilling } from '../check/fulfilment';
import { classChain, platformAncestor, type ClassSymbol, type MethodSymbol } from '../symbols/class-symbols';
import type { Project } from '../symbols/project';
import type { Type } from '../symbols/types';
import { methodName } from '../script/names';

/** Methods of every object that the platform itself calls. */
const OBJECT_METHODS: readonly (readonly [string, number])[] = [
  ['toString', 0],
  ['equals', 1],
  ['hashCode', 0]
];

/** Prints one forwarding method per platform member that the class implements or overrides. */
export function aliasesOf(project: Project, symbol: ClassSymbol): string {
  const wanted = new Map<string, readonly [string, number]>();
  const want = (name: string, arity: number): void => {
    wanted.set(interfaceMethodName(name, arity), [name, arity]);
  };
  OBJECT_METHODS.forEach(([name, arity]) => want(name, arity));
  for (const type of allInterfaces(project, symbol))
    platformMethods(type).forEach(([name, arity]) => want(name, arity));
  for (let type = platformAncestor(symbol); type; type = type.platform?.supertypes[0] ?? null) {
    platformMethods(type).forEach(([name, arity]) => want(name, arity));
  }
  const platform = [...wanted].map(([alias, [name, arity]]) => forward(symbol, alias, name, arity));
  return [...platform, ...byContext(symbol), ...otherImplementations(project, symbol)].join('');
}

/**
 * A class may be a Queueable and a Finalizer: of its methods `execute` each is also known by the type that it takes, so
 * that the platform calls the right one.
 */
function byContext(symbol: ClassSymbol): string[] {
  const methods = [...classChain(symbol)].flatMap(({ methods: named }) => named.get('execute') ?? []);
  const single = methods.filter((method) => method.parameters.length === 1 && !method.isStatic).reverse();
  const byType = new Map(single.map((method) => [contextName(method.parameters[0]!.type.name), method]));
  return [...byType].map(
    ([type, method]) => `${interfaceMethodName('execute', 1)}$${type}(a0) {return this.${methodName(method)}(a0);}`
  );
}

/** `System.FinalizerContext` as part of a JavaScript name. */
function contextName(type: string): string {
  return type.replace(/^.*\./, '').replace(/\W/g, '_').toLowerCase();
}

/**
 * A method of another name may answer for one of an interface: it is static, and the object passes the call on to its
 * class, or its parameters are wider.
 */
function otherImplementations(project: Project, symbol: ClassSymbol): string[] {
  const wanted = allInterfaces(project, symbol).flatMap((type) => [...(type.symbol?.methods.values() ?? [])].flat());
  return wanted.flatMap((method) => {
    const name = methodName(method);
    const found = fulfilling(project, symbol, method);
    if (!found || (!found.isStatic && methodName(found) === name)) return [];
    return [`${name}(...values) {return ${receiverOf(found)}.${methodName(found)}(...values);}`];
  });
}

function receiverOf(method: MethodSymbol): string {
  return method.isStatic ? 'this.constructor' : 'this';
}

function platformMethods(type: Type): (readonly [string, number])[] {
  return Object.keys(type.platform?.declaration.members ?? {}).flatMap((key) => {
    const method = /^(?!static |get |set |new\()[\w<>., ]*?(\w+)\((.*)\)$/.exec(key);
    return method ? [[method[1]!, countParameters(method[2]!)] as const] : [];
  });
}

function countParameters(text: string): number {
  let plain = text;
  while (plain.includes('<')) plain = plain.replace(/<[^<>]*>/g, '');
  return plain.trim() ? plain.split(',').length : 0;
}

function forward(symbol: ClassSymbol, alias: string, name: string, arity: number): string {
  const method = implementation(symbol, name.toLowerCase(), arity);
  if (!method) return '';
  const parameters = Array.from({ length: arity }, (_, index) => `a${index}`).join(', ');
  return `${alias}(${parameters}) {return ${receiverOf(method)}.${methodName(method)}(${parameters});}`;
}

function implementation(symbol: ClassSymbol, name: string, arity: number): MethodSymbol | undefined {
  for (const ancestor of classChain(symbol)) {
    const methods = (ancestor.methods.get(name) ?? []).filter((method) => method.parameters.length === arity);
    const found = methods.find((method) => !method.isStatic) ?? methods[0];
    if (found) return found;
  }
  return undefined;
}

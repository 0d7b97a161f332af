/** Second pass: resolves the types that declarations mention, once every type of the project is declared. */
import type { Position, TypeReference } from '../parse/ast';
import { classChain, outermost, type ClassSymbol, type FieldSymbol, type MethodSymbol } from './class-symbols';
import { hasAnnotation } from './declare';
import type { Project } from './project';
import { referenceText, resolveType } from './type-resolver';
import { T, isPrimitiveName, isUnknown, type Type } from './types';

/** Resolves super classes and interfaces of every type; must be complete before members are. */
export function resolveHeritage(project: Project, symbols: Iterable<ClassSymbol>): void {
  const all = [...symbols];
  for (const symbol of all) {
    const { declaration } = symbol;
    if (declaration.kind === 'enum') continue;
    if (declaration.kind === 'class' && declaration.superclass) {
      const superclass = resolveOrReport(project, declaration.superclass, symbol.outer, symbol);
      symbol.superclass = isUnknown(superclass) ? null : superclass;
      reportUnmodeled(project, symbol, superclass);
    }
    symbol.interfaces = declaration.interfaces
      .map((reference) => resolveOrReport(project, reference, symbol.outer ?? symbol, symbol))
      .filter((type) => type.kind !== 'error');
  }
  for (const symbol of all) checkCycle(project, symbol);
}

/** A class cannot do without its super class, so here the whole class is not modelled. */
function reportUnmodeled(project: Project, symbol: ClassSymbol, superclass: Type): void {
  const { platform, kind, name } = superclass;
  const isMissing = kind === 'unmodeled' || (platform !== undefined && !platform.declaration.javaScriptClass);
  if (isMissing) project.diagnostics.report(symbol.unit.name, symbol.declaration, `NotModeled: extending ${name}`);
}

function checkCycle(project: Project, symbol: ClassSymbol): void {
  if (symbol.kind === 'interface' && extendsItself(symbol)) {
    project.diagnostics.report(symbol.unit.name, symbol.declaration, `Circular definition: ${symbol.fullName}`);
    symbol.interfaces = [];
  }
  if (!symbol.superclass || symbol.superclass.kind !== 'user') return;
  const chain = [...classChain(symbol)];
  const last = chain[chain.length - 1]!;
  if (last.superclass?.symbol && chain.includes(last.superclass.symbol)) {
    project.diagnostics.report(symbol.unit.name, symbol.declaration, `Circular definition: ${symbol.fullName}`);
    symbol.superclass = null;
  }
}

function extendsItself(symbol: ClassSymbol): boolean {
  const seen = new Set<ClassSymbol>();
  const queue = symbol.interfaces.flatMap((type) => type.symbol ?? []);
  for (let current = queue.pop(); current; current = queue.pop()) {
    if (current === symbol) return true;
    if (seen.has(current)) continue;
    seen.add(current);
    queue.push(...current.interfaces.flatMap((type) => type.symbol ?? []));
  }
  return false;
}

/** Resolves the types of fields, methods and constructors of one class. */
export function resolveMembers(project: Project, symbol: ClassSymbol): void {
  for (const field of symbol.fields.values()) resolveField(project, field);
  for (const methods of symbol.methods.values()) for (const method of methods) resolveMethod(project, method);
  for (const constructor of symbol.constructors) {
    constructor.declaration.parameters.forEach((parameter, index) => {
      constructor.parameters[index]!.type = resolveOrReport(project, parameter.type, symbol, symbol);
    });
  }
}

/** A method with the signature of an inherited virtual one overrides it, with the keyword or without. */
export function resolveOverrides(symbol: ClassSymbol): void {
  const ancestors = [...classChain(symbol)].slice(1);
  if (ancestors.length === 0) return;
  for (const method of [...symbol.methods.values()].flat()) {
    if (method.isStatic || method.isVirtual) continue;
    method.isVirtual = ancestors.some((ancestor) =>
      (ancestor.methods.get(method.name.toLowerCase()) ?? []).some(
        (other) => other.isVirtual && hasSameParameters(other, method)
      )
    );
  }
}

function hasSameParameters(one: MethodSymbol, other: MethodSymbol): boolean {
  return (
    one.parameters.length === other.parameters.length &&
    one.parameters.every((parameter, index) => parameter.type === other.parameters[index]!.type)
  );
}

function resolveField(project: Project, field: FieldSymbol): void {
  field.type = resolveOrReport(project, field.declaration.type, field.owner, field.owner);
  const inherited = [...classChain(field.owner)]
    .slice(1)
    .some((ancestor) => ancestor.fields.has(field.name.toLowerCase()));
  const isOverride = field.modifiers.includes('override');
  if (inherited && !field.isStatic && !isOverride) field.javaScriptName = `_${field.name}$${field.owner.name}`;
}

/** Resolves return and parameter types of a method. */
function resolveMethod(project: Project, method: MethodSymbol): void {
  const { returnType, parameters } = method.declaration;
  method.returnType = returnType ? resolveOrReport(project, returnType, method.owner, method.owner) : T.void;
  parameters.forEach((parameter, index) => {
    method.parameters[index]!.type = resolveOrReport(project, parameter.type, method.owner, method.owner);
  });
}

/** The type a reference names; an unknown one is reported as the platform words it. */
export function resolveOrReport(
  project: Project,
  reference: TypeReference,
  scope: ClassSymbol | null,
  reporter: ClassSymbol
): Type {
  const type = resolveType(project, reference, scope);
  const hidden = type && hiddenType(type, reporter);
  if (hidden) project.diagnostics.report(reporter.unit.name, reference, `Type is not visible: ${hidden.fullName}`);
  if (type) return type;
  reportUnknownType(project, reporter.unit.name, reference, unresolvedMessage(project, reference, scope));
  return T.error;
}

/** A private class of somebody else, in a type or among its arguments. */
function hiddenType(type: Type, reporter: ClassSymbol): ClassSymbol | null {
  for (const argument of type.typeArguments) {
    const hidden = hiddenType(argument, reporter);
    if (hidden) return hidden;
  }
  const { symbol } = type;
  if (!symbol?.outer || symbol.access !== 'private' || outermost(symbol) === outermost(reporter)) return null;
  const isTestVisible = hasAnnotation(symbol.annotations, 'testvisible') && outermost(reporter).isTest;
  return isTestVisible || [...classChain(reporter)].includes(symbol.outer) ? null : symbol;
}

/** What is wrong with a type that cannot be resolved: the innermost mistake, or how many arguments it has. */
function unresolvedMessage(project: Project, reference: TypeReference, scope: ClassSymbol | null): string {
  const { typeArguments, name } = reference.parts[reference.parts.length - 1]!;
  const wrong = typeArguments.find((argument) => !resolveType(project, argument, scope));
  if (wrong) return unresolvedMessage(project, wrong, scope);
  const expected = typeParameterCount(project, reference);
  if (expected > 0) {
    return `Invalid type argument count for ${name}: expected ${expected} but found ${typeArguments.length}`;
  }
  return expected === 0 && typeArguments.length > 0
    ? `Type arguments provided for a non-parameterized type: ${name}`
    : `Invalid type: ${referenceText(reference)}`;
}

/** How many type arguments a type takes; -1 where there is no such type. */
function typeParameterCount(project: Project, { parts }: TypeReference): number {
  if (parts.length > 1) return -1;
  const { name } = parts[0]!;
  const entry = project.platform.find(name);
  if (entry) return entry.declaration.typeParameters?.length ?? 0;
  return isPrimitiveName(name) || project.sobjectType(name) ? 0 : -1;
}

/** Reports a type that does not exist. */
function reportUnknownType(project: Project, unit: string, position: Position, text: string): void {
  project.diagnostics.report(unit, position, text);
}

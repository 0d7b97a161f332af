/**
 * Rules about declarations: interfaces fulfilled, abstract methods implemented, overrides that override.
 * @see "Extending a Class" and "Interfaces", Apex Developer Guide
 */
import { classChain, type ClassSymbol, type MethodSymbol } from '../symbols/class-symbols';
import { isObjectMethod, platformCandidate } from '../symbols/members';
import type { Project } from '../symbols/project';
import { told, type Type } from '../symbols/types';
import { supertypesOf } from './conversions';
import { answersSignature, fulfilling } from './fulfilment';
import { hasSameParameters, signatureOf } from './member-rules';

/** Reports what is wrong with the declaration of a class, apart from types that do not exist. */
export function checkClassRules(project: Project, symbol: ClassSymbol): void {
  if (symbol.kind !== 'class') return;
  checkSuperclass(project, symbol);
  if (symbol.isAbstract) return;
  for (const missing of missingMethods(project, symbol)) {
    project.diagnostics.report(symbol.unit.name, symbol.declaration, missing);
  }
}

function checkSuperclass(project: Project, symbol: ClassSymbol): void {
  const superclass = symbol.superclass?.symbol;
  if (!superclass) return;
  const canBeExtended = superclass.modifiers.includes('virtual') || superclass.modifiers.includes('abstract');
  if (canBeExtended) return;
  const message = `Non-virtual and non-abstract type cannot be extended: ${superclass.fullName}`;
  project.diagnostics.report(symbol.unit.name, symbol.declaration, message);
}

const HIDDEN = 'Overriding implementations of global or public interface methods must be global or public';

function* missingMethods(project: Project, symbol: ClassSymbol): Generator<string> {
  for (const ancestor of classChain(symbol)) {
    for (const methods of ancestor.methods.values()) {
      for (const method of methods) {
        if (!method.isAbstract || isImplemented(symbol, method.name, parameterTypes(method))) continue;
        yield `Class ${symbol.fullName} must implement the abstract method: ${signatureOf(method)}`;
      }
    }
  }
  for (const type of allInterfaces(project, symbol)) yield* missingOf(project, symbol, type);
}

function* missingOf(project: Project, symbol: ClassSymbol, type: Type): Generator<string> {
  if (type.symbol) {
    for (const methods of type.symbol.methods.values()) {
      for (const method of methods) {
        if (isObjectMethod(method.name, method.parameters.length)) continue;
        if (fulfilling(project, symbol, method)) continue;
        if (isHidden(symbol, method)) {
          yield `${symbol.fullName}: ${HIDDEN}: ${signatureOf(method)}`;
          continue;
        }
        yield `Class ${symbol.fullName} must implement the method: ${signatureOf(method)}`;
      }
    }
    return;
  }
  for (const key of Object.keys(type.platform?.declaration.members ?? {})) {
    const name = /(\w+)\s*\(/.exec(key)?.[1] ?? '';
    for (const member of type.platform!.membersNamed(name).filter((found) => found.key === key)) {
      const { parameters, returnType } = platformCandidate(project, member, type);
      if (member.kind !== 'method') continue;
      const isLoose = type.platform!.qualifiedName === 'Database.Batchable';
      const known = implementations(symbol, member.name, true).filter((method) =>
        isLoose
          ? method.parameters.length === parameters.length
          : answersSignature(project, method, parameters, returnType)
      );
      if (known.some(({ access }) => access === 'public' || access === 'global')) continue;
      const types = parameters.map(told).join(', ');
      if (known.length > 0) {
        yield `${symbol.fullName}: ${HIDDEN}: ${told(returnType)} ${told(type)}.${member.name}(${types})`;
        continue;
      }
      yield `Class ${symbol.fullName} must implement the method: ${told(returnType)} ${told(type)}.${member.name}(${types})`;
    }
  }
}

/** Whether the class has the method, but for itself. */
function isHidden(symbol: ClassSymbol, wanted: MethodSymbol): boolean {
  return implementations(symbol, wanted.name).some(
    (method) => hasSameParameters(method, wanted) && method.returnType === wanted.returnType
  );
}

const parameterTypes = (method: MethodSymbol): Type[] => method.parameters.map((parameter) => parameter.type);

function isImplemented(symbol: ClassSymbol, name: string, parameters: readonly Type[]): boolean {
  return implementations(symbol, name).some(
    (method) =>
      method.parameters.length === parameters.length &&
      method.parameters.every((parameter, index) => parameter.type === parameters[index])
  );
}

/** The platform accepts a static method for an interface's, as public code that passes there relies on. */
function implementations(symbol: ClassSymbol, name: string, withStatic = false): MethodSymbol[] {
  const lower = name.toLowerCase();
  return [...classChain(symbol)]
    .flatMap((ancestor) => ancestor.methods.get(lower) ?? [])
    .filter((method) => !method.isAbstract && (withStatic || !method.isStatic));
}

/** Every interface a class promises, directly or through others. */
export function allInterfaces(project: Project, symbol: ClassSymbol): Type[] {
  const found = new Set<Type>();
  const add = (type: Type): void => {
    if (found.has(type)) return;
    found.add(type);
    supertypesOf(project, type).forEach(add);
  };
  for (const ancestor of classChain(symbol)) ancestor.interfaces.forEach(add);
  return [...found];
}

/**
 * Rules about the methods and constructors that a class declares.
 * @see "Class Methods", "Extending a Class", "Using the virtual, abstract and override Keywords" and "Annotations", Apex
 *   Developer Guide
 */
import {
  classChain,
  platformAncestor,
  type Access,
  type ClassSymbol,
  type MethodSymbol
} from '../symbols/class-symbols';
import { hasAnnotation } from '../symbols/declare';
import { findMethods, isObjectMethod } from '../symbols/members';
import type { Project } from '../symbols/project';
import { isList, isSet, isUnknown, type Type } from '../symbols/types';
import type { Position } from '../parse/ast';

/** Reports what is wrong with the methods and constructors of a class. */
export function checkMembers(project: Project, symbol: ClassSymbol): void {
  const report = (position: Position, message: string): void =>
    project.diagnostics.report(symbol.unit.name, position, message);
  for (const overloads of symbol.methods.values()) {
    overloads.forEach((method, index) => {
      const twin = overloads.slice(0, index).find((other) => hasSameParameters(method, other));
      if (twin) report(method.declaration, `Method already defined: ${signatureOf(method)}`);
      const problem =
        bodyProblem(symbol, method) ?? overrideProblem(project, symbol, method) ?? annotationProblem(method);
      if (problem) report(method.declaration, problem);
    });
  }
  const missing = missingSuperConstructor(symbol);
  if (missing) report(missing, `No default constructor available in super type: ${symbol.superclass!.name}`);
}

/** A method in the words of messages: `Integer Foo.bar(String)`. */
export function signatureOf(method: MethodSymbol): string {
  const types = method.parameters.map(({ type }) => type.name).join(', ');
  return `${method.returnType.name} ${method.owner.fullName}.${method.name}(${types})`;
}

/** Whether two methods take the same types. */
export function hasSameParameters(
  one: Pick<MethodSymbol, 'parameters'>,
  other: Pick<MethodSymbol, 'parameters'>
): boolean {
  return (
    one.parameters.length === other.parameters.length &&
    one.parameters.every(({ type }, index) => type === other.parameters[index]!.type)
  );
}

function bodyProblem(symbol: ClassSymbol, method: MethodSymbol): string | null {
  if (symbol.kind !== 'class') return null;
  const isAbstract = method.modifiers.includes('abstract');
  if (isAbstract && !symbol.isAbstract) return `Abstract methods must be in an abstract class: ${signatureOf(method)}`;
  if (isAbstract && method.body) return `Abstract methods cannot have a body: ${signatureOf(method)}`;
  const canBeExtended = symbol.isAbstract || symbol.modifiers.includes('virtual');
  if (method.modifiers.includes('protected') && !canBeExtended && !method.isOverride) {
    return `Protected methods can only be used on virtual or abstract classes: ${signatureOf(method)}`;
  }
  if (!isAbstract && !method.body) return `Method must have a body: ${signatureOf(method)}`;
  return null;
}

function overrideProblem(project: Project, symbol: ClassSymbol, method: MethodSymbol): string | null {
  if (symbol.kind !== 'class' || method.isStatic) return null;
  const inherited = inheritedMethod(symbol, method);
  if (!inherited) {
    const isUnknown = method.isOverride && !overridesPlatform(project, symbol, method);
    return isUnknown ? `@Override specified for non-overriding method: ${signatureOf(method)}` : null;
  }
  const canBe = ['virtual', 'abstract', 'override'].some((word) => inherited.modifiers.includes(word as 'virtual'));
  if (!canBe && inherited.access !== 'private') {
    return `Non-virtual, non-abstract methods cannot be overridden: ${signatureOf(inherited)}`;
  }
  if (canBe && !method.isOverride && inherited.access !== 'private')
    return `Method must use the override keyword: ${signatureOf(method)}`;
  return inherited.access === 'private' ? null : clashProblem(method, inherited);
}

/** An override returns the same and hides nothing. */
function clashProblem(method: MethodSymbol, inherited: MethodSymbol): string | null {
  if (
    method.returnType !== inherited.returnType &&
    [method, inherited].every(({ returnType }) => !isUnknown(returnType))
  ) {
    return `Method return types clash: ${signatureOf(method)} vs ${signatureOf(inherited)}`;
  }
  const isNarrower = RANKS[method.access] < RANKS[inherited.access];
  return isNarrower ? `Cannot reduce the visibility of the overridden method: ${signatureOf(inherited)}` : null;
}

/** Global methods may be overridden by public ones, as public code does. */
const RANKS: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 2 };

function inheritedMethod(symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | undefined {
  return [...classChain(symbol)]
    .slice(1)
    .flatMap((ancestor) => ancestor.methods.get(method.name.toLowerCase()) ?? [])
    .find(
      (other) => !other.isStatic && (other.access !== 'private' || other.isVirtual) && hasSameParameters(method, other)
    );
}

/** `toString` and the like, methods of platform classes, and of interfaces that a class implements. */
function overridesPlatform(project: Project, symbol: ClassSymbol, method: MethodSymbol): boolean {
  if (isObjectMethod(method.name, method.parameters.length) || hasUnknownAncestor(symbol)) return true;
  const ancestors = [platformAncestor(symbol), ...[...classChain(symbol)].flatMap(({ interfaces }) => interfaces)];
  return ancestors.some(
    (type) =>
      type !== null &&
      findMethods(project, type, method.name).some((found) => found.parameters.length === method.parameters.length)
  );
}

/** A super class that does not exist, or is not modelled, may have any method. */
function hasUnknownAncestor(symbol: ClassSymbol): boolean {
  return [...classChain(symbol)].some(
    ({ declaration, superclass }) => declaration.kind === 'class' && declaration.superclass !== null && !superclass
  );
}

const AURA = "AuraEnabled methods must be named with a prefix 'get' and have no parameters";

function annotationProblem(method: MethodSymbol): string | null {
  const { annotations, parameters, isStatic, name, returnType } = method;
  if (hasAnnotation(annotations, 'future')) {
    if (!isStatic || returnType.name !== 'void')
      return `Future methods must be static and return void: ${signatureOf(method)}`;
    const refused = parameters.find(({ type }) => !isPlain(type));
    if (refused) return `Unsupported parameter type ${refused.type.name}`;
  }
  if (hasAnnotation(annotations, 'auraenabled') && !isStatic && (parameters.length > 0 || !/^get/i.test(name)))
    return AURA;
  const isTest = hasAnnotation(annotations, 'istest') || hasAnnotation(annotations, 'testsetup');
  if (isTest && parameters.length > 0) return `Test methods must have no parameters: ${signatureOf(method)}`;
  return null;
}

/** "Future Annotation": primitives, and collections of them. */
function isPlain(type: Type): boolean {
  if (isList(type) || isSet(type) || type.name.startsWith('Map<')) return type.typeArguments.every(isPlain);
  return type.kind === 'primitive' || type.kind === 'error' || type.kind === 'unmodeled';
}

/** Where a constructor lacks the `super(…)` that its super class needs: its place, or the class's when it has none. */
function missingSuperConstructor(symbol: ClassSymbol): Position | null {
  const superclass = symbol.superclass?.symbol;
  if (!superclass || superclass.constructors.length === 0) return null;
  if (superclass.constructors.some(({ parameters }) => parameters.length === 0)) return null;
  if (symbol.constructors.length === 0) return symbol.declaration;
  const without = symbol.constructors.find(({ declaration }) => !beginsWithCall(declaration.body));
  return without?.declaration ?? null;
}

/** Whether a constructor begins with `this(…)` or `super(…)`. */
function beginsWithCall(body: ClassSymbol['constructors'][number]['declaration']['body']): boolean {
  const [first] = body.statements;
  return first?.kind === 'expression' && first.expression.kind === 'constructorCall';
}

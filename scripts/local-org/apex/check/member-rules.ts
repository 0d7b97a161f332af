/**
 * Rules about the methods and constructors that a class declares.
 * @see "Class Methods", "Extending a Class", "Using the virtual, abstract and override Keywords" and "Annotations", Apex
 *   Developer Guide
 */
import {
  classChain,
  outermost,
  platformAncestor,
  type Access,
  type ClassSymbol,
  type MethodSymbol
} from '../symbols/class-symbols';
import { findMethods, isObjectMethod } from '../symbols/members';
import type { Project } from '../symbols/project';
import { isUnknown, told } from '../symbols/types';
import type { Position } from '../parse/ast';

/** Reports what is wrong with the methods and constructors of a class. */
export function checkMembers(project: Project, symbol: ClassSymbol): void {
  const report = (position: Position, message: string): void =>
    project.diagnostics.report(symbol.unit.name, position, message);
  for (const overloads of symbol.methods.values()) {
    overloads.forEach((method, index) => {
      const twin = overloads.slice(0, index).find((other) => hasSameParameters(method, other));
      if (twin) report(method.declaration, repeated(method));
      const problem = bodyProblem(symbol, method) ?? overrideProblem(project, symbol, method);
      if (problem) report(method.declaration, problem);
    });
  }
  const missing = missingSuperConstructor(symbol);
  if (missing) report(missing, `No default constructor available in super type: ${told(symbol.superclass!)}`);
}

function repeated(method: MethodSymbol): string {
  return `Method already defined: ${method.name} ${signatureOf(method)} from the type ${method.owner.fullName}`;
}

/** A method in the words of messages: `Integer Foo.bar(String)`. */
export function signatureOf(method: MethodSymbol): string {
  const types = method.parameters.map(({ type }) => told(type)).join(', ');
  return `${told(method.returnType)} ${method.owner.fullName}.${method.name}(${types})`;
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
  if (isAbstract && !symbol.isAbstract) return 'Defining type for abstract methods must be declared as abstract';
  if (isAbstract && method.body) return 'Abstract methods cannot have a body';
  const canBeExtended = symbol.isAbstract || symbol.modifiers.includes('virtual');
  if (method.modifiers.includes('protected') && !canBeExtended && !method.isOverride) {
    return 'New protected methods cannot be defined in non-virtual classes';
  }
  if (!isAbstract && !method.body) return 'Method must have a body';
  return null;
}

function overrideProblem(project: Project, symbol: ClassSymbol, method: MethodSymbol): string | null {
  if (symbol.kind !== 'class' || method.isStatic) return null;
  const hidden = inheritedStatic(symbol, method);
  if (hidden) return `Cannot override static method: ${signatureOf(hidden)} with ${signatureOf(method)}`;
  const inherited = inheritedMethod(symbol, method);
  if (!inherited) {
    const isUnknown = method.isOverride && !overridesPlatform(project, symbol, method);
    return isUnknown
      ? `@Override specified for non-overriding method: ${signatureOf(method)}`
      : toStringProblem(method);
  }
  const canBe = ['virtual', 'abstract', 'override'].some((word) => inherited.modifiers.includes(word as 'virtual'));
  const isSeen = inherited.access !== 'private' || outermost(inherited.owner) === outermost(symbol);
  if (!canBe && isSeen) {
    return `Non-virtual, non-abstract methods cannot be overridden: ${signatureOf(method)}`;
  }
  if (canBe && !method.isOverride && isSeen) return `Method must use the override keyword: ${signatureOf(method)}`;
  return !isSeen ? null : clashProblem(method, inherited);
}

/** An override returns the same and hides nothing. */
function clashProblem(method: MethodSymbol, inherited: MethodSymbol): string | null {
  if (
    method.returnType !== inherited.returnType &&
    [method, inherited].every(({ returnType }) => !isUnknown(returnType))
  ) {
    return `Method return types clash: ${method.returnType.name} vs ${inherited.returnType.name} from the type ${method.owner.fullName}`;
  }
  const isNarrower = RANKS[method.access] < RANKS[inherited.access];
  return isNarrower ? `Cannot reduce the visibility of method: ${signatureOf(method)}` : null;
}

/** Global methods may be overridden by public ones, as public code does. */
const RANKS: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 2 };

function inheritedMethod(symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | undefined {
  return [...classChain(symbol)]
    .slice(1)
    .flatMap((ancestor) => ancestor.methods.get(method.name.toLowerCase()) ?? [])
    .find(
      (other) =>
        !other.isStatic &&
        (other.access !== 'private' || other.isVirtual || outermost(other.owner) === outermost(symbol)) &&
        hasSameParameters(method, other)
    );
}

function inheritedStatic(symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | undefined {
  return [...classChain(symbol)]
    .slice(1)
    .flatMap((ancestor) => ancestor.methods.get(method.name.toLowerCase()) ?? [])
    .find((other) => other.isStatic && other.access !== 'private' && hasSameParameters(method, other));
}

/** `toString` and the like, and methods of platform classes. */
function overridesPlatform(project: Project, symbol: ClassSymbol, method: MethodSymbol): boolean {
  if (isObjectMethod(method.name, method.parameters.length) || hasUnknownAncestor(symbol)) return true;
  const ancestor = platformAncestor(symbol);
  return (
    ancestor !== null &&
    findMethods(project, ancestor, method.name).some((found) => found.parameters.length === method.parameters.length)
  );
}

/** Every object has a `toString()`, so that a class that has one overrides it. */
function toStringProblem(method: MethodSymbol): string | null {
  if (method.name.toLowerCase() !== 'tostring' || method.parameters.length > 0) return null;
  if (!method.isOverride) return `Method must use the override keyword: ${signatureOf(method)}`;
  return RANKS[method.access] < RANKS.public ? `Cannot reduce the visibility of method: ${signatureOf(method)}` : null;
}

/** A super class that does not exist, or is not modelled, may have any method. */
function hasUnknownAncestor(symbol: ClassSymbol): boolean {
  return [...classChain(symbol)].some(
    ({ declaration, superclass }) => declaration.kind === 'class' && declaration.superclass !== null && !superclass
  );
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

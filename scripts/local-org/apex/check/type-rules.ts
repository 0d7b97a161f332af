/**
 * Rules about what a type is called and what it extends.
 * @see "Apex Class Definition", "Interfaces" and "Create Custom Exceptions", Apex Developer Guide
 */
import type { ClassSymbol } from '../symbols/class-symbols';
import type { Project } from '../symbols/project';
import { isCollection, told, type Type } from '../symbols/types';

/** Reports what is wrong with the head of a type. */
export function checkTypeHead(project: Project, symbol: ClassSymbol): void {
  const problem = exceptionProblem(symbol) ?? interfaceProblem(symbol);
  if (problem) project.diagnostics.report(symbol.unit.name, symbol.declaration, problem);
}

function exceptionProblem(symbol: ClassSymbol): string | null {
  if (symbol.kind !== 'class') return null;
  const isNamed = symbol.name.toLowerCase().endsWith('exception');
  const isException = extendsException(symbol);
  if (isException && !isNamed)
    return `Classes extending Exception must have a name ending in Exception: ${symbol.fullName}`;
  const declares = symbol.declaration.kind === 'class' && symbol.declaration.superclass !== null;
  if (isNamed && !declares) return `Exception class must extend another Exception class: ${symbol.fullName}`;
  return null;
}

function extendsException(symbol: ClassSymbol): boolean {
  const superclass = symbol.superclass;
  if (!superclass) return false;
  return superclass.symbol ? extendsException(superclass.symbol) : /exception$/i.test(superclass.name);
}

function interfaceProblem(symbol: ClassSymbol): string | null {
  const wrong = symbol.interfaces.find((type) => !isInterface(type));
  if (wrong) return `Invalid interface: ${wrong.symbol?.name ?? told(wrong)}`;
  const repeated = symbol.interfaces.find((type, index) => symbol.interfaces.indexOf(type) < index);
  if (repeated) return `Interface already implemented: ${told(repeated)}`;
  const superclass = symbol.superclass;
  if (superclass && (superclass.kind === 'primitive' || superclass.kind === 'sobject' || isCollection(superclass))) {
    return `Non-virtual and non-abstract type cannot be extended: ${told(superclass)}`;
  }
  return symbol.kind === 'class' && superclass && isInterface(superclass) && superclass.symbol
    ? `Invalid class: ${superclass.symbol.name}`
    : null;
}

function isInterface(type: Type): boolean {
  if (type.symbol) return type.symbol.kind === 'interface';
  return type.platform ? type.platform.declaration.kind === 'interface' : true;
}

/**
 * Rules about what stands before and in the name of a declaration: modifiers, annotations, names.
 * @see "Apex Class Definition", "Access Modifiers", "Static and Instance", "Annotations", Apex Developer Guide
 */
import type { Annotation, Declaration, Position } from '../parse/ast';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../symbols/class-symbols';
import { hasAnnotation } from '../symbols/declare';
import type { Project } from '../symbols/project';
import { annotationProblems } from './annotation-rules';
import { methodAnnotationProblem, fieldAnnotationProblem } from './annotated-members';
import { methodNameProblem, nameProblem, typeNameProblem } from './identifiers';
import { hasSameParameters } from './member-rules';
import { modifierProblem, nameOf, type Declared } from './modifier-rules';

type Report = (position: Position, message: string) => void;

/** Reports what is wrong with the declarations of a type and of its members. */
export function checkDeclarations(project: Project, symbol: ClassSymbol): void {
  const report: Report = (position, message) => project.diagnostics.report(symbol.unit.name, position, message);
  const inSource = symbol.unit.kind === 'class' || symbol.outer !== null;
  if (inSource) checkType(symbol, report);
  checkConstants(symbol, report);
  checkConstructors(symbol, report);
  checkOnce(symbol, report);
  for (const field of symbol.fields.values()) checkField(field, report);
  for (const method of allMethods(symbol)) checkMethod(method, report);
}

const allMethods = (symbol: ClassSymbol): MethodSymbol[] => [...symbol.methods.values()].flat();

function checkAnnotations(declared: Declared, annotations: readonly Annotation[], report: Report): void {
  for (const { annotation, message } of annotationProblems(declared, annotations)) report(annotation, message);
}

const KINDS = { class: 'classes', interface: 'interfaces', enum: 'enums' } as const;

function checkType(symbol: ClassSymbol, report: Report): void {
  const { modifiers, annotations, kind, name, unit, declaration } = symbol;
  const declared = KINDS[kind];
  checkAnnotations(declared, annotations, report);
  const problem =
    typeNameProblem(name) ??
    modifierProblem(declared, modifiers, unit.apiVersion) ??
    (symbol.outer ? innerTypeProblem(symbol, declared) : topLevelProblem(symbol)) ??
    resourceProblem(symbol, declared);
  if (problem) report(declaration, problem);
}

function innerTypeProblem({ modifiers, annotations, outer }: ClassSymbol, declared: Declared): string | null {
  if (hasAnnotation(annotations, 'istest')) return 'IsTest can only be used on a top level type';
  const isHidden = modifiers.includes('global') && !isGlobal(outer!.modifiers);
  return isHidden ? `Enclosing type for global ${declared} in apex classes must be declared as global` : null;
}

function topLevelProblem({ modifiers, isTest }: ClassSymbol): string | null {
  const isSeen = modifiers.includes('public') || modifiers.includes('global');
  return isSeen || isTest ? null : 'Top-level type must have public or global visibility';
}

function resourceProblem({ modifiers, annotations }: ClassSymbol, declared: Declared): string | null {
  const isHidden = hasAnnotation(annotations, 'restresource') && !isGlobal(modifiers);
  return isHidden ? `RestResource ${declared} must be declared as global` : null;
}

function isGlobal(modifiers: readonly Declaration['modifiers'][number][]): boolean {
  return modifiers.includes('global') || modifiers.includes('webservice');
}

function checkConstants(symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (declaration.kind !== 'enum') return;
  const seen = new Set<string>();
  for (const constant of declaration.constants) {
    const lower = constant.name.toLowerCase();
    const problem = seen.has(lower) ? `Duplicate field: ${constant.name}` : nameProblem(constant.name);
    if (problem) report(constant, problem);
    seen.add(lower);
  }
}

function checkConstructors({ constructors, fullName, unit, modifiers }: ClassSymbol, report: Report): void {
  constructors.forEach((constructor, index) => {
    const { declaration } = constructor;
    checkAnnotations('constructors', declaration.annotations, report);
    checkParameters(constructor, report);
    const isRepeated = constructors.slice(0, index).some((other) => hasSameParameters(constructor, other));
    const types = constructor.parameters.map(({ type }) => type.name).join(', ');
    const problem =
      modifierProblem('constructors', declaration.modifiers, unit.apiVersion) ??
      definingTypeProblem('constructors', declaration.modifiers, modifiers) ??
      (isRepeated ? `Constructor already defined: [${fullName}].<Constructor>(${types})` : null);
    if (problem) report(declaration, problem);
  });
}

/** First version in which pages call methods by their names alone. */
const AURA_OVERLOAD_VERSION = 56;

/** Annotations that one method of a class may have. */
const SINGLE = ['InvocableMethod', 'HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'];

function checkOnce(symbol: ClassSymbol, report: Report): void {
  for (const name of SINGLE) {
    const [, second] = allMethods(symbol).filter(({ annotations }) => hasAnnotation(annotations, name.toLowerCase()));
    if (second) report(second.declaration, `Only one method per type can be defined with: ${name}`);
  }
  if (symbol.unit.apiVersion < AURA_OVERLOAD_VERSION) return;
  for (const overloads of symbol.methods.values()) {
    const [, second] = overloads.filter(({ annotations }) => hasAnnotation(annotations, 'auraenabled'));
    if (second) report(second.declaration, `Overload of AuraEnabled method: ${second.name} overload is not permitted`);
  }
}

function checkField(field: FieldSymbol, report: Report): void {
  const declared = field.property ? 'properties' : 'fields';
  checkAnnotations(declared, field.annotations, report);
  const problem =
    nameProblem(field.name) ??
    memberProblem(field, declared) ??
    (field.property ? accessorProblem(field) : null) ??
    fieldAnnotationProblem(field, declared);
  if (problem) report(field.declaration, problem);
}

function checkMethod(method: MethodSymbol, report: Report): void {
  checkAnnotations('methods', method.annotations, report);
  checkParameters(method, report);
  const problem =
    methodNameProblem(method.name) ??
    interfaceMethodProblem(method) ??
    memberProblem(method, 'methods') ??
    methodAnnotationProblem(method);
  if (problem) report(method.declaration, problem);
}

function checkParameters({ declaration, owner }: Pick<MethodSymbol, 'owner'> & WithParameters, report: Report): void {
  for (const parameter of declaration.parameters) {
    checkAnnotations('parameters', parameter.annotations, report);
    const problem = modifierProblem('parameters', parameter.modifiers, owner.unit.apiVersion);
    if (problem) report(parameter, problem);
  }
}

interface WithParameters {
  readonly declaration: { readonly parameters: readonly Declaration[] };
}

/** The grammar of interfaces knows no modifiers. */
function interfaceMethodProblem({ owner, modifiers }: MethodSymbol): string | null {
  return owner.kind === 'interface' && modifiers.length > 0 ? `Expecting '}' but was: '${modifiers[0]}'` : null;
}

function memberProblem({ owner, modifiers }: FieldSymbol | MethodSymbol, declared: Declared): string | null {
  return (
    modifierProblem(declared, modifiers, owner.unit.apiVersion) ??
    staticProblem(owner, modifiers, declared) ??
    definingTypeProblem(declared, modifiers, owner.modifiers)
  );
}

function staticProblem(owner: ClassSymbol, modifiers: FieldSymbol['modifiers'], declared: Declared): string | null {
  const top = modifiers.find((modifier) => modifier === 'static' || modifier === 'testmethod');
  if (owner.outer && top) return `${nameOf(top)} can only be used on ${declared} of a top level type`;
  const instance = modifiers.find((modifier) => modifier === 'webservice' || modifier === 'testmethod');
  const isMissing = declared === 'methods' && instance && !modifiers.includes('static');
  return isMissing ? `${nameOf(instance)} methods must be declared as static` : null;
}

function definingTypeProblem(
  declared: Declared,
  modifiers: FieldSymbol['modifiers'],
  ofType: FieldSymbol['modifiers']
): string | null {
  const seen = modifiers.find((modifier) => modifier === 'global' || modifier === 'webservice');
  return seen && !isGlobal(ofType) ? `Defining type for ${nameOf(seen)} ${declared} must be declared as global` : null;
}

const RANKS = { private: 0, protected: 1, public: 2, global: 3 } as const;

/** "Apex Properties": an accessor may be stricter than its property, not more open. */
function accessorProblem({ access, property }: FieldSymbol): string | null {
  const { getter, setter, getterAccess, setterAccess } = property!;
  for (const [accessor, own] of [
    [getter, getterAccess],
    [setter, setterAccess]
  ] as const) {
    if (accessor && accessor.modifiers.length > 0 && RANKS[own] > RANKS[access]) {
      return `Cannot declare ${own} accessor on ${access} property`;
    }
  }
  return null;
}

/**
 * Rules about what stands before and in the name of a declaration: modifiers, annotations, names.
 * @see "Apex Class Definition", "Access Modifiers", "Static and Instance", "Annotations", Apex Developer Guide
 */
import type { Annotation, Declaration, Position } from '../parse/ast';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../symbols/class-symbols';
import { hasAnnotation } from '../symbols/declare';
import type { Project } from '../symbols/project';
import { isList } from '../symbols/types';
import { methodNameProblem, nameProblem } from './identifiers';
import { hasSameParameters, signatureOf } from './member-rules';

type Report = (position: Position, message: string) => void;

/** Reports what is wrong with the declarations of a type and of its members. */
export function checkDeclarations(project: Project, symbol: ClassSymbol): void {
  const report: Report = (position, message) => project.diagnostics.report(symbol.unit.name, position, message);
  const inSource = symbol.unit.kind === 'class' || symbol.outer !== null;
  if (inSource) checkType(symbol, report);
  checkAnnotations(symbol.annotations, report);
  checkConstants(symbol, report);
  checkConstructors(symbol, report);
  checkOnce(symbol, report);
  for (const field of symbol.fields.values()) checkField(field, report);
  for (const method of allMethods(symbol)) checkMethod(method, report);
}

const allMethods = (symbol: ClassSymbol): MethodSymbol[] => [...symbol.methods.values()].flat();

function checkType(symbol: ClassSymbol, report: Report): void {
  const problem =
    nameProblem(symbol.name) ??
    (symbol.outer ? innerTypeProblem(symbol) : topLevelProblem(symbol)) ??
    kindProblem(symbol);
  if (problem) report(symbol.declaration, problem);
}

function innerTypeProblem({ modifiers }: ClassSymbol): string | null {
  return modifiers.includes('static') ? 'Modifier is not allowed: static' : null;
}

function topLevelProblem({ modifiers, isTest }: ClassSymbol): string | null {
  const isSeen = modifiers.includes('public') || modifiers.includes('global');
  return isSeen || isTest ? null : 'Top-level type must have public or global visibility';
}

function kindProblem({ modifiers, fullName }: ClassSymbol): string | null {
  const isBoth = modifiers.includes('abstract') && modifiers.includes('virtual');
  if (isBoth) return `Classes cannot be both abstract and virtual: ${fullName}`;
  const sharing = modifiers.filter((modifier) => modifier.endsWith('sharing'));
  return sharing.length > 1 ? `Modifier is not allowed: ${sharing[1]}` : null;
}

/** Annotations of Apex ("Annotations", Apex Developer Guide), in lower case. */
const ANNOTATIONS: ReadonlySet<string> = new Set(
  (
    'allowcertifiedapex auraenabled deprecated future httpdelete httpget httppatch httppost httpput invocablemethod ' +
    'invocablevariable istest jsonaccess namespaceaccessible namespaceglobal privateapi readonly remoteaction ' +
    'restresource suppresswarnings testsetup testvisible'
  ).split(' ')
);

function checkAnnotations(annotations: readonly Annotation[], report: Report): void {
  for (const annotation of annotations) {
    const name = annotation.name.toLowerCase();
    if (!ANNOTATIONS.has(name)) report(annotation, `Annotation does not exist: ${annotation.name}`);
    const isComplete = annotation.parameters.some((parameter) => parameter.name.toLowerCase() === 'urlmapping');
    if (name === 'restresource' && !isComplete) {
      report(annotation, 'Annotation property, urlMapping on RestResource, is missing');
    }
  }
}

function checkConstants(symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (declaration.kind !== 'enum') return;
  const seen = new Set<string>();
  for (const constant of declaration.constants) {
    const lower = constant.name.toLowerCase();
    if (seen.has(lower)) report(constant, `Duplicate field: ${constant.name}`);
    seen.add(lower);
  }
}

function checkConstructors({ constructors, fullName }: ClassSymbol, report: Report): void {
  constructors.forEach((constructor, index) => {
    if (!constructors.slice(0, index).some((other) => hasSameParameters(constructor, other))) return;
    const types = constructor.parameters.map(({ type }) => type.name).join(', ');
    report(constructor.declaration, `Constructor already defined: [${fullName}].<Constructor>(${types})`);
  });
}

/** Annotations that one method of a class may have. */
const SINGLE = ['InvocableMethod', 'HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'];

function checkOnce(symbol: ClassSymbol, report: Report): void {
  for (const name of SINGLE) {
    const [, second] = allMethods(symbol).filter(({ annotations }) => hasAnnotation(annotations, name.toLowerCase()));
    if (second) report(second.declaration, `Only one method per type can be defined with: ${name}`);
  }
}

function checkField(field: FieldSymbol, report: Report): void {
  checkAnnotations(field.annotations, report);
  const problem = nameProblem(field.name) ?? staticProblem(field, 'variables') ?? globalProblem(field, 'fields');
  if (problem) report(field.declaration, problem);
}

function checkMethod(method: MethodSymbol, report: Report): void {
  checkAnnotations(method.annotations, report);
  const problem =
    methodNameProblem(method.name) ??
    interfaceMethodProblem(method) ??
    staticProblem(method, 'methods') ??
    globalProblem(method, 'methods') ??
    testProblem(method) ??
    invocableProblem(method);
  if (problem) report(method.declaration, problem);
}

function interfaceMethodProblem({ owner, modifiers }: MethodSymbol): string | null {
  return owner.kind === 'interface' && modifiers.length > 0 ? `Modifier is not allowed: ${modifiers[0]}` : null;
}

function staticProblem({ owner, modifiers }: FieldSymbol | MethodSymbol, what: string): string | null {
  return owner.outer && modifiers.includes('static') ? `Only top-level class ${what} can be declared static` : null;
}

function globalProblem({ owner, modifiers }: FieldSymbol | MethodSymbol, what: string): string | null {
  const isGlobal = (declared: readonly Declaration['modifiers'][number][]): boolean =>
    declared.includes('global') || declared.includes('webservice');
  return isGlobal(modifiers) && !isGlobal(owner.modifiers)
    ? `Defining type for global ${what} must be declared as global`
    : null;
}

/** First version whose test methods must be in test classes (Annotations, IsTest). */
const TEST_CLASS_VERSION = 28;

function testProblem({ owner, annotations, modifiers, isStatic }: MethodSymbol): string | null {
  if (!hasAnnotation(annotations, 'istest') && !hasAnnotation(annotations, 'testsetup')) return null;
  const outermost = owner.outer ?? owner;
  if (!outermost.isTest && owner.unit.apiVersion >= TEST_CLASS_VERSION)
    return 'Test methods must be in classes that are annotated with @IsTest';
  return isStatic || modifiers.includes('static') ? null : 'Test methods must be static';
}

/** "InvocableMethod Annotation": at most one parameter, which is a list. */
function invocableProblem(method: MethodSymbol): string | null {
  if (!hasAnnotation(method.annotations, 'invocablemethod')) return null;
  if (!method.isStatic) return `InvocableMethod methods must be static: ${signatureOf(method)}`;
  const refused = method.parameters.find(({ type }) => !isList(type) && type.kind !== 'error');
  return refused ? `InvocableMethod methods do not support parameter type of ${refused.type.name}` : null;
}

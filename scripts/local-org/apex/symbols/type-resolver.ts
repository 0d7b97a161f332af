/** Resolves type references by Apex's rules: inner types, the project's, the platform's, then sObjects. */
import type { TypeReference, TypeReferencePart } from '../parse/ast';
import { classChain, type ClassSymbol } from './class-symbols';
import { isPlatformName, isPlatformNamespace, isStandardObjectName } from './platform-names';
import type { Project } from './project';
import { T, type Type } from './types';

const WELL_KNOWN = new Set([
  'object',
  'string',
  'id',
  'integer',
  'long',
  'double',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'time',
  'blob',
  'sobject'
]);

/** Types that must say what they hold. */
const COLLECTIONS: ReadonlySet<string> = new Set(['list', 'set', 'map']);

/**
 * The type a reference names, seen from inside `scope`; undefined when no such type exists.
 * @see "Type Resolution and System Namespace for Types", Apex Developer Guide
 */
export function resolveType(project: Project, reference: TypeReference, scope: ClassSymbol | null): Type | undefined {
  let type = resolveParts(project, reference.parts, scope);
  for (let depth = 0; type && depth < reference.arrayDepth; depth += 1) type = project.platform.listOf(type);
  return type;
}

function resolveParts(
  project: Project,
  parts: readonly TypeReferencePart[],
  scope: ClassSymbol | null
): Type | undefined {
  const last = parts[parts.length - 1]!;
  const typeArguments = last.typeArguments.map((argument) => resolveType(project, argument, scope));
  if (typeArguments.includes(undefined)) return undefined;
  const names = parts.map((part) => part.name);
  const isBare = names.length === 1 && typeArguments.length === 0;
  if (isBare && COLLECTIONS.has(names[0]!.toLowerCase()) && !findClass(project, names[0]!, scope)) return undefined;
  return resolveTypeName(project, names, scope, typeArguments as Type[]);
}

/** The type behind a dotted name. */
export function resolveTypeName(
  project: Project,
  names: readonly string[],
  scope: ClassSymbol | null,
  typeArguments: readonly Type[] = []
): Type | undefined {
  if (names.length === 1) return resolveSimple(project, names[0]!, scope, typeArguments);
  const [first, ...rest] = names as [string, ...string[]];
  const outer = findClass(project, first, scope);
  const inner = outer && findInner(outer, rest);
  if (inner) return inner.type;
  if (!outer && first.toLowerCase() === project.namespace) return resolveOwn(project, rest);
  return resolveQualified(project, first, rest.join('.'), typeArguments);
}

/** A class of the project called by the project's own namespace. */
function resolveOwn(project: Project, [name, ...inner]: readonly string[]): Type | undefined {
  const symbol = findClass(project, name!, null);
  return symbol && (inner.length > 0 ? findInner(symbol, inner)?.type : symbol.type);
}

function resolveSimple(
  project: Project,
  name: string,
  scope: ClassSymbol | null,
  typeArguments: readonly Type[]
): Type | undefined {
  const symbol = findClass(project, name, scope);
  return symbol ? symbol.type : resolvePlatform(project, name, typeArguments);
}

/** A type that is not of the project. */
function resolvePlatform(project: Project, name: string, typeArguments: readonly Type[]): Type | undefined {
  const lower = name.toLowerCase();
  if (WELL_KNOWN.has(lower)) return typeArguments.length > 0 ? undefined : T[lower as keyof typeof T];
  const entry = project.platform.find(name);
  if (entry) return platformType(project, entry, typeArguments);
  return (
    project.sobjectType(name) ??
    (isPlatformName(name) || isStandardObjectName(name) ? project.types.unmodeled(name) : undefined)
  );
}

function resolveQualified(
  project: Project,
  namespace: string,
  name: string,
  typeArguments: readonly Type[]
): Type | undefined {
  const lower = namespace.toLowerCase();
  // What stands before the dot may also be a class of System, with types inside.
  const inSystem = (): ReturnType<Project['platform']['find']> =>
    project.platform.qualified('System', `${namespace}.${name}`);
  const entry = project.platform.qualified(namespace, name) ?? inSystem();
  if (entry) return platformType(project, entry, typeArguments);
  if (lower === 'system' || lower === 'schema') return resolvePlatform(project, name, typeArguments);
  const isKnown = isPlatformNamespace(namespace) || isPlatformName(namespace);
  return isKnown ? project.types.unmodeled(`${namespace}.${name}`) : undefined;
}

function platformType(
  project: Project,
  entry: ReturnType<Project['platform']['find']>,
  typeArguments: readonly Type[]
): Type | undefined {
  if (!entry) return undefined;
  const expected = entry.declaration.typeParameters?.length ?? 0;
  if (typeArguments.length > 0 && typeArguments.length !== expected) return undefined;
  const given = typeArguments.length === expected ? typeArguments : Array.from({ length: expected }, () => T.object);
  return project.types.platform(entry, given);
}

/** A class by simple name: inner types of the scope, of its super classes and of what is around it, then top level. */
export function findClass(project: Project, name: string, scope: ClassSymbol | null): ClassSymbol | undefined {
  const lower = name.toLowerCase();
  for (let current = scope; current; current = current.outer) {
    if (current.name.toLowerCase() === lower && current.outer) return current;
    for (const ancestor of classChain(current)) {
      const inner = ancestor.inner.get(lower);
      if (inner) return inner;
    }
  }
  return project.classes.get(lower) ?? (scope ? siblingOfAncestor(scope, lower) : undefined);
}

/** A type beside a super class, inside what is around that. */
function siblingOfAncestor(scope: ClassSymbol, lower: string): ClassSymbol | undefined {
  for (let current: ClassSymbol | null = scope; current; current = current.outer) {
    for (const ancestor of classChain(current)) {
      const sibling = ancestor.outer?.inner.get(lower);
      if (sibling) return sibling;
    }
  }
  return undefined;
}

function findInner(outer: ClassSymbol, names: readonly string[]): ClassSymbol | undefined {
  let current: ClassSymbol | undefined = outer;
  for (const name of names) current = current && innerOf(current, name.toLowerCase());
  return current;
}

function innerOf(symbol: ClassSymbol, name: string): ClassSymbol | undefined {
  for (const ancestor of classChain(symbol)) {
    const inner = ancestor.inner.get(name);
    if (inner) return inner;
  }
  return undefined;
}

/** How a type reference reads in a message. */
export function referenceText(reference: TypeReference): string {
  const parts = reference.parts.map((part) => {
    const typeArguments = part.typeArguments.map(referenceText).join(',');
    return typeArguments ? `${part.name}<${typeArguments}>` : part.name;
  });
  return parts.join('.') + '[]'.repeat(reference.arrayDepth);
}

/**
 * Dynamic SOQL sees the simple variables of the code around it under their names.
 * @see "Dynamic SOQL", Apex Developer Guide
 */
import type { Position } from '../parse/ast';
import type { BindVariable } from '../bound/expressions';
import { classChain, type ClassSymbol } from '../symbols/class-symbols';
import type { PlatformMember } from '../symbols/platform-table';
import { T } from '../symbols/types';
import type { BodyContext } from './context';
import { isVisible } from './member-access';
import { bindVariable } from './references';

const TEXT_QUERIES = new Set(['query', 'countquery', 'getquerylocator', 'getcursor']);

/** The variables in reach of a query text; undefined for any other call. */
export function bindScopeOf(
  context: BodyContext,
  member: PlatformMember,
  position: Position
): readonly BindVariable[] | undefined {
  const isTextQuery =
    (member.owner.qualifiedName === 'System.Database' || member.owner.qualifiedName === 'System.Search') &&
    TEXT_QUERIES.has(member.name.toLowerCase()) &&
    member.parameters[0] === T.string;
  if (!isTextQuery) return undefined;
  const names = new Set([...localNames(context), ...fieldNames(context)]);
  return [...names].flatMap((name) => {
    const value = bindVariable(context, name, position);
    return value ? [{ name, value }] : [];
  });
}

function localNames(context: BodyContext): string[] {
  return [...context.scope.all()].map((local) => local.name.toLowerCase());
}

function fieldNames(context: BodyContext): string[] {
  const names: string[] = [];
  for (let owner: ClassSymbol | null = context.owner; owner; owner = owner.outer) {
    for (const field of [...classChain(owner)].flatMap((ancestor) => [...ancestor.fields.values()])) {
      if (isVisible(context, field.owner, field.access, field.isTestVisible)) names.push(field.name.toLowerCase());
    }
  }
  return names;
}

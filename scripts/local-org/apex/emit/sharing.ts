/**
 * `with sharing` and `without sharing` hold for the code of a class and for what it calls in classes that say nothing.
 * Methods of a class that says one of them set the mode for their length, unless nothing in them could look at it.
 * @see "Using the with sharing, without sharing, and inherited sharing Keywords", Apex Developer Guide
 */
import type { BoundFunction } from '../bound/statements';
import type { ClassSymbol } from '../symbols/class-symbols';
import { outermost } from '../symbols/class-symbols';
import type { ScriptContext } from './script';

/** Code before and after a function body. */
export interface Guard {
  readonly before: string;
  readonly after: string;
}

const NONE: Guard = { before: '', after: '' };

/** The guard for one function; none for private ones, which run in the mode of the class already. */
export function sharingGuard(
  script: ScriptContext,
  symbol: ClassSymbol,
  body: BoundFunction,
  isReachableFromOutside: boolean
): Guard {
  const { sharing } = symbol;
  if (!isReachableFromOutside || (sharing !== 'with' && sharing !== 'without')) return NONE;
  if (!looksAtSharing(body.body, symbol)) return NONE;
  const execution = script.operator('execution');
  return {
    before: `const $p = ${execution}.sharing;${execution}.sharing = '${sharing}';try {`,
    after: `} finally {${execution}.sharing = $p;}`
  };
}

/** Whether a body queries, writes, calls the database or calls code of another class. */
function looksAtSharing(node: unknown, symbol: ClassSymbol): boolean {
  if (Array.isArray(node)) return node.some((item) => looksAtSharing(item, symbol));
  if (typeof node !== 'object' || node === null) return false;
  const { kind } = node as { kind?: string };
  if (kind === 'soql' || kind === 'sosl' || kind === 'dml' || kind === 'merge' || kind === 'forQuery') return true;
  if (kind === 'newUser') return true;
  if (kind === 'call') {
    const { method } = node as { method: { owner: ClassSymbol } };
    if (outermost(method.owner) !== outermost(symbol) || method.owner !== symbol) return true;
  }
  if (kind === 'platformCall') {
    const { member } = node as { member: { owner: { qualifiedName: string; declaration: { kind: string } } } };
    const { qualifiedName, declaration } = member.owner;
    if (declaration.kind === 'interface' || DATABASE_TYPES.has(qualifiedName)) return true;
  }
  return Object.entries(node).some(([key, value]) => !SYMBOL_KEYS.has(key) && looksAtSharing(value, symbol));
}

const DATABASE_TYPES = new Set(['System.Database', 'System.Search', 'System.Schema', 'System.Type', 'System.List']);

/** Links out of the typed tree, which lead to symbols and types, not to code of this body. */
const SYMBOL_KEYS = new Set([
  'type',
  'local',
  'field',
  'method',
  'member',
  'owner',
  'symbol',
  'constructor',
  'query',
  'object',
  'elementLocal',
  'tested',
  'named',
  'enumType'
]);

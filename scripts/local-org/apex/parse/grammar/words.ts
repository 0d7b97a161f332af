/**
 * The words that tell rules of the Apex grammar apart, and which of them can be names as well. What the platform takes
 * as a name was found by the open Apex grammar (github.com/apex-dev-tools/apex-parser); the reserved words of the Apex
 * Developer Guide include many that it takes.
 */

const reserved = [
  'abstract',
  'break',
  'catch',
  'class',
  'continue',
  'delete',
  'do',
  'else',
  'enum',
  'extends',
  'false',
  'final',
  'finally',
  'for',
  'global',
  'if',
  'implements',
  'insert',
  'instanceof',
  'interface',
  'list',
  'map',
  'merge',
  'new',
  'null',
  'on',
  'override',
  'private',
  'protected',
  'public',
  'return',
  'static',
  'super',
  'testmethod',
  'this',
  'throw',
  'true',
  'try',
  'undelete',
  'update',
  'upsert',
  'virtual',
  'void',
  'webservice',
  'while'
] as const;

const contextual = [
  'after',
  'as',
  'before',
  'find',
  'get',
  'inherited',
  'select',
  'set',
  'sharing',
  'switch',
  'system',
  'transient',
  'trigger',
  'user',
  'when',
  'with',
  'without'
] as const;

/** A word with a meaning of its own. */
export type Word = (typeof reserved)[number] | (typeof contextual)[number];

const words = new Map<string, Word>([...reserved, ...contextual].map((word) => [word, word]));
const names: ReadonlySet<string> = new Set(['name', ...contextual]);
const typeNames: ReadonlySet<string> = new Set([...names, 'list', 'map']);
const neverMembers: ReadonlySet<string> = new Set(['void', 'true', 'false']);

/** Whether names of variables, methods and types can have this token type. */
export function canBeName(type: string): boolean {
  return names.has(type);
}

/** Whether a part of a type's name can have this token type. */
export function canBeTypeName(type: string): boolean {
  return typeNames.has(type);
}

/** Whether a name behind a dot can have this token type: there nearly every word is a name. */
export function canBeMemberName(type: string): boolean {
  return names.has(type) || (words.has(type) && !neverMembers.has(type));
}

/** The type of a token that starts with a letter. */
export function wordType(text: string): Word | 'name' {
  return words.get(text) ?? words.get(text.toLowerCase()) ?? 'name';
}

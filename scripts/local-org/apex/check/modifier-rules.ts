/**
 * Which modifiers may stand before what.
 * @see "Apex Class Definition", "Access Modifiers", "Static and Instance Methods, Variables, and Initialization Code" and
 *   "Using the final Keyword", Apex Developer Guide; wording: the messages of the compiler
 *   (github.com/forcedotcom/apex-language-support, messages_en_US)
 */
import type { Modifier } from '../parse/ast';

/** What can be declared, in the plural that messages use. */
export type Declared =
  'classes' | 'interfaces' | 'enums' | 'methods' | 'constructors' | 'fields' | 'properties' | 'locals' | 'parameters';

const SCOPES: readonly Modifier[] = ['global', 'public', 'private', 'protected', 'webservice'];
const SHARING: readonly Modifier[] = ['with sharing', 'without sharing', 'inherited sharing'];

const ALLOWED: Readonly<Record<Declared, ReadonlySet<Modifier>>> = {
  classes: new Set<Modifier>(['global', 'public', 'private', 'abstract', 'virtual', ...SHARING]),
  interfaces: new Set<Modifier>(['global', 'public', 'private', 'virtual']),
  enums: new Set<Modifier>(['global', 'public', 'private']),
  methods: new Set<Modifier>([...SCOPES, 'static', 'abstract', 'virtual', 'override', 'testmethod']),
  constructors: new Set<Modifier>(['global', 'public', 'private', 'protected']),
  fields: new Set<Modifier>([...SCOPES, 'static', 'final', 'transient']),
  properties: new Set<Modifier>([...SCOPES, 'static', 'final', 'transient']),
  locals: new Set<Modifier>(['final', 'transient']),
  parameters: new Set<Modifier>(['final'])
};

/** Pairs that exclude each other, said as the message says them. */
const CONFLICTS: Readonly<Partial<Record<Declared, readonly (readonly [Modifier, Modifier])[]>>> = {
  methods: [
    ['protected', 'static'],
    ['static', 'virtual'],
    ['static', 'abstract'],
    ['static', 'override']
  ],
  fields: [['protected', 'static']],
  properties: [['protected', 'static']]
};

/** First version in which a declaration has one scope alone. */
const SINGLE_SCOPE_VERSION = 24;

/** What is wrong with the modifiers before a declaration; null where nothing is. */
export function modifierProblem(declared: Declared, modifiers: readonly Modifier[], apiVersion: number): string | null {
  if (modifiers.length === 0) return null;
  return (
    repetition(modifiers) ??
    refusal(declared, modifiers) ??
    (apiVersion >= SINGLE_SCOPE_VERSION ? severalScopes(modifiers) : null) ??
    conflict(declared, modifiers)
  );
}

function repetition(modifiers: readonly Modifier[]): string | null {
  const twice = modifiers.find((modifier, index) => modifiers.indexOf(modifier) < index);
  return twice ? `Duplicate modifier: ${nameOf(twice)}` : null;
}

function refusal(declared: Declared, modifiers: readonly Modifier[]): string | null {
  const refused = modifiers.find((modifier) => !ALLOWED[declared].has(modifier));
  if (!refused) return null;
  const isAlways = refused === 'final' && (declared === 'classes' || declared === 'methods');
  return isAlways ? `${declared} are by default final` : `${nameOf(refused)} is not allowed on ${declared}`;
}

function severalScopes(modifiers: readonly Modifier[]): string | null {
  const isSeveral = [SCOPES, SHARING].some((group) => modifiers.filter((one) => group.includes(one)).length > 1);
  return isSeveral ? 'Declarations can only have one scope' : null;
}

function conflict(declared: Declared, modifiers: readonly Modifier[]): string | null {
  if (declared === 'classes' && modifiers.includes('abstract') && modifiers.includes('virtual')) {
    return 'abstract are by default virtual';
  }
  const found = CONFLICTS[declared]?.find((pair) => pair.every((modifier) => modifiers.includes(modifier)));
  return found ? `${found[0]} ${declared} cannot be ${found[1]}` : null;
}

const NAMES: Readonly<Partial<Record<Modifier, string>>> = {
  webservice: 'webService',
  testmethod: 'testMethod',
  'with sharing': 'withSharing',
  'without sharing': 'withoutSharing',
  'inherited sharing': 'inheritedSharing'
};

/** A modifier as messages write it. */
export function nameOf(modifier: Modifier): string {
  return NAMES[modifier] ?? modifier;
}

/** Sets of characters: `[…]`, `\d`, `\p{…}`. @see java.util.regex.Pattern, "Character classes" */
import { NotModeled } from '../values/not-modeled';
import type { PatternReader } from './reader';
import type { JavaFlags } from './translate';
import { escaped } from './literals';

/** `.` without and with UNIX_LINES. */
export const DOT = '[^\\n\\r\\u0085\\u2028\\u2029]';
export const DOT_UNIX = '[^\\n]';

const PREDEFINED: Record<string, string> = {
  d: '0-9',
  s: ' \\t\\n\\v\\f\\r',
  w: 'a-zA-Z_0-9',
  h: ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\v\\f\\r\\u0085\\u2028\\u2029'
};

/** POSIX classes (US-ASCII only). */
const POSIX: Record<string, string> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\0-\\x7f',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
  Graph: '\\x21-\\x7e',
  Print: '\\x20-\\x7e',
  Blank: ' \\t',
  Cntrl: '\\0-\\x1f\\x7f',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\v\\f\\r'
};

const BINARY = new Set(['Alphabetic', 'Ideographic', 'Lowercase', 'Uppercase', 'White_Space']);
const JAVA_METHODS: Record<string, string> = {
  LowerCase: 'Lowercase',
  UpperCase: 'Uppercase',
  Alphabetic: 'Alphabetic'
};

/** `\d` and its like, or null when the letter names no class. */
export function predefinedClass(letter: string): string | null {
  const set = PREDEFINED[letter.toLowerCase()];
  if (!set) return null;
  return letter === letter.toLowerCase() ? `[${set}]` : `[^${set}]`;
}

/** `\p{…}` or `\P{…}`, the reader standing after the letter. */
export function propertyClass(reader: PatternReader, isNegated: boolean, flags: JavaFlags): string {
  const name = reader.take('{') ? reader.upTo('}') : reader.next();
  const sign = isNegated ? 'P' : 'p';
  if (flags.caseInsensitive && /^(Is)?(Lower|Upper|Lu|Ll|Lt|Lowercase|Uppercase)/.test(name)) {
    throw new NotModeled(`\\p{${name}} in a case-insensitive regular expression`);
  }
  if (POSIX[name]) return `[${isNegated ? '^' : ''}${POSIX[name]}]`;
  const property = unicodeProperty(name);
  if (property === null) throw new NotModeled(`regular expression class \\p{${name}}`);
  return `\\${sign}{${property}}`;
}

function unicodeProperty(name: string): string | null {
  const [key, value] = name.split('=');
  if (value !== undefined) return /^(script|sc)$/i.test(key) ? scriptProperty(value) : generalCategory(value);
  const java = /^java(\w+)$/.exec(name);
  if (java) return JAVA_METHODS[java[1]] ?? null;
  const plain = name.replace(/^Is/, '');
  if (name.startsWith('Is') && BINARY.has(plain)) return plain;
  return generalCategory(plain) ?? (name.startsWith('Is') ? scriptProperty(plain) : null);
}

function generalCategory(name: string): string | null {
  return /^[A-Z][a-z]?$/.test(name) && isProperty(name) ? name : null;
}

function scriptProperty(name: string): string | null {
  const script = `Script=${name[0].toUpperCase()}${name.slice(1).toLowerCase()}`;
  return isProperty(script) ? script : null;
}

function isProperty(name: string): boolean {
  try {
    new RegExp(`\\p{${name}}`, 'u');
    return true;
  } catch {
    return false;
  }
}

/** `[…]`, the reader standing after the bracket; unions and intersections nest as in JavaScript's flag `v`. */
export function characterClass(reader: PatternReader, flags: JavaFlags): string {
  const negation = reader.take('^') ? '^' : '';
  const operands = [members(reader, flags, true)];
  while (reader.takeText('&&')) operands.push(members(reader, flags, false));
  if (!reader.take(']')) throw reader.error('Unclosed character class');
  const parts = operands.filter((operand) => operand !== '');
  if (parts.length <= 1) return `[${negation}${parts[0] ?? ''}]`;
  return `[${negation}${parts.map((part) => `[${part}]`).join('&&')}]`;
}

function members(reader: PatternReader, flags: JavaFlags, isFirst: boolean): string {
  let source = '';
  for (let next = reader.peek(); next !== ''; next = reader.peek()) {
    if (next === ']' && (source !== '' || !isFirst)) return source;
    if (reader.startsWith('&&')) return source;
    source += member(reader, flags);
  }
  return source;
}

function member(reader: PatternReader, flags: JavaFlags): string {
  if (reader.take('[')) return characterClass(reader, flags);
  const set = escapedSet(reader, flags);
  if (set !== null) return set;
  const first = oneCharacter(reader);
  if (!reader.startsWith('-') || reader.startsWith('-]') || reader.startsWith('-[')) return single(first, flags);
  reader.next();
  const last = oneCharacter(reader);
  if (first > last && first.length >= last.length) throw reader.error('Illegal character range', 1);
  return range(first, last, flags);
}

function escapedSet(reader: PatternReader, flags: JavaFlags): string | null {
  if (!reader.startsWith('\\')) return null;
  const letter = reader.lookAhead(1);
  if (letter === 'p' || letter === 'P') {
    reader.takeText(`\\${letter}`);
    return propertyClass(reader, letter === 'P', flags);
  }
  if (letter === 'Q') {
    reader.takeText('\\Q');
    return [...reader.quoted()].map((character) => single(character, flags)).join('');
  }
  const set = predefinedClass(letter);
  if (set !== null) reader.takeText(`\\${letter}`);
  return set;
}

function oneCharacter(reader: PatternReader): string {
  const character = reader.next();
  if (character === '') throw reader.error('Unclosed character class');
  return character === '\\' ? reader.escapedCharacter(reader.next()) : character;
}

function single(character: string, flags: JavaFlags): string {
  if (!flags.caseInsensitive) return escaped(character);
  const isAscii = /^[A-Za-z]$/.test(character);
  if (!isAscii && !flags.unicodeCase) return escaped(character);
  const cases = new Set([character, character.toLowerCase(), character.toUpperCase()]);
  return [...cases]
    .filter((form) => [...form].length === 1)
    .map(escaped)
    .join('');
}

function range(first: string, last: string, flags: JavaFlags): string {
  const plain = `${escaped(first)}-${escaped(last)}`;
  if (!flags.caseInsensitive) return plain;
  if (flags.unicodeCase && last > '\x7f') throw new NotModeled('a range beyond ASCII with (?iu)');
  return plain + shiftedCase(first, last, 'a', 'z', -32) + shiftedCase(first, last, 'A', 'Z', 32);
}

function shiftedCase(first: string, last: string, from: string, to: string, shift: number): string {
  const low = Math.max(first.codePointAt(0) as number, from.charCodeAt(0));
  const high = Math.min(last.codePointAt(0) as number, to.charCodeAt(0));
  if (low > high) return '';
  return `${String.fromCharCode(low + shift)}-${String.fromCharCode(high + shift)}`;
}

/** Members of String that look for something in a text. */
import { required } from '../../../declarations/arguments';

/** @see "String Class", Apex Reference Guide */
export const searchMembers = {
  'Boolean contains(String substring)': (self: string, part: string | null) => self.includes(required(part, 1)),
  'Boolean containsAny(String inputString)': (self: string, set: string | null) => indexOfAny(self, set) >= 0,
  'Boolean containsIgnoreCase(String substring)': (self: string, part: string | null) =>
    self.toLowerCase().includes(required(part, 1).toLowerCase()),
  'Boolean containsNone(String inputString)': (self: string, set: string | null) => indexOfAny(self, set) < 0,
  'Boolean containsOnly(String inputString)': (self: string, set: string | null) => indexOfAnyBut(self, set) < 0,
  'Boolean containsWhitespace()': (self: string) => [...self].some(isJavaWhitespace),
  'Integer countMatches(String substring)': (self: string, part: string | null) =>
    required(part, 1) === '' ? 0 : self.split(part as string).length - 1,
  'Boolean endsWith(String suffix)': (self: string, suffix: string | null) => self.endsWith(required(suffix, 1)),
  'Boolean endsWithIgnoreCase(String suffix)': (self: string, suffix: string | null) =>
    self.toLowerCase().endsWith(required(suffix, 1).toLowerCase()),
  'Integer indexOf(String substring)': (self: string, part: string | null) => self.indexOf(required(part, 1)),
  'Integer indexOf(String substring, Integer index)': (self: string, part: string | null, index: number | null) =>
    self.indexOf(required(part, 1), required(index, 2)),
  'Integer indexOfAny(String substring)': indexOfAny,
  'Integer indexOfAnyBut(String substring)': indexOfAnyBut,
  'Integer indexOfChar(Integer character)': (self: string, character: number | null) =>
    self.indexOf(String.fromCodePoint(required(character, 1))),
  'Integer indexOfChar(Integer character, Integer startIndex)': (self: string, character: number, start: number) =>
    self.indexOf(String.fromCodePoint(required(character, 1)), required(start, 2)),
  'Integer indexOfDifference(String other)': (self: string, other: string | null) =>
    indexOfDifference(self, required(other, 1)),
  'Integer indexOfIgnoreCase(String substring)': (self: string, part: string | null) =>
    self.toLowerCase().indexOf(required(part, 1).toLowerCase()),
  'Integer indexOfIgnoreCase(String substring, Integer startPosition)': (self: string, part: string, start: number) =>
    self.toLowerCase().indexOf(required(part, 1).toLowerCase(), required(start, 2)),
  'Integer lastIndexOf(String substring)': (self: string, part: string | null) => self.lastIndexOf(required(part, 1)),
  'Integer lastIndexOf(String substring, Integer endPosition)': (self: string, part: string, end: number) =>
    lastIndexOf(self, required(part, 1), required(end, 2)),
  'Integer lastIndexOfChar(Integer character)': (self: string, character: number | null) =>
    self.lastIndexOf(String.fromCodePoint(required(character, 1))),
  'Integer lastIndexOfChar(Integer character, Integer endIndex)': (self: string, character: number, end: number) =>
    lastIndexOf(self, String.fromCodePoint(required(character, 1)), required(end, 2)),
  'Integer lastIndexOfIgnoreCase(String substring)': (self: string, part: string | null) =>
    self.toLowerCase().lastIndexOf(required(part, 1).toLowerCase()),
  'Integer lastIndexOfIgnoreCase(String substring, Integer endPosition)': (self: string, part: string, end: number) =>
    lastIndexOf(self.toLowerCase(), required(part, 1).toLowerCase(), required(end, 2)),
  'Boolean startsWith(String prefix)': (self: string, prefix: string | null) => self.startsWith(required(prefix, 1)),
  'Boolean startsWithIgnoreCase(String prefix)': (self: string, prefix: string | null) =>
    self.toLowerCase().startsWith(required(prefix, 1).toLowerCase())
};

/** White space in the sense of `java.lang.Character.isWhitespace`: no-break spaces are not. */
export function isJavaWhitespace(character: string): boolean {
  return /^[\t-\r\u001c-\u001f \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]$/.test(character);
}

function indexOfAny(self: string, set: string | null): number {
  const wanted = new Set(required(set, 1));
  for (let i = 0; i < self.length; i += 1) if (wanted.has(self[i])) return i;
  return -1;
}

function indexOfAnyBut(self: string, set: string | null): number {
  const wanted = new Set(required(set, 1));
  for (let i = 0; i < self.length; i += 1) if (!wanted.has(self[i])) return i;
  return -1;
}

function lastIndexOf(self: string, part: string, end: number): number {
  return end < 0 ? -1 : self.lastIndexOf(part, end);
}

/** Where two texts begin to differ; -1 when they are equal. */
export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  let index = 0;
  while (index < left.length && index < right.length && left[index] === right[index]) index += 1;
  return index;
}

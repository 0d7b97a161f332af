/** Members of String that compare or change a text as a whole. */
import { required } from '../../../declarations/arguments';
import { newList } from '../../../declarations/platform-lists';
import { StringException } from '../../../values/exceptions';
import { hashOfString } from '../../../values/protocol';
import { compileRegex, replaceMatches } from '../../../regex';
import { indexOfDifference } from './search';
import { levenshtein } from './levenshtein';

/** @see "String Class", Apex Reference Guide */
export const wholeMembers = {
  'String capitalize()': (self: string) => self.slice(0, 1).toUpperCase() + self.slice(1),
  'Integer charAt(Integer index)': (self: string, index: number | null) =>
    self.charCodeAt(within(self, required(index, 1))),
  'Integer codePointAt(Integer index)': (self: string, index: number | null) =>
    self.codePointAt(within(self, required(index, 1))),
  'Integer codePointBefore(Integer index)': (self: string, index: number | null) =>
    codePointBefore(self, required(index, 1)),
  'Integer codePointCount(Integer beginIndex, Integer endIndex)': (self: string, begin: number, end: number) =>
    [...self.slice(required(begin, 1), required(end, 2))].length,
  'Integer compareTo(String secondString)': (self: string, other: string | null) => compareTo(self, required(other, 1)),
  'String difference(String secondString)': (self: string, other: string | null) =>
    difference(self, required(other, 1)),
  'Boolean equals(Object stringOrId)': (self: string, other: unknown) => self === other,
  'Boolean equalsIgnoreCase(String secondString)': (self: string, other: string | null) =>
    other !== null && self.toLowerCase() === other.toLowerCase(),
  'List<Integer> getChars()': (self: string) =>
    newList(
      'Integer',
      Array.from({ length: self.length }, (_, index) => self.charCodeAt(index))
    ),
  'Integer getLevenshteinDistance(String stringToCompare)': (self: string, other: string | null) =>
    levenshtein(self, required(other, 1)),
  'Integer getLevenshteinDistance(String stringToCompare, Integer threshold)': (
    self: string,
    other: string | null,
    threshold: number | null
  ) => {
    const distance = levenshtein(self, required(other, 1));
    return distance > required(threshold, 2) ? -1 : distance;
  },
  'Integer hashCode()': hashOfString,
  'Integer length()': (self: string) => self.length,
  'Integer offsetByCodePoints(Integer index, Integer codePointOffset)': (self: string, index: number, offset: number) =>
    offsetByCodePoints(self, required(index, 1), required(offset, 2)),
  'String replace(String target, String replacement)': (self: string, target: string, replacement: string) =>
    self.replaceAll(required(target, 1), () => required(replacement, 2)),
  'String replaceAll(String regExp, String replacement)': (self: string, regex: string, replacement: string) =>
    replaceMatches(compileRegex(required(regex, 1)), self, required(replacement, 2), true),
  'String replaceFirst(String regExp, String replacement)': (self: string, regex: string, replacement: string) =>
    replaceMatches(compileRegex(required(regex, 1)), self, required(replacement, 2), false),
  'String reverse()': (self: string) => [...self].reverse().join(''),
  'String swapCase()': (self: string) => [...self].map(swapCase).join(''),
  'String toLowerCase()': (self: string) => self.toLowerCase(),
  'String toLowerCase(String locale)': (self: string, locale: string | null) =>
    self.toLocaleLowerCase(languageTag(required(locale, 1))),
  'String toUpperCase()': (self: string) => self.toUpperCase(),
  'String toUpperCase(String locale)': (self: string, locale: string | null) =>
    self.toLocaleUpperCase(languageTag(required(locale, 1))),
  'String toString()': (self: string) => self,
  'String uncapitalize()': (self: string) => self.slice(0, 1).toLowerCase() + self.slice(1)
};

function within(self: string, index: number): number {
  if (index < 0 || index >= self.length) throw new StringException(`Index out of bounds: ${index}`);
  return index;
}

function codePointBefore(self: string, index: number): number {
  const last = within(self, index - 1);
  const pair = last > 0 ? self.codePointAt(last - 1) : undefined;
  return pair !== undefined && pair > 0xffff ? pair : self.charCodeAt(last);
}

function offsetByCodePoints(self: string, index: number, offset: number): number {
  let position = index;
  for (let i = 0; i < Math.abs(offset); i += 1) {
    const code = offset > 0 ? self.codePointAt(within(self, position)) : codePointBefore(self, position);
    position += (code as number) > 0xffff ? 2 * Math.sign(offset) : Math.sign(offset);
  }
  return position;
}

/** Java's order: the difference of the first characters that differ, else of the lengths. */
function compareTo(self: string, other: string): number {
  const index = indexOfDifference(self, other);
  if (index < 0) return 0;
  if (index >= self.length || index >= other.length) return self.length - other.length;
  return self.charCodeAt(index) - other.charCodeAt(index);
}

function difference(self: string, other: string): string {
  const index = indexOfDifference(self, other);
  return index < 0 ? '' : other.slice(index);
}

function swapCase(character: string): string {
  return /\p{Ll}/u.test(character) ? character.toUpperCase() : character.toLowerCase();
}

function languageTag(locale: string): string {
  return locale.replaceAll('_', '-');
}

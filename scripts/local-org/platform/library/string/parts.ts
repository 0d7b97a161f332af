/** Members of String that take a part of a text, or add to it. */
import { required } from '../../../declarations/arguments';
import { newList } from '../../../declarations/platform-lists';
import { StringException } from '../../../values/exceptions';
import { splitByRegex } from '../../../regex';
import { isJavaWhitespace } from './search';
import { splitByCharacterType } from './character-types';

/** @see "String Class", Apex Reference Guide */
export const partMembers = {
  'String abbreviate(Integer maxWidth)': (self: string, width: number | null) =>
    abbreviate(self, 0, required(width, 1)),
  'String abbreviate(Integer maxWidth, Integer offset)': (self: string, width: number | null, offset: number | null) =>
    abbreviate(self, required(offset, 2), required(width, 1)),
  'String center(Integer size)': (self: string, size: number | null) => center(self, required(size, 1), ' '),
  'String center(Integer size, String padStr)': (self: string, size: number | null, pad: string | null) =>
    center(self, required(size, 1), padding(pad)),
  'String left(Integer length)': (self: string, length: number | null) =>
    self.slice(0, Math.max(required(length, 1), 0)),
  'String leftPad(Integer length)': (self: string, length: number | null) => self.padStart(required(length, 1), ' '),
  'String leftPad(Integer length, String padStr)': (self: string, length: number | null, pad: string | null) =>
    self.padStart(required(length, 1), padding(pad)),
  'String mid(Integer startIndex, Integer length)': (self: string, start: number | null, length: number | null) =>
    mid(self, required(start, 1), required(length, 2)),
  'String remove(String substring)': (self: string, part: string | null) =>
    required(part, 1) === '' ? self : self.replaceAll(part as string, ''),
  'String removeEnd(String substring)': (self: string, part: string | null) =>
    self.endsWith(required(part, 1)) ? self.slice(0, self.length - (part as string).length) : self,
  'String removeEndIgnoreCase(String substring)': (self: string, part: string | null) =>
    self.toLowerCase().endsWith(required(part, 1).toLowerCase())
      ? self.slice(0, self.length - (part as string).length)
      : self,
  'String removeStart(String substring)': (self: string, part: string | null) =>
    self.startsWith(required(part, 1)) ? self.slice((part as string).length) : self,
  'String removeStartIgnoreCase(String substring)': (self: string, part: string | null) =>
    self.toLowerCase().startsWith(required(part, 1).toLowerCase()) ? self.slice((part as string).length) : self,
  'String repeat(Integer numberOfTimes)': (self: string, times: number | null) =>
    self.repeat(Math.max(required(times, 1), 0)),
  'String repeat(String separator, Integer numberOfTimes)': (self: string, separator: string, times: number) =>
    new Array<string>(Math.max(required(times, 2), 0)).fill(self).join(required(separator, 1)),
  'String right(Integer length)': (self: string, length: number | null) => right(self, required(length, 1)),
  'String rightPad(Integer length)': (self: string, length: number | null) => self.padEnd(required(length, 1), ' '),
  'String rightPad(Integer length, String padStr)': (self: string, length: number | null, pad: string | null) =>
    self.padEnd(required(length, 1), padding(pad)),
  'List<String> split(String regExp)': (self: string, regex: string | null) =>
    newList('String', splitByRegex(self, required(regex, 1), 0)),
  'List<String> split(String regExp, Integer limit)': (self: string, regex: string | null, limit: number | null) =>
    newList('String', splitByRegex(self, required(regex, 1), required(limit, 2))),
  'List<String> splitByCharacterType()': (self: string) => newList('String', splitByCharacterType(self, false)),
  'List<String> splitByCharacterTypeCamelCase()': (self: string) => newList('String', splitByCharacterType(self, true)),
  'String substring(Integer startIndex)': (self: string, start: number | null) =>
    substring(self, required(start, 1), self.length),
  'String substring(Integer startIndex, Integer endIndex)': (self: string, start: number | null, end: number | null) =>
    substring(self, required(start, 1), required(end, 2)),
  'String substringAfter(String separator)': (self: string, separator: string | null) =>
    after(self, self.indexOf(required(separator, 1)), separator as string),
  'String substringAfterLast(String separator)': (self: string, separator: string | null) =>
    required(separator, 1) === '' ? '' : after(self, self.lastIndexOf(separator as string), separator as string),
  'String substringBefore(String separator)': (self: string, separator: string | null) =>
    before(self, self.indexOf(required(separator, 1))),
  'String substringBeforeLast(String separator)': (self: string, separator: string | null) =>
    required(separator, 1) === '' ? self : before(self, self.lastIndexOf(separator as string)),
  'String substringBetween(String tag)': (self: string, tag: string | null) =>
    between(self, required(tag, 1), tag as string),
  'String substringBetween(String open, String close)': (self: string, open: string | null, close: string | null) =>
    between(self, required(open, 1), required(close, 2)),
  'String trim()': trim,
  'String normalizeSpace()': (self: string) =>
    trim(self).replaceAll(/[\t-\r\u001c-\u001f \u00a0\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]+/g, ' '),
  'String deleteWhitespace()': (self: string) => [...self].filter((character) => !isJavaWhitespace(character)).join('')
};

/** Java's `String.trim`: takes away everything up to and including the space. */
function trim(self: string): string {
  let start = 0;
  let end = self.length;
  while (start < end && self.charCodeAt(start) <= 32) start += 1;
  while (end > start && self.charCodeAt(end - 1) <= 32) end -= 1;
  return self.slice(start, end);
}

function padding(pad: string | null): string {
  return required(pad, 2) === '' ? ' ' : (pad as string);
}

function substring(self: string, start: number, end: number): string {
  if (start < 0 || start > self.length) throw new StringException(`Starting position out of bounds: ${start}`);
  if (end < start || end > self.length) throw new StringException(`Ending position out of bounds: ${end}`);
  return self.slice(start, end);
}

function right(self: string, length: number): string {
  if (length <= 0) return '';
  return self.length <= length ? self : self.slice(self.length - length);
}

function mid(self: string, start: number, length: number): string {
  if (length < 0 || start > self.length) return '';
  const from = Math.max(start, 0);
  return self.slice(from, from + length);
}

function after(self: string, index: number, separator: string): string {
  return index < 0 ? '' : self.slice(index + separator.length);
}

function before(self: string, index: number): string {
  return index < 0 ? self : self.slice(0, index);
}

function between(self: string, open: string, close: string): string | null {
  const start = self.indexOf(open);
  if (start < 0) return null;
  const end = self.indexOf(close, start + open.length);
  return end < 0 ? null : self.slice(start + open.length, end);
}

function center(self: string, size: number, pad: string): string {
  if (size <= self.length) return self;
  const left = self.length + Math.floor((size - self.length) / 2);
  return self.padStart(left, pad).padEnd(size, pad);
}

/** `StringUtils.abbreviate` of Apache Commons Lang, which the platform's method follows. */
function abbreviate(self: string, offset: number, maxWidth: number): string {
  if (maxWidth < 4) throw new StringException('Minimum abbreviation width is 4');
  if (self.length <= maxWidth) return self;
  const start = self.length - Math.min(offset, self.length) < maxWidth - 3 ? self.length - (maxWidth - 3) : offset;
  if (start <= 4) return `${self.slice(0, maxWidth - 3)}...`;
  if (maxWidth < 7) throw new StringException('Minimum abbreviation width with offset is 7');
  if (start + maxWidth - 3 < self.length) return `...${abbreviate(self.slice(start), 0, maxWidth - 3)}`;
  return `...${self.slice(self.length - (maxWidth - 3))}`;
}

/** Members of String that ask what a text is made of. */
import { isJavaWhitespace } from './search';

/** @see "String Class", Apex Reference Guide: those with "Space" accept an empty text, the others do not. */
export const predicateMembers = {
  'Boolean isAllLowerCase()': (self: string) => /^\p{Ll}+$/u.test(self),
  'Boolean isAllUpperCase()': (self: string) => /^\p{Lu}+$/u.test(self),
  'Boolean isAlpha()': (self: string) => /^\p{L}+$/u.test(self),
  'Boolean isAlphaSpace()': (self: string) => /^[\p{L} ]*$/u.test(self),
  'Boolean isAlphanumeric()': (self: string) => /^[\p{L}\p{Nd}]+$/u.test(self),
  'Boolean isAlphanumericSpace()': (self: string) => /^[\p{L}\p{Nd} ]*$/u.test(self),
  'Boolean isAsciiPrintable()': (self: string) => /^[ -~]*$/.test(self),
  'Boolean isNumeric()': (self: string) => /^\p{Nd}+$/u.test(self),
  'Boolean isNumericSpace()': (self: string) => /^[\p{Nd} ]*$/u.test(self),
  'Boolean isWhitespace()': (self: string) => [...self].every(isJavaWhitespace),
  'static Boolean isBlank(String inputString)': isBlank,
  'static Boolean isNotBlank(String inputString)': (text: string | null) => !isBlank(text),
  'static Boolean isEmpty(String inputString)': (text: string | null) => text === null || text === '',
  'static Boolean isNotEmpty(String inputString)': (text: string | null) => text !== null && text !== ''
};

function isBlank(text: string | null): boolean {
  if (text === null) return true;
  for (const character of text) if (character !== ' ' && !isJavaWhitespace(character)) return false;
  return true;
}

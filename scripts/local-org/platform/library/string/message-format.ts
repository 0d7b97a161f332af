import { IllegalArgumentException } from '../../../values/exceptions';
import { stringOf } from '../../../values/text';
import { NotModeled } from '../../../values/not-modeled';

/**
 * What a single quote is in a pattern: since API version 51 an apostrophe, unless it stands right before a brace of either kind (the
 * rule of `com.ibm.icu.text.MessageFormat`, which is what public tests that pass on the platform expect); before, always
 * the start of quoted text.
 */
export type SingleQuote = 'apostrophes' | 'quotes';

/**
 * `String.format`: the pattern language of `java.text.MessageFormat`, with arguments already turned into texts. Two
 * single quotes are one; a placeholder without an argument stays as it is.
 * @see "String Class", Apex Reference Guide (format and its versioned behavior changes); java.text.MessageFormat
 */
export function formatMessage(pattern: string, values: readonly unknown[], single: SingleQuote): string {
  // Every argument is turned into text once, however often the pattern names it.
  const texts = values.map(stringOf);
  let result = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern[i];
    if (character === "'") {
      if (pattern[i + 1] === "'") {
        result += "'";
        i += 1;
      } else if (single === 'quotes' || quoted || /[{}]/.test(pattern[i + 1] ?? '')) quoted = !quoted;
      else result += "'";
    } else if (character === '{' && !quoted) {
      const end = closingBrace(pattern, i);
      result += placeholder(pattern.slice(i + 1, end), texts);
      i = end;
    } else result += character;
  }
  return result;
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let i = open; i < pattern.length; i += 1) {
    if (pattern[i] === '{') depth += 1;
    if (pattern[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  throw new IllegalArgumentException('Unmatched braces in the pattern.');
}

function placeholder(content: string, texts: readonly string[]): string {
  const [index, ...format] = content.split(',');
  if (!/^\s*\d+\s*$/.test(index)) {
    throw new IllegalArgumentException(`can't parse argument number: ${content}`);
  }
  if (format.length > 0) throw new NotModeled(`String.format with the format type {${content}}`);
  const position = Number(index);
  return texts[position] ?? `{${position}}`;
}

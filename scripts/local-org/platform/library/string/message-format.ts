import { IllegalArgumentException } from '../../values/exceptions';
import { stringOf } from '../../values/text';
import { NotModeled } from '../../not-modeled';

/**
 * `String.format`: the pattern language of `java.text.MessageFormat`, with arguments already turned into texts. A
 * single quote starts quoted text and two of them are one; a placeholder without an argument stays as it is.
 * @see "String Class", Apex Reference Guide (format); java.text.MessageFormat
 */
export function formatMessage(pattern: string, values: readonly unknown[]): string {
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
      } else quoted = !quoted;
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

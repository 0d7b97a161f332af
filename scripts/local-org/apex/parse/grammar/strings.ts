/**
 * String literals: where they end, and the text they stand for. Escapes: "Primitive Data Types" (String) and "Multiline
 * Strings", Apex Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_primitives.htm).
 */
import type { Position } from '../ast';
import { textBlock } from '../../../soql/parse/text-block';
import { ApexSyntaxError, illegalString } from './syntax-error';

const simple = /'[^'\\\r\n]*'/y;
const plain = /'(?:[^'\\]|\\[\s\S])*'/y;
const multiline = /'''[\r\n](?:\\[\s\S]|'(?!'')|[^'\\])*'''/y;

const plainEscape = /\\(?:[btnfr"'\\]|u[0-9a-f]{4})/iy;
const multilineEscape = /\\(?:[btnfrs"'\\]|u[0-9a-f]{4}|\r?\n|\r)/iy;

/**
 * The offset behind the literal that starts at an offset.
 * @throws ApexSyntaxError for a literal that has no end, goes over the end of a line or has unknown escapes
 */
export function endOfString(source: string, start: number, at: Position): number {
  simple.lastIndex = start;
  if (simple.test(source) && !isMultiline(source, start)) return simple.lastIndex;
  if (isMultiline(source, start)) return endOf(multiline, multilineEscape, source, start, at);
  const end = endOf(plain, plainEscape, source, start, at);
  if (/[\r\n]/.test(source.slice(start, end))) {
    throw illegalString('Line breaks are not allowed in string literals', at);
  }
  return end;
}

function isMultiline(source: string, start: number): boolean {
  return source.startsWith("'''", start) && /[\r\n]/.test(source[start + 3] ?? '');
}

function endOf(pattern: RegExp, escape: RegExp, source: string, start: number, at: Position): number {
  pattern.lastIndex = start;
  if (!pattern.test(source)) throw new ApexSyntaxError("Missing closing quote character ''' on string.", at);
  const end = pattern.lastIndex;
  checkEscapes(source.slice(start, end), escape, at);
  return end;
}

function checkEscapes(literal: string, escape: RegExp, at: Position): void {
  for (let offset = literal.indexOf('\\'); offset >= 0; offset = literal.indexOf('\\', escape.lastIndex)) {
    escape.lastIndex = offset;
    if (escape.test(literal)) continue;
    const content = literal.slice(1, -1);
    const sequence = literal.slice(offset, offset + 2);
    const isUnicode = /u/i.test(sequence[1] as string);
    const reason = isUnicode
      ? `Illegal unicode sequence. Less than four hex digits '${sequence}' in string literal.`
      : `Illegal character sequence '${sequence}' in string literal.`;
    throw illegalString(`Invalid string literal '${content}'. ${reason}`, at);
  }
}

/** The text a string literal stands for. */
export function stringValue(literal: string): string {
  return unescape(textBlock(literal) ?? literal.slice(1, -1));
}

const escapes: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, letter: string) =>
    code === undefined ? (escapes[letter.toLowerCase()] ?? letter) : String.fromCharCode(parseInt(code, 16))
  );
}

/** Functions of texts. @see "Formula Operators and Functions", Salesforce Help */
import { idSuffix } from '../../values/record-id';
import { compileRegex, ApexMatcher } from '../../regex';
import { Decimal } from '../../values/decimal';
import { FormulaError } from '../formula-error';
import { printed, textOf, wholeOf, type FormulaValue } from '../values';
import { valued, type FormulaFunction } from './function';

function ofText(body: (text: string) => FormulaValue): FormulaFunction {
  return valued(1, ([operand]) => body(textOf(operand)));
}

/** The first or last characters, or those from a position on; a negative number of them is none. */
function part(body: (text: string, count: number, from: number) => string, arity: 2 | 3): FormulaFunction {
  return valued(arity, ([operand, first, second]) => {
    const [a, b] = [wholeOf(first) ?? 0, wholeOf(second ?? null) ?? 0];
    return body(textOf(operand), Math.max(0, arity === 3 ? b : a), Math.max(1, a));
  });
}

function padded(side: 'left' | 'right'): FormulaFunction {
  return valued([2, 3], ([operand, width, filler]) => {
    const [text, length] = [textOf(operand), wholeOf(width) ?? 0];
    const fill = filler === undefined ? ' ' : textOf(filler);
    if (text.length >= length) return text.slice(0, Math.max(0, length));
    return side === 'left' ? text.padStart(length, fill) : text.padEnd(length, fill);
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** "IMAGE" and "HYPERLINK": what such a field holds is HTML. */
function image([url, text, height, width]: readonly FormulaValue[]): string {
  const size = [
    ['height', height],
    ['width', width]
  ].filter(([, value]) => value !== undefined && value !== null);
  const style = size.map(([name, value]) => `${String(name)}:${printed(value as FormulaValue)}px`).join('; ');
  const attribute = style === '' ? '' : ` style="${style};"`;
  return `<img src="${escaped(textOf(url))}" alt="${escaped(textOf(text))}"${attribute} border="0"/>`;
}

function hyperlink([url, text, target]: readonly FormulaValue[]): string {
  const where = target === undefined ? '_blank' : textOf(target);
  return `<a href="${escaped(textOf(url))}" target="${where}">${printed(text)}</a>`;
}

export const TEXT: Readonly<Record<string, FormulaFunction>> = {
  ASCII: ofText((text) => (text === '' ? null : Decimal.fromInteger(text.codePointAt(0) as number))),
  BEGINS: valued(2, ([text, start]) => textOf(text).startsWith(textOf(start))),
  BR: valued(0, () => '<br>'),
  CASESAFEID: ofText((text) => (text.length === 15 ? text + idSuffix(text) : text)),
  CHR: valued(1, ([code]) => {
    const number = wholeOf(code);
    return number === null ? null : String.fromCodePoint(number);
  }),
  CONTAINS: valued(2, ([text, other]) => textOf(text).includes(textOf(other))),
  FIND: valued([2, 3], ([wanted, text, start]) => {
    const from = start === undefined ? 1 : (wholeOf(start) ?? 1);
    if (from < 1 || textOf(wanted) === '') return Decimal.ZERO;
    return Decimal.fromInteger(textOf(text).indexOf(textOf(wanted), from - 1) + 1);
  }),
  HYPERLINK: valued([2, 3], hyperlink),
  IMAGE: valued([2, 4], image),
  INCLUDES: valued(2, ([values, value]) => textOf(values).split(';').includes(textOf(value))),
  INITCAP: ofText((text) =>
    text
      .toLowerCase()
      .replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  ),
  ISPICKVAL: valued(2, ([value, wanted]) => textOf(value) === textOf(wanted)),
  LEFT: part((text, count) => text.slice(0, count), 2),
  LEN: ofText((text) => Decimal.fromInteger(text.length)),
  LOWER: valued([1, 2], ([text]) => textOf(text).toLowerCase()),
  LPAD: padded('left'),
  MID: part((text, count, from) => text.slice(from - 1, from - 1 + count), 3),
  PICKLISTCOUNT: ofText((text) => Decimal.fromInteger(text === '' ? 0 : text.split(';').length)),
  REGEX: valued(2, ([text, pattern]) => new ApexMatcher(compileRegex(textOf(pattern)), textOf(text)).matches()),
  REVERSE: ofText((text) => [...text].reverse().join('')),
  RIGHT: part((text, count) => (count === 0 ? '' : text.slice(-count)), 2),
  RPAD: padded('right'),
  SUBSTITUTE: valued(3, ([text, old, replacement]) => {
    if (textOf(old) === '') return textOf(text);
    return textOf(text).replaceAll(textOf(old), () => textOf(replacement));
  }),
  TEXT: valued(1, ([operand]) => {
    if (typeof operand === 'boolean') throw new FormulaError('Incorrect parameter type for function TEXT()');
    return printed(operand);
  }),
  TRIM: ofText((text) => text.trim()),
  UPPER: valued([1, 2], ([text]) => textOf(text).toUpperCase())
};

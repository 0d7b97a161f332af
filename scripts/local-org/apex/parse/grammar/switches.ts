/** `switch on`. */
import type { BlockStatement, SwitchCase, SwitchStatement, SwitchValue } from '../ast';
import { readExpression } from './expressions';
import { readLiteral, wholeLiteral } from './literals';
import { ApexSyntaxError } from './syntax-error';
import type { TokenReader } from './token-reader';
import { endOfType, readDottedName, readType } from './types';
import { canBeName } from './words';

/** Blocks have switches in them, so switches are handed their reader. */
type ReadBlock = (reader: TokenReader) => BlockStatement;

/** Reads a switch statement. */
export function readSwitch(reader: TokenReader, readBlock: ReadBlock): SwitchStatement {
  const { position } = reader;
  reader.expect('switch');
  reader.expect('on');
  const value = readExpression(reader);
  reader.expect('{');
  const cases: SwitchCase[] = [];
  while (reader.type === 'when') cases.push(readCase(reader, readBlock));
  if (cases.length === 0 && reader.type === '}') {
    throw new ApexSyntaxError('Switch statement requires at least one when block', position);
  }
  reader.expect('}');
  return { kind: 'switch', value, cases, ...position };
}

function readCase(reader: TokenReader, readBlock: ReadBlock): SwitchCase {
  const { position } = reader;
  reader.expect('when');
  if (reader.take('else')) return { kind: 'else', body: readBlock(reader), ...position };
  if (!isTypeCase(reader)) {
    const values = reader.list(() => readValue(reader));
    return { kind: 'values', values, body: readBlock(reader), ...position };
  }
  const type = readType(reader);
  const { text: name, line, column } = reader.name();
  return { kind: 'type', type, variable: { name, line, column }, body: readBlock(reader), ...position };
}

function isTypeCase(reader: TokenReader): boolean {
  const end = endOfType(reader, 0);
  return end !== null && canBeName(reader.ahead(end).type);
}

/** The platform takes parentheses around a value, although that is not documented (apex-dev-tools/apex-parser). */
function readValue(reader: TokenReader): SwitchValue {
  if (reader.take('(')) {
    const value = readValue(reader);
    reader.expect(')');
    return value;
  }
  return canBeName(reader.type) ? readName(reader) : readConstant(reader);
}

function readName(reader: TokenReader): SwitchValue {
  const { position } = reader;
  return { kind: 'enumName', path: readDottedName(reader), ...position };
}

function readConstant(reader: TokenReader): SwitchValue {
  const { position } = reader;
  if (reader.type === 'null' || reader.type === 'string literal') return readLiteral(reader) ?? reader.unexpected();
  let sign = '';
  while (reader.type === '-' || reader.type === '+') if (reader.next().type === '-') sign = sign === '' ? '-' : '';
  const literal = wholeLiteral(reader.type, sign + reader.token.text, position);
  if (!literal) return reader.unexpected();
  reader.next();
  return literal;
}

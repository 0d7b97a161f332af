/** The condition trees of WHERE, HAVING and WITH. */
import type { SoqlComparison, SoqlCondition, SoqlOperand, SoqlOperator } from '../ast';
import { readOperand } from './operands';
import { readValue, type ReadSubquery } from './values';
import type { SoqlReader } from './reader';

/**
 * Reads conditions joined by AND or by OR. The two do not mix without parentheses, and NOT takes one condition:
 * "SOQL and SOSL Reference", Condition Expression Syntax
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_conditionexpression.htm).
 */
export function readCondition(reader: SoqlReader, subquery: ReadSubquery): SoqlCondition {
  const at = reader.position();
  const first = readNegatable(reader, subquery);
  if (!reader.isWord(['AND', 'OR'])) return first;
  const joint = reader.peek().text.toUpperCase();
  const operands = [first];
  while (reader.takeWord(joint)) operands.push(readNegatable(reader, subquery));
  if (reader.isWord(['AND', 'OR'])) reader.unexpected();
  return { kind: joint === 'AND' ? 'and' : 'or', operands, ...at };
}

function readNegatable(reader: SoqlReader, subquery: ReadSubquery): SoqlCondition {
  const at = reader.position();
  if (!reader.takeWord('NOT')) return readSimple(reader, subquery);
  return { kind: 'not', operand: readSimple(reader, subquery), ...at };
}

function readSimple(reader: SoqlReader, subquery: ReadSubquery): SoqlCondition {
  if (!reader.takeSymbol('(')) return readComparison(reader, subquery);
  const condition = readCondition(reader, subquery);
  reader.expectSymbol(')');
  return condition;
}

function readComparison(reader: SoqlReader, subquery: ReadSubquery): SoqlComparison {
  const at = reader.position();
  const left = readOperand(reader);
  const operator = readOperator(reader);
  if (operator === 'LIKE' && reader.isWord('NULL')) reader.unexpected();
  if (reader.isSymbol('(') && reader.isSymbol(')', 1))
    reader.complain(`unexpected token: '${emptyList(left, operator)}'`);
  return { kind: 'comparison', left, operator, value: readValue(reader, subquery), ...at };
}

/** How the platform names an empty list: by the whole comparison. */
function emptyList(left: SoqlOperand, operator: SoqlOperator): string {
  const name = left.kind === 'field' ? left.path.join('.') : left.name;
  return `${name} ${operator} ()`;
}

const symbols: Record<string, SoqlOperator> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>='
};

function readOperator(reader: SoqlReader): SoqlOperator {
  const token = reader.peek();
  const symbol = token.type === 'symbol' ? symbols[token.text] : undefined;
  if (symbol) {
    reader.next();
    return symbol;
  }
  if (reader.takeWord('NOT', 'IN')) return 'NOT IN';
  if (reader.isWord(['LIKE', 'IN', 'INCLUDES', 'EXCLUDES'])) return reader.next().text.toUpperCase() as SoqlOperator;
  return reader.unexpected();
}

/** What stands for a value of the row: fields and functions. */
import type { SoqlFunction, SoqlFunctionName, SoqlOperand, SoqlString } from '../ast';
import type { SoqlReader } from './reader';

type Argument = SoqlFunction['arguments'][number];
type ReadArguments = (reader: SoqlReader) => Argument[];

const oneField: ReadArguments = (reader) => [readField(reader)];
const oneFieldOrFunction: ReadArguments = (reader) => [readOperand(reader)];
const fieldIfAny: ReadArguments = (reader) => (reader.isSymbol(')') ? [] : [readField(reader)]);

/** A date function takes a field, or the field converted to the user's time zone. */
const dateField: ReadArguments = (reader) => [
  reader.isWord('CONVERTTIMEZONE') ? readFunction(reader, 'CONVERTTIMEZONE') : readField(reader)
];

/** What each function takes: the chapters of "SOQL and SOSL Reference" on aggregate, date and location functions. */
const functions: Record<SoqlFunctionName, ReadArguments> = {
  AVG: oneField,
  COUNT: fieldIfAny,
  COUNT_DISTINCT: oneField,
  MIN: oneField,
  MAX: oneField,
  SUM: oneField,
  TOLABEL: oneField,
  FORMAT: oneFieldOrFunction,
  CONVERTCURRENCY: oneField,
  CONVERTTIMEZONE: oneField,
  GROUPING: oneField,
  CALENDAR_MONTH: dateField,
  CALENDAR_QUARTER: dateField,
  CALENDAR_YEAR: dateField,
  DAY_IN_MONTH: dateField,
  DAY_IN_WEEK: dateField,
  DAY_IN_YEAR: dateField,
  DAY_ONLY: dateField,
  FISCAL_MONTH: dateField,
  FISCAL_QUARTER: dateField,
  FISCAL_YEAR: dateField,
  HOUR_IN_DAY: dateField,
  WEEK_IN_MONTH: dateField,
  WEEK_IN_YEAR: dateField,
  DISTANCE: readDistance,
  GEOLOCATION: readCoordinates,
  FORMULA: (reader) => [readString(reader)]
};

/** Reads a field path or a function call. */
export function readOperand(reader: SoqlReader): SoqlOperand {
  const name = reader.peek().text.toUpperCase();
  const isFunction = reader.peek().type === 'word' && reader.isSymbol('(', 1) && Object.hasOwn(functions, name);
  return isFunction ? readFunction(reader, name as SoqlFunctionName) : readField(reader);
}

function readField(reader: SoqlReader): SoqlOperand {
  const at = reader.position();
  return { kind: 'field', path: reader.path(), ...at };
}

function readFunction(reader: SoqlReader, name: SoqlFunctionName): SoqlFunction {
  const at = reader.position();
  reader.next();
  reader.expectSymbol('(');
  const parameters = functions[name](reader);
  reader.expectSymbol(')');
  return { kind: 'function', name, arguments: parameters, ...at };
}

function readDistance(reader: SoqlReader): Argument[] {
  const from = readLocation(reader);
  reader.expectSymbol(',');
  const to = readLocation(reader);
  reader.expectSymbol(',');
  return [from, to, readString(reader)];
}

function readLocation(reader: SoqlReader): Argument {
  return reader.bind() ?? readOperand(reader);
}

function readCoordinates(reader: SoqlReader): Argument[] {
  const latitude = readCoordinate(reader);
  reader.expectSymbol(',');
  return [latitude, readCoordinate(reader)];
}

function readCoordinate(reader: SoqlReader): Argument {
  const bind = reader.bind();
  if (bind) return bind;
  const { text, line, column } = reader.expect('number');
  return { kind: 'number', text, line, column };
}

function readString(reader: SoqlReader): SoqlString {
  const { text, line, column } = reader.expect('string');
  return { kind: 'string', value: text, line, column };
}

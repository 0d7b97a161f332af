import { definePlatformType } from '../../../declarations/define';
import type { JsonReader } from './reader';

/** The constants of `System.JSONToken`. */
export const TOKENS = [
  'NOT_AVAILABLE',
  'START_OBJECT',
  'END_OBJECT',
  'START_ARRAY',
  'END_ARRAY',
  'FIELD_NAME',
  'VALUE_EMBEDDED_OBJECT',
  'VALUE_STRING',
  'VALUE_NUMBER_INT',
  'VALUE_NUMBER_FLOAT',
  'VALUE_TRUE',
  'VALUE_FALSE',
  'VALUE_NULL'
] as const;

export type TokenName = (typeof TOKENS)[number];

/** One token of a JSON text. */
export interface JsonTokenValue {
  readonly token: TokenName;
  /** As `getText` gives it. */
  readonly text: string;
  /** Name of the field that this is the value of, or of the field itself; null elsewhere. */
  readonly name: string | null;
  /** Where the token begins in the text. */
  readonly start: number;
}

definePlatformType({
  namespace: 'System',
  name: 'JSONToken',
  kind: 'enum',
  constants: TOKENS,
  documentation: 'System.JSONToken Enum, Apex Reference Guide'
});

/** The tokens of a text, read as they are asked for: an error shows only when it is reached. */
export function* tokensOf(reader: JsonReader): Generator<JsonTokenValue, void, void> {
  yield* valueTokens(reader, null);
}

function* valueTokens(reader: JsonReader, name: string | null): Generator<JsonTokenValue, void, void> {
  const next = reader.peek();
  const start = reader.position;
  if (next === '{') yield* objectTokens(reader, name, start);
  else if (next === '[') yield* arrayTokens(reader, name, start);
  else yield scalarToken(reader, next, name, start);
}

function* objectTokens(reader: JsonReader, name: string | null, start: number): Generator<JsonTokenValue, void, void> {
  reader.position += 1;
  yield { token: 'START_OBJECT', text: '{', name, start };
  if (!reader.take('}')) {
    do {
      reader.peek();
      const fieldStart = reader.position;
      const field = reader.fieldName();
      yield { token: 'FIELD_NAME', text: field, name: field, start: fieldStart };
      yield* valueTokens(reader, field);
    } while (reader.more('}', 'OBJECT'));
  }
  yield { token: 'END_OBJECT', text: '}', name, start: reader.position - 1 };
}

function* arrayTokens(reader: JsonReader, name: string | null, start: number): Generator<JsonTokenValue, void, void> {
  reader.position += 1;
  yield { token: 'START_ARRAY', text: '[', name, start };
  if (!reader.take(']')) {
    do yield* valueTokens(reader, null);
    while (reader.more(']', 'ARRAY'));
  }
  yield { token: 'END_ARRAY', text: ']', name, start: reader.position - 1 };
}

function scalarToken(reader: JsonReader, next: string, name: string | null, start: number): JsonTokenValue {
  if (next === '"') return { token: 'VALUE_STRING', text: reader.string(), name, start };
  if (next === 't' || next === 'f' || next === 'n') {
    const text = String(reader.word());
    return { token: `VALUE_${text.toUpperCase()}` as TokenName, text, name, start };
  }
  const text = reader.number();
  return { token: /^-?\d+$/.test(text) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', text, name, start };
}

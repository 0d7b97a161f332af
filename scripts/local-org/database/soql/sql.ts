/** Pieces of SQL with their parameters, which are computed anew at each execution. */
import type { ObjectDefinition } from '../../schema/model';
import type { Stored } from '../../store/codec';

/** What an execution of a query can depend on. */
export interface QueryContext {
  /** Values of the binds, by bind index. */
  readonly binds: readonly unknown[];
  /** Milliseconds UTC. */
  readonly now: number;
  /** IANA name of the running user's time zone. */
  readonly timeZone: string;
  /** Id of the running user. */
  readonly userId: string;
  /** For the SELECT of children: the Ids of their parents, as a JSON list. */
  readonly parentIds?: string;
  /** JSON list of whose records of an object the query sees; 0 for everybody's. */
  readonly visibleOwners?: (object: ObjectDefinition) => string | 0;
}

/** Computes one parameter of a statement. */
export type Parameter = (context: QueryContext) => Stored;

/** SQL text with one parameter per question mark. */
export interface Sql {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** SQL without parameters. */
export function sql(text: string): Sql {
  return { text, parameters: [] };
}

/** SQL with parameters, one per question mark in the text. */
export function sqlWith(text: string, ...parameters: Parameter[]): Sql {
  return { text, parameters };
}

/** Pieces one after the other. */
export function joinSql(pieces: readonly Sql[], separator: string): Sql {
  return {
    text: pieces.map((piece) => piece.text).join(separator),
    parameters: pieces.flatMap((piece) => piece.parameters)
  };
}

/** A piece between two texts. */
export function wrapSql(before: string, piece: Sql, after: string): Sql {
  return { text: before + piece.text + after, parameters: piece.parameters };
}

/** What a parameter of {@link optionalSql} computes when its piece is to be left out. */
export const OMIT = Symbol('omit');

/** Stands around text that can be left out. */
const OPTIONAL = '\u0001';
const OPTIONAL_TEXT = /\u0001[^\u0001]*\u0001/g;

/** A piece with one parameter that {@link statementFor} leaves out when the parameter computes {@link OMIT}. */
export function optionalSql(text: string, parameter: (context: QueryContext) => Stored | typeof OMIT): Sql {
  const optional = ((context) => parameter(context)) as Parameter;
  optionalParameters.add(optional);
  return { text: OPTIONAL + text + OPTIONAL, parameters: [optional] };
}

const optionalParameters = new WeakSet<Parameter>();

/** A statement as it is run: the text depends on whether there are nulls to compare with. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Stored[];
}

/**
 * The statement for one execution. Comparisons with null cost the index, so they are written only when a null is there:
 * `IS ?` becomes `=`, and what {@link optionalSql} marked goes when its parameter says so.
 */
export function statementFor(piece: Sql, context: QueryContext): Statement {
  const parameters: Stored[] = [];
  let kept = '';
  let hasNull = false;
  for (const parameter of piece.parameters) {
    const value: Stored | typeof OMIT = parameter(context);
    const isLeftOut = (value as Stored | typeof OMIT) === OMIT;
    if (optionalParameters.has(parameter)) kept += isLeftOut ? '0' : '1';
    if (isLeftOut) continue;
    if (value === null) hasNull = true;
    parameters.push(value);
  }
  return { text: textOf(piece, kept, hasNull), parameters };
}

const texts = new WeakMap<Sql, Map<string, string>>();

/** @param kept one character per optional piece: 1 for those that stay */
function textOf(piece: Sql, kept: string, hasNull: boolean): string {
  let known = texts.get(piece);
  if (!known) {
    known = new Map();
    texts.set(piece, known);
  }
  const key = kept + (hasNull ? 'n' : '');
  let text = known.get(key);
  if (text === undefined) {
    let next = 0;
    text = piece.text.replace(OPTIONAL_TEXT, (part) => (kept[next++] === '1' ? part.slice(1, -1) : ''));
    if (!hasNull) text = text.replaceAll(' IS ?', ' = ?');
    known.set(key, text);
  }
  return text;
}

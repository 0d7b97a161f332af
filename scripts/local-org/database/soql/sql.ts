/** Pieces of SQL with their parameters, which are computed anew at each execution. */
import type { Stored } from '../store/codec';

/** What an execution of a query can depend on. */
export interface QueryContext {
  /** Values of the binds, by bind index. */
  readonly binds: readonly unknown[];
  /** Milliseconds UTC. */
  readonly now: number;
  /** IANA name of the running user's time zone. */
  readonly timeZone: string;
  /** For the SELECT of children: the Ids of their parents, as a JSON list. */
  readonly parentIds?: string;
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

/** Stands around text that is left out when its parameter is 0. */
const OPTIONAL = '\u0001';
const OPTIONAL_TEXT = /\u0001[^\u0001]*\u0001/g;

/** A piece that {@link statementFor} leaves out when its one parameter is 0. */
export function optionalSql(text: string, parameter: Parameter): Sql {
  const optional: Parameter = (context) => parameter(context);
  optionalParameters.add(optional);
  return { text: OPTIONAL + text + OPTIONAL, parameters: [optional] };
}

const optionalParameters = new WeakSet<Parameter>();

/** A statement as it is run: the text depends on whether there are nulls to compare with. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Stored[];
}

interface Variants {
  readonly withOptional: string;
  readonly withoutOptional: string;
  readonly plain: string;
}

const variants = new WeakMap<Sql, Variants>();

/**
 * The statement for one execution. Comparisons with null cost the index, so they are written only when a null is there:
 * `IS ?` becomes `=`, and what {@link optionalSql} marked goes.
 */
export function statementFor(piece: Sql, context: QueryContext): Statement {
  const texts = variantsOf(piece);
  const all = piece.parameters.map((parameter) => parameter(context));
  const keepOptional = piece.parameters.some(
    (parameter, index) => optionalParameters.has(parameter) && all[index] !== 0
  );
  if (keepOptional) return { text: texts.withOptional, parameters: all };
  const parameters = all.filter((_, index) => !optionalParameters.has(piece.parameters[index]));
  return { text: parameters.includes(null) ? texts.withoutOptional : texts.plain, parameters };
}

function variantsOf(piece: Sql): Variants {
  let texts = variants.get(piece);
  if (!texts) {
    const withoutOptional = piece.text.replace(OPTIONAL_TEXT, '');
    texts = {
      withOptional: piece.text.replaceAll(OPTIONAL, ''),
      withoutOptional,
      plain: withoutOptional.replaceAll(' IS ?', ' = ?')
    };
    variants.set(piece, texts);
  }
  return texts;
}

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

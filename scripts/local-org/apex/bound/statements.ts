/** The typed tree, statements. */
import type { ClassSymbol } from '../symbols/class-symbols';
import type { Type } from '../symbols/types';
import type { AccessDefault, BoundExpression, LocalSymbol, SoqlNode } from './expressions';

interface Node {
  readonly line: number;
}

export type BoundStatement = Node &
  (
    | BoundBlock
    | { readonly kind: 'local'; readonly local: LocalSymbol; readonly initializer: BoundExpression | null }
    | { readonly kind: 'expression'; readonly expression: BoundExpression }
    | {
        readonly kind: 'if';
        readonly condition: BoundExpression;
        readonly then: BoundStatement;
        readonly otherwise: BoundStatement | null;
      }
    | {
        readonly kind: 'for';
        readonly initializer: readonly BoundStatement[];
        readonly condition: BoundExpression | null;
        readonly update: readonly BoundExpression[];
        readonly body: BoundStatement | null;
      }
    | {
        readonly kind: 'forEach';
        readonly over: ForEachSource;
        readonly local: LocalSymbol;
        readonly iterable: BoundExpression;
        readonly element: BoundExpression;
        readonly elementLocal: LocalSymbol;
        readonly body: BoundStatement | null;
      }
    | {
        readonly kind: 'forQuery';
        readonly query: BoundExpression & SoqlNode;
        readonly local: LocalSymbol;
        readonly isChunked: boolean;
        readonly body: BoundStatement | null;
      }
    | { readonly kind: 'while'; readonly condition: BoundExpression; readonly body: BoundStatement | null }
    | { readonly kind: 'doWhile'; readonly condition: BoundExpression; readonly body: BoundStatement }
    | { readonly kind: 'return'; readonly value: BoundExpression | null }
    | { readonly kind: 'throw'; readonly value: BoundExpression }
    | { readonly kind: 'break' }
    | { readonly kind: 'continue' }
    | {
        readonly kind: 'try';
        readonly body: BoundBlock;
        readonly catches: readonly BoundCatch[];
        readonly finally: BoundBlock | null;
      }
    | {
        readonly kind: 'switch';
        readonly local: LocalSymbol;
        readonly value: BoundExpression;
        readonly cases: readonly BoundCase[];
      }
    | {
        readonly kind: 'dml';
        readonly operation: string;
        readonly records: BoundExpression;
        readonly access: AccessDefault;
        readonly externalIdField: string | null;
      }
    | {
        readonly kind: 'merge';
        readonly master: BoundExpression;
        readonly duplicates: BoundExpression;
        readonly access: AccessDefault;
      }
    | { readonly kind: 'runAs'; readonly user: BoundExpression; readonly body: BoundBlock }
  );

/** What a `for (T x : …)` runs over: an array of items, or something with an iterator. */
export type ForEachSource = 'list' | 'set' | 'iterable' | 'iterator';

export interface BoundBlock {
  readonly kind: 'block';
  readonly line: number;
  readonly endLine: number;
  readonly statements: readonly BoundStatement[];
}

export interface BoundCatch extends Node {
  readonly type: Type;
  readonly local: LocalSymbol;
  readonly body: BoundBlock;
}

/** One `when`: a test on the switch value, null for `else`; `local` is bound by `when Type name`. */
export interface BoundCase extends Node {
  readonly test: BoundExpression | null;
  readonly local: LocalSymbol | null;
  readonly localValue: BoundExpression | null;
  readonly body: BoundBlock;
}

/** A function: method, constructor, accessor, initialiser or trigger body. */
export interface BoundFunction {
  readonly owner: ClassSymbol;
  readonly isStatic: boolean;
  readonly parameters: readonly LocalSymbol[];
  readonly temporaries: readonly LocalSymbol[];
  readonly body: BoundBlock;
}

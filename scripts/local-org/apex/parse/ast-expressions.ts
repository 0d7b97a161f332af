/** Expressions of Apex. */
import type { SoqlQuery } from '../../soql/ast';
import type { Position, TypeReference } from './ast';
import type { SoslQuery } from '../../soql/sosl-ast';

export type Expression =
  | LiteralExpression
  | NameExpression
  | FieldAccessExpression
  | MethodCallExpression
  | ConstructorCallExpression
  | ThisExpression
  | SuperExpression
  | NewObjectExpression
  | NewNamedExpression
  | NewCollectionExpression
  | NewMapExpression
  | NewArrayExpression
  | IndexExpression
  | UnaryExpression
  | PostfixExpression
  | BinaryExpression
  | AssignmentExpression
  | TernaryExpression
  | CastExpression
  | InstanceOfExpression
  | SoqlExpression
  | SoslExpression
  | ClassLiteralExpression;

export type LiteralExpression =
  NullLiteral | BooleanLiteral | IntegerLiteral | LongLiteral | DecimalLiteral | DoubleLiteral | StringLiteral;

export interface NullLiteral extends Position {
  kind: 'literal';
  type: 'null';
  value: null;
}

export interface BooleanLiteral extends Position {
  kind: 'literal';
  type: 'boolean';
  value: boolean;
}

/** The value may exceed 32 bits (a compile error unless it is the operand of a minus): the compiler checks. */
export interface IntegerLiteral extends Position {
  kind: 'literal';
  type: 'integer';
  value: number;
}

/** Digits without the L: a Long does not fit a JSON number. */
export interface LongLiteral extends Position {
  kind: 'literal';
  type: 'long';
  value: string;
}

/** As written (`1.50`), because the scale of a Decimal counts its zeros. */
export interface DecimalLiteral extends Position {
  kind: 'literal';
  type: 'decimal';
  value: string;
}

/** `1.5d`, without the d. */
export interface DoubleLiteral extends Position {
  kind: 'literal';
  type: 'double';
  value: string;
}

/** The unescaped text; multi-line literals (`'''`) too. */
export interface StringLiteral extends Position {
  kind: 'literal';
  type: 'string';
  value: string;
}

/** A plain identifier: local, field, type or namespace; the compiler resolves. */
export interface NameExpression extends Position {
  kind: 'name';
  name: string;
}

/** `target.name` or `target?.name`; also the dots of type and namespace names. */
export interface FieldAccessExpression extends Position {
  kind: 'fieldAccess';
  target: Expression;
  name: string;
  safe: boolean;
}

/** `name(...)` when target is null, else `target.name(...)` or `target?.name(...)`. */
export interface MethodCallExpression extends Position {
  kind: 'methodCall';
  target: Expression | null;
  name: string;
  arguments: Expression[];
  safe: boolean;
}

/** `this(...)` or `super(...)`. */
export interface ConstructorCallExpression extends Position {
  kind: 'constructorCall';
  target: 'this' | 'super';
  arguments: Expression[];
}

export interface ThisExpression extends Position {
  kind: 'this';
}

export interface SuperExpression extends Position {
  kind: 'super';
}

/** `new Type(a, b)`. */
export interface NewObjectExpression extends Position {
  kind: 'newObject';
  type: TypeReference;
  arguments: Expression[];
}

/**
 * `new Account(Name = 'x')`: at least one argument and every one of the form `name = value`. For a class that is not
 * an SObject the same text means assignments as arguments; only the compiler knows the type.
 */
export interface NewNamedExpression extends Position {
  kind: 'newNamed';
  type: TypeReference;
  fields: NamedArgument[];
}

export interface NamedArgument extends Position {
  name: string;
  value: Expression;
}

/** `new List<T>{...}`, `new Set<T>{...}`, `new T[]{...}`, and the empty `new Map<K, V>{}`. */
export interface NewCollectionExpression extends Position {
  kind: 'newCollection';
  type: TypeReference;
  elements: Expression[];
}

/** `new Map<K, V>{a => b}`. */
export interface NewMapExpression extends Position {
  kind: 'newMap';
  type: TypeReference;
  entries: { key: Expression; value: Expression }[];
}

/** `new Integer[5]`; the type is the array's. */
export interface NewArrayExpression extends Position {
  kind: 'newArray';
  type: TypeReference;
  size: Expression;
}

export interface IndexExpression extends Position {
  kind: 'index';
  target: Expression;
  index: Expression;
}

export interface UnaryExpression extends Position {
  kind: 'unary';
  operator: '+' | '-' | '!' | '~' | '++' | '--';
  operand: Expression;
}

export interface PostfixExpression extends Position {
  kind: 'postfix';
  operator: '++' | '--';
  operand: Expression;
}

/** `<>` is read as `!=`. */
export type BinaryOperator =
  | '*'
  | '/'
  | '+'
  | '-'
  | '<<'
  | '>>'
  | '>>>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '==='
  | '!=='
  | '&'
  | '^'
  | '|'
  | '&&'
  | '||'
  | '??';

export interface BinaryExpression extends Position {
  kind: 'binary';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
}

export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '>>=' | '>>>=' | '<<=';

export interface AssignmentExpression extends Position {
  kind: 'assignment';
  operator: AssignmentOperator;
  target: Expression;
  value: Expression;
}

export interface TernaryExpression extends Position {
  kind: 'ternary';
  condition: Expression;
  then: Expression;
  otherwise: Expression;
}

export interface CastExpression extends Position {
  kind: 'cast';
  type: TypeReference;
  operand: Expression;
}

export interface InstanceOfExpression extends Position {
  kind: 'instanceof';
  operand: Expression;
  type: TypeReference;
}

/** `[SELECT ...]`; the binds of the query point into `binds` by index. */
export interface SoqlExpression extends Position {
  kind: 'soql';
  query: SoqlQuery;
  binds: Expression[];
}

/** `[FIND ...]`; the binds of the search point into `binds` by index. */
export interface SoslExpression extends Position {
  kind: 'sosl';
  query: SoslQuery;
  binds: Expression[];
}

/** `Type.class`; null stands for `void.class`. */
export interface ClassLiteralExpression extends Position {
  kind: 'classLiteral';
  type: TypeReference | null;
}

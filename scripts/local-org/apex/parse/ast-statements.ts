/** Statements of Apex. */
import type { Annotation, Modifier, Position, TypeReference } from './ast';
import type { Expression, LiteralExpression } from './ast-expressions';

export type Statement =
  | BlockStatement
  | LocalVariablesStatement
  | IfStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | TryStatement
  | SwitchStatement
  | DmlStatement
  | MergeStatement
  | RunAsStatement
  | ExpressionStatement;

export interface BlockStatement extends Position {
  kind: 'block';
  statements: Statement[];
  /** Position of the closing brace. */
  endLine: number;
  endColumn: number;
}

/** `final Integer a = 1, b;` */
export interface LocalVariablesStatement extends Position {
  kind: 'localVariables';
  modifiers: Modifier[];
  annotations: Annotation[];
  type: TypeReference;
  variables: VariableDeclarator[];
}

export interface VariableDeclarator extends Position {
  name: string;
  initializer: Expression | null;
}

export interface IfStatement extends Position {
  kind: 'if';
  condition: Expression;
  then: Statement;
  otherwise: Statement | null;
}

/** `for (init; condition; update) body`; the body is null for `for (...);`. */
export interface ForStatement extends Position {
  kind: 'for';
  /** A declaration, a list of expressions, or nothing. */
  initializer: LocalVariablesStatement | Expression[] | null;
  condition: Expression | null;
  update: Expression[];
  body: Statement | null;
}

/** `for (Type name : iterable) body`. */
export interface ForEachStatement extends Position {
  kind: 'forEach';
  type: TypeReference;
  variable: Position & { name: string };
  iterable: Expression;
  body: Statement | null;
}

export interface WhileStatement extends Position {
  kind: 'while';
  condition: Expression;
  body: Statement | null;
}

export interface DoWhileStatement extends Position {
  kind: 'doWhile';
  body: BlockStatement;
  condition: Expression;
}

export interface ReturnStatement extends Position {
  kind: 'return';
  value: Expression | null;
}

export interface ThrowStatement extends Position {
  kind: 'throw';
  value: Expression;
}

export interface BreakStatement extends Position {
  kind: 'break';
}

export interface ContinueStatement extends Position {
  kind: 'continue';
}

export interface TryStatement extends Position {
  kind: 'try';
  body: BlockStatement;
  catches: CatchClause[];
  finally: BlockStatement | null;
}

export interface CatchClause extends Position {
  type: TypeReference;
  variable: Position & { name: string };
  body: BlockStatement;
}

export interface SwitchStatement extends Position {
  kind: 'switch';
  value: Expression;
  cases: SwitchCase[];
}

export type SwitchCase = SwitchValuesCase | SwitchTypeCase | SwitchElseCase;

/** `when 1, 2 { }`, `when 'a' { }`, `when SPRING, SUMMER { }`. */
export interface SwitchValuesCase extends Position {
  kind: 'values';
  values: SwitchValue[];
  body: BlockStatement;
}

/** A literal (with its sign applied), or an enum constant: `SPRING`, `Season.SPRING`. */
export type SwitchValue = LiteralExpression | SwitchEnumValue;

export interface SwitchEnumValue extends Position {
  kind: 'enumName';
  path: string[];
}

/** `when Account a { }`. */
export interface SwitchTypeCase extends Position {
  kind: 'type';
  type: TypeReference;
  variable: Position & { name: string };
  body: BlockStatement;
}

export interface SwitchElseCase extends Position {
  kind: 'else';
  body: BlockStatement;
}

/** `as user` or `as system` behind the keyword; null when not written. */
export type DmlAccess = 'user' | 'system' | null;

export interface DmlStatement extends Position {
  kind: 'dml';
  operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
  access: DmlAccess;
  records: Expression;
  /** The external id field of an upsert: `upsert accounts Key__c` or `Account.Key__c`; null when not written. */
  externalIdField: string[] | null;
}

export interface MergeStatement extends Position {
  kind: 'merge';
  access: DmlAccess;
  master: Expression;
  duplicates: Expression;
}

/** `System.runAs(user) { }`. */
export interface RunAsStatement extends Position {
  kind: 'runAs';
  arguments: Expression[];
  body: BlockStatement;
}

export interface ExpressionStatement extends Position {
  kind: 'expression';
  expression: Expression;
}

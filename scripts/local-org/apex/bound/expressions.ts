/**
 * The typed tree, expressions: every name is resolved, every implicit conversion is a node, every overload is chosen.
 * The checker builds it, the emitter prints it.
 */
import type { ObjectDefinition } from '../../schema/model';
import type { SoqlQuery } from '../../soql/ast';
import type { SoslQuery } from '../parse/ast';
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, MethodSymbol } from '../symbols/class-symbols';
import type { PlatformMember } from '../symbols/platform-table';
import type { Type } from '../symbols/types';
import type { Conversion } from './conversions';

/** A local variable, parameter or temporary. */
export interface LocalSymbol {
  readonly name: string;
  readonly type: Type;
  /** Values it is given; null when it may hold anything (a parameter, a variable without initialiser). */
  assigned: BoundExpression[] | null;
  /** Made by the compiler: declared at the top of the function. */
  readonly isTemporary: boolean;
  javaScriptName: string;
}

interface Node {
  readonly type: Type;
  readonly line: number;
}

export type LiteralValue = null | boolean | number | string;

export type BoundExpression = Node &
  (
    | { readonly kind: 'literal'; readonly literal: string; readonly value: LiteralValue }
    | { readonly kind: 'local'; readonly local: LocalSymbol }
    | { readonly kind: 'this' }
    | FieldReference
    | PropertyReference
    | PlatformPropertyReference
    | RecordFieldReference
    | IndexReference
    | {
        readonly kind: 'call';
        readonly method: MethodSymbol;
        readonly target: BoundExpression | null;
        readonly isSuper: boolean;
        readonly arguments: readonly BoundExpression[];
      }
    | PlatformCall
    | {
        readonly kind: 'constructorCall';
        readonly target: 'this' | 'super';
        readonly symbol: ClassSymbol | null;
        readonly constructor: ConstructorSymbol | null;
        readonly parameters: readonly Type[];
        readonly arguments: readonly BoundExpression[];
      }
    | {
        readonly kind: 'newUser';
        readonly symbol: ClassSymbol;
        readonly constructor: ConstructorSymbol | null;
        readonly parameters: readonly Type[];
        readonly arguments: readonly BoundExpression[];
      }
    | {
        readonly kind: 'newRecord';
        readonly fields: readonly { readonly name: string; readonly value: BoundExpression }[];
      }
    | { readonly kind: 'newCollection'; readonly elements: readonly BoundExpression[] }
    | {
        readonly kind: 'newMap';
        readonly entries: readonly { readonly key: BoundExpression; readonly value: BoundExpression }[];
      }
    | { readonly kind: 'newArray'; readonly size: BoundExpression }
    | {
        readonly kind: 'arithmetic';
        readonly operator: ArithmeticOperator;
        readonly left: BoundExpression;
        readonly right: BoundExpression;
      }
    | {
        readonly kind: 'dateArithmetic';
        readonly operator: '+' | '-';
        readonly left: BoundExpression;
        readonly right: BoundExpression;
      }
    | { readonly kind: 'concat'; readonly parts: readonly BoundExpression[] }
    | {
        readonly kind: 'compare';
        readonly operator: '<' | '>' | '<=' | '>=';
        readonly left: BoundExpression;
        readonly right: BoundExpression;
      }
    | {
        readonly kind: 'equal';
        readonly negated: boolean;
        readonly how: EqualityRule;
        readonly left: BoundExpression;
        readonly right: BoundExpression;
      }
    | {
        readonly kind: 'logical';
        readonly operator: '&&' | '||';
        readonly left: BoundExpression;
        readonly right: BoundExpression;
      }
    | { readonly kind: 'unary'; readonly operator: '-' | '!' | '~'; readonly operand: BoundExpression }
    | { readonly kind: 'coalesce'; readonly left: BoundExpression; readonly right: BoundExpression }
    | {
        readonly kind: 'ternary';
        readonly condition: BoundExpression;
        readonly then: BoundExpression;
        readonly otherwise: BoundExpression;
      }
    | { readonly kind: 'assign'; readonly target: Assignable; readonly value: BoundExpression }
    | {
        readonly kind: 'let';
        readonly local: LocalSymbol;
        readonly value: BoundExpression;
        readonly body: BoundExpression;
      }
    | {
        readonly kind: 'safe';
        readonly local: LocalSymbol;
        readonly value: BoundExpression;
        readonly body: BoundExpression;
      }
    | { readonly kind: 'sequence'; readonly first: BoundExpression; readonly then: BoundExpression }
    | { readonly kind: 'convert'; readonly conversion: Conversion; readonly operand: BoundExpression }
    | { readonly kind: 'cast'; readonly operand: BoundExpression }
    | { readonly kind: 'upcast'; readonly operand: BoundExpression }
    | { readonly kind: 'instanceof'; readonly operand: BoundExpression; readonly tested: Type }
    | SoqlNode
    | {
        readonly kind: 'sosl';
        readonly query: SoslQuery;
        readonly binds: readonly BoundExpression[];
        readonly access: AccessDefault;
      }
    | { readonly kind: 'classLiteral'; readonly named: Type }
    | { readonly kind: 'objectToken'; readonly object: ObjectDefinition }
    | { readonly kind: 'fieldToken'; readonly object: ObjectDefinition; readonly field: string }
    | { readonly kind: 'enumConstant'; readonly name: string }
    | {
        readonly kind: 'enumStatic';
        readonly method: 'values' | 'valueOf';
        readonly enumType: Type;
        readonly arguments: readonly BoundExpression[];
      }
    | { readonly kind: 'label'; readonly name: string }
    | { readonly kind: 'notModeled'; readonly what: string; readonly operands: readonly BoundExpression[] }
  );

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '<<' | '>>' | '>>>' | '&' | '|' | '^';

/**
 * How `==` compares: `strict` JavaScript identity, `text` without case, `id` of 15 or 18 characters, `number` boxed
 * numbers of one type, `value` by the rules of the values themselves, `identity` for `===`.
 */
export type EqualityRule = 'strict' | 'text' | 'id' | 'number' | 'value' | 'identity';

/** Whether queries and DML that do not say so run in user mode. */
export type AccessDefault = 'user' | 'system';

/** A field, or a property that is a plain field in effect; static when there is no target. */
export interface FieldReference {
  readonly kind: 'field';
  readonly field: FieldSymbol;
  readonly target: BoundExpression | null;
}

/** A property read or written through its accessors. */
export interface PropertyReference {
  readonly kind: 'property';
  readonly field: FieldSymbol;
  readonly target: BoundExpression | null;
  readonly isSuper: boolean;
}

export interface PlatformPropertyReference {
  readonly kind: 'platformProperty';
  readonly getter: PlatformMember | null;
  readonly setter: PlatformMember | null;
  readonly target: BoundExpression | null;
}

/** A field, parent or child list of a record, by canonical name. */
export interface RecordFieldReference {
  readonly kind: 'recordField';
  /** Read as null when there is no record. */
  readonly isLenient?: boolean;
  readonly target: BoundExpression;
  readonly name: string;
}

export interface IndexReference {
  readonly kind: 'index';
  readonly target: BoundExpression;
  readonly index: BoundExpression;
}

/** A method or constructor of a platform type. */
export interface PlatformCall {
  readonly kind: 'platformCall';
  readonly member: PlatformMember;
  /** Type the member is called on, arguments put in; a generic constructor is handed it. */
  readonly owner: Type;
  readonly target: BoundExpression | null;
  readonly isSuper: boolean;
  readonly arguments: readonly BoundExpression[];
  /** For dynamic SOQL: what its `:name` binds can see. */
  readonly bindScope?: readonly BindVariable[];
}

/** A variable that dynamic SOQL may name. */
export interface BindVariable {
  readonly name: string;
  readonly value: BoundExpression;
}

export interface SoqlNode {
  readonly kind: 'soql';
  readonly query: SoqlQuery;
  readonly binds: readonly BoundExpression[];
  /** `list` of records or aggregate results, one `record` (or null when there is none), or the number of `COUNT()`. */
  readonly result: 'list' | 'record' | 'recordOrNull' | 'count';
  readonly access: AccessDefault;
}

/** What can stand on the left of `=`. */
export type Assignable = Node &
  (
    | { readonly kind: 'local'; readonly local: LocalSymbol }
    | FieldReference
    | PropertyReference
    | PlatformPropertyReference
    | RecordFieldReference
    | IndexReference
  );

export type BoundKind<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

/** The typed tree, classes: members in source order with their function bodies. */
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, MethodSymbol } from '../symbols/class-symbols';
import type { BoundFunction } from './statements';

export type BoundMember =
  | { readonly kind: 'method'; readonly method: MethodSymbol; readonly body: BoundFunction }
  | {
      readonly kind: 'constructor';
      readonly constructor: ConstructorSymbol;
      readonly body: BoundFunction;
      /** Whether the body begins with `this(…)` or `super(…)`. */
      readonly delegates: 'this' | 'super' | null;
    }
  /** A field initialiser or an initialiser block. */
  | {
      readonly kind: 'initializer';
      readonly isStatic: boolean;
      readonly isBlock: boolean;
      /** Of a final field that is a literal: it has its value before anything of its class runs. */
      readonly isConstant?: boolean;
      readonly body: BoundFunction;
    }
  | {
      readonly kind: 'accessor';
      readonly field: FieldSymbol;
      readonly accessor: 'get' | 'set';
      /** Null when automatic: reads or writes the stored value. */
      readonly body: BoundFunction | null;
    };

/** One class with everything that has code. */
export interface BoundClass {
  readonly symbol: ClassSymbol;
  readonly members: readonly BoundMember[];
}

/** A formula as a tree. @see "Formula Operators and Functions", Salesforce Help */

/** An operator with two sides; `=`, `<>` and `&&`, `||` under one spelling each. */
export type FormulaOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&&' | '||';

/** A part of a formula. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** A field, of the record, of a parent or of a global variable: `Account.Owner.Name`, `$User.Id`. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly FormulaNode[] }
  | { readonly kind: 'negate'; readonly operand: FormulaNode }
  | { readonly kind: 'not'; readonly operand: FormulaNode }
  | {
      readonly kind: 'binary';
      readonly operator: FormulaOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    };

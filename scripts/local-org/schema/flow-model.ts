/** Record-triggered flows as a project's metadata defines them. @see "Flow", Metadata API Developer Guide */

/** A literal, or a reference such as `$Record.Name`. */
export type FlowOperand =
  | { readonly kind: 'text' | 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'reference'; readonly path: readonly string[] }
  /** A kind of value that is not modelled. */
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'null' };

/** One line of a condition. */
export interface FlowCondition {
  readonly left: readonly string[];
  readonly operator: string;
  readonly right: FlowOperand;
}

/** Lines and how they are joined: `and`, `or`, or their numbers, e.g. `1 AND (2 OR 3)`. */
export interface FlowConditions {
  readonly logic: string;
  readonly lines: readonly FlowCondition[];
}

/** One element of a flow that is modelled; all others are known by what they are. */
export type FlowElement =
  | { readonly kind: 'assignment'; readonly items: readonly FlowAssignment[]; readonly next?: string }
  | {
      readonly kind: 'decision';
      readonly rules: readonly { readonly conditions: FlowConditions; readonly next?: string }[];
      readonly otherwise?: string;
    }
  | { readonly kind: 'other'; readonly what: string };

/** Sets a field of the record that is saved, or a variable. */
export interface FlowAssignment {
  readonly target: readonly string[];
  readonly operator: string;
  readonly value: FlowOperand;
}

/** One active record-triggered flow. */
export interface FlowDefinition {
  readonly name: string;
  readonly timing: 'before' | 'after' | 'delete';
  readonly onCreate: boolean;
  readonly onUpdate: boolean;
  readonly entry: FlowConditions;
  readonly entryFormula?: string;
  /** Whether an update counts only when the record did not meet the conditions before. */
  readonly onlyWhenMet: boolean;
  readonly first?: string;
  readonly elements: ReadonlyMap<string, FlowElement>;
  /** Formulas and constants by name. */
  readonly formulas: ReadonlyMap<string, string>;
}

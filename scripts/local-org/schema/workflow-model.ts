/** Workflow rules as a project's metadata defines them. @see "Workflow", Metadata API Developer Guide */

/** One line of a rule's criteria. */
export interface CriteriaItem {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

/** When a rule applies: a formula, or lines that all hold unless a logic says otherwise, e.g. `1 AND (2 OR 3)`. */
export type WorkflowCriteria =
  { readonly formula: string } | { readonly items: readonly CriteriaItem[]; readonly logic?: string };

/** Sets one field of the record that the rule looks at. */
export interface WorkflowFieldUpdate {
  readonly name: string;
  readonly field: string;
  readonly operation: string;
  /** The formula, the literal, or the name that is looked up. */
  readonly value: string;
  /** Of a lookup: what kind of record the name is of. */
  readonly lookupType?: string;
}

/** Makes a task about the record. */
export interface WorkflowTask {
  readonly subject: string;
  readonly status: string;
  readonly priority: string;
  readonly description?: string;
  /** Days from the day on which the rule applies; undefined without a due date. */
  readonly dueDays?: number;
}

/** One active rule. Email alerts and outbound messages leave the org, so there is nothing to keep of them. */
export interface WorkflowRuleDefinition {
  readonly name: string;
  readonly when: 'onCreateOnly' | 'onAllChanges' | 'onCreateOrTriggeringUpdate';
  readonly criteria: WorkflowCriteria;
  readonly updates: readonly WorkflowFieldUpdate[];
  readonly tasks: readonly WorkflowTask[];
  /** What the rule does, as soon as it applies, that is not modelled. */
  readonly unmodeled?: string;
}

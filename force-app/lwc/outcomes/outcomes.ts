import ambiguous from '@salesforce/label/c.Outcome_Ambiguous';
import asBefore from '@salesforce/label/c.Outcomes_As_Before';
import attention from '@salesforce/label/c.Rows_Filter_Attention';
import invalid from '@salesforce/label/c.Outcome_Invalid';
import left from '@salesforce/label/c.Outcomes_Left';
import rejected from '@salesforce/label/c.Outcome_Rejected';
import restored from '@salesforce/label/c.Outcomes_Restored';
import skipped from '@salesforce/label/c.Outcomes_Skipped';
import unchanged from '@salesforce/label/c.Outcome_Unchanged';
import unmatched from '@salesforce/label/c.Outcome_Unmatched';
import updated from '@salesforce/label/c.Outcome_Updated';
import withoutRecord from '@salesforce/label/c.Rows_Filter_Without_Record';
import wouldUpdate from '@salesforce/label/c.Outcomes_Would_Update';
import type { RunCounts } from 'c/runs';

/** How an outcome looks: its word, an icon whose shape says the same as its colour, and its part of the bar. */
export interface OutcomeLook {
  outcome: string;
  label: string;
  icon: string;
  variant: string;
  part: 'updated' | 'unchanged' | 'unmatched' | 'attention';
  count: keyof RunCounts;
}

const LOOKS: OutcomeLook[] = [
  look('Updated', updated, 'utility:success', 'success', 'updated'),
  look('Unchanged', unchanged, 'utility:check', '', 'unchanged'),
  look('Unmatched', unmatched, 'utility:search', '', 'unmatched'),
  look('Skipped', skipped, 'utility:skip', '', 'unmatched'),
  look('Ambiguous', ambiguous, 'utility:warning', 'warning', 'attention'),
  look('Invalid', invalid, 'utility:error', 'error', 'attention'),
  look('Rejected', rejected, 'utility:clear', 'error', 'attention')
];

/** What the same outcome is called in a run of another kind. */
const WORDS: Record<string, Record<string, string>> = {
  Preview: { Updated: wouldUpdate },
  Undo: { Updated: restored, Unchanged: asBefore, Skipped: left }
};

/** Outcomes that belong to one part of the bar. */
const PART_LABELS: Record<string, string> = { attention, unmatched: withoutRecord };

/** The looks of all outcomes of a run of this kind, in the order of the bar. */
export function outcomeLooks(kind?: string | null): OutcomeLook[] {
  const words = WORDS[kind ?? ''] ?? {};
  return LOOKS.map((entry) => ({ ...entry, label: words[entry.outcome] ?? entry.label }));
}

/** The outcomes that a filter lets through: it is an outcome or a part of the bar. */
export function outcomesIn(filter: string): string[] {
  return LOOKS.filter(({ outcome, part }) => outcome === filter || part === filter).map(({ outcome }) => outcome);
}

/** What a filter is called. */
export function filterLabel(filter: string, kind?: string | null): string {
  return PART_LABELS[filter] ?? outcomeLooks(kind).find(({ outcome }) => outcome === filter)?.label ?? filter;
}

function look(outcome: string, label: string, icon: string, variant: string, part: OutcomeLook['part']): OutcomeLook {
  return { outcome, label, icon, variant, part, count: outcome.toLowerCase() as keyof RunCounts };
}

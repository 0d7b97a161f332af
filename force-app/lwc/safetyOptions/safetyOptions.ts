import { LightningElement, api } from 'lwc';
import ambiguousAll from '@salesforce/label/c.Safety_Ambiguous_All';
import ambiguousLabel from '@salesforce/label/c.Safety_Ambiguous';
import ambiguousNone from '@salesforce/label/c.Safety_Ambiguous_None';
import blankKeys from '@salesforce/label/c.Safety_Blank_Keys';
import hint from '@salesforce/label/c.Safety_Hint';
import matches from '@salesforce/label/c.Safety_Matches';
import rows from '@salesforce/label/c.Safety_Rows';
import title from '@salesforce/label/c.Safety_Title';
import { act, type Draft, type Options } from 'c/wizardState';

const LIMITS = [
  { name: 'mostRowsLost', label: rows },
  { name: 'mostBlankKeysGained', label: blankKeys },
  { name: 'mostMatchesLost', label: matches }
] as const;

/** The rule for ambiguous keys, and the limits of the circuit breaker. */
export default class SafetyOptions extends LightningElement {
  @api draft!: Draft;

  labels = { ambiguousLabel, hint, title };

  rules = [
    { value: 'None', label: ambiguousNone },
    { value: 'All', label: ambiguousAll }
  ];

  get limits(): object[] {
    return LIMITS.map(({ name, label }) => ({ name, label, value: this.draft[name] }));
  }

  chooseRule(event: CustomEvent<{ value: Options['onAmbiguous'] }>): void {
    act(this, { type: 'optionsChanged', changes: { onAmbiguous: event.detail.value } });
  }

  /** What is no percentage is marked by the field, and not taken. */
  changeLimit(event: Event): void {
    const field = event.target as HTMLInputElement & { name: keyof Options };
    if (field.checkValidity() && field.value !== '') {
      act(this, { type: 'optionsChanged', changes: { [field.name]: Number(field.value) } });
    }
  }
}

import { LightningElement, api } from 'lwc';
import conflict from '@salesforce/label/c.Verdict_Cannot';
import converted from '@salesforce/label/c.Verdict_Converted';
import fits from '@salesforce/label/c.Verdict_Fits';
import type { RowVerdict } from 'c/wizardRules';

const LOOKS: Record<string, { label: string; icon: string; variant: string }> = {
  fits: { label: fits, icon: 'utility:success', variant: 'success' },
  converted: { label: converted, icon: 'utility:change_record_type', variant: '' },
  conflict: { label: conflict, icon: 'utility:error', variant: 'error' },
  blank: { label: '', icon: 'utility:error', variant: 'error' }
};

/** A verdict on one mapping. Nothing is shown while there is none. */
export default class MappingVerdict extends LightningElement {
  @api verdict?: RowVerdict;

  get look(): { label: string; icon: string; variant: string } | undefined {
    const { verdict, message } = this.verdict ?? {};
    return verdict === 'blank' && !message ? undefined : LOOKS[verdict ?? ''];
  }

  get text(): string {
    const { message = '' } = this.verdict ?? {};
    const { label = '' } = this.look ?? {};
    return message && this.verdict?.verdict !== 'fits' ? message : label;
  }

  get className(): string {
    return this.look?.variant === 'error' ? 'verdict verdict_error' : 'verdict';
  }
}

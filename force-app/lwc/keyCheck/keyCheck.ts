import { LightningElement, api } from 'lwc';
import checkFailed from '@salesforce/label/c.Key_Check_Failed';
import checking from '@salesforce/label/c.Key_Checking';
import chooseBoth from '@salesforce/label/c.Key_Choose_Both';
import nothingSampled from '@salesforce/label/c.Key_Nothing_Sampled';
import type { Answer } from 'c/question';
import type { KeyCheck as Check } from 'c/wizardTypes';

/**
 * Says how well the identifiers match, in words and as a bar, and what speaks against them.
 * @fires retry to have the sample checked again
 */
export default class KeyCheck extends LightningElement {
  @api check: Answer<Check> = {};
  /** Whether there is nothing to check yet. */
  @api idle = false;

  labels = { checkFailed, checking, chooseBoth };

  get message(): string {
    const { sampled, message } = this.check.value ?? {};
    return sampled ? (message ?? '') : nothingSampled;
  }

  get warnings(): string[] {
    return this.check.value?.warnings ?? [];
  }

  get look(): { icon: string; variant: string } {
    const { sampled = 0, one = 0 } = this.check.value ?? {};
    if (!sampled) {
      return { icon: 'utility:info', variant: '' };
    }
    if (!one) {
      return { icon: 'utility:error', variant: 'error' };
    }
    return one * 2 >= sampled && !this.warnings.length
      ? { icon: 'utility:success', variant: 'success' }
      : { icon: 'utility:warning', variant: 'warning' };
  }

  get segments(): object[] {
    const { sampled = 0, one = 0, several = 0, none = 0, blank = 0 } = this.check.value ?? {};
    return Object.entries({ one, several, none, blank })
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => ({ kind, className: `segment ${kind}`, style: `width: ${(count / sampled) * 100}%` }));
  }

  askAgain(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}

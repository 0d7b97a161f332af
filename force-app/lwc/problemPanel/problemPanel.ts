import { LightningElement, api } from 'lwc';
import copied from '@salesforce/label/c.Common_Copied';
import copy from '@salesforce/label/c.Common_Copy';
import details from '@salesforce/label/c.Common_Details';
import dismiss from '@salesforce/label/c.Common_Dismiss';
import retry from '@salesforce/label/c.Common_Retry';
import type { Problem } from 'c/problems';

/**
 * Says in words what went wrong. The technical part unfolds and can be copied; what else helps goes into the slot.
 * @fires retry when the user wants to try again
 * @fires dismiss when the user has read it
 */
export default class ProblemPanel extends LightningElement {
  /** What could not be done, as a sentence. */
  @api heading = '';
  @api problem?: Problem;
  /** Whether trying again makes sense. */
  @api retryable = false;
  /** Whether it goes when it has been read, since nothing depends on it. */
  @api dismissible = false;

  labels = { dismiss, details, retry };
  private hasCopied = false;

  get copyLabel(): string {
    return this.hasCopied ? copied : copy;
  }

  get copyIcon(): string {
    return this.hasCopied ? 'utility:check' : 'utility:copy_to_clipboard';
  }

  askAgain(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  dismiss(): void {
    this.dispatchEvent(new CustomEvent('dismiss'));
  }

  async copyDetails(): Promise<void> {
    await navigator.clipboard.writeText(`${this.heading}\n${this.problem?.message}\n${this.problem?.details}`);
    this.hasCopied = true;
  }
}

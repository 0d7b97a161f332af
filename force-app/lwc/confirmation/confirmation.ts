import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import cancel from '@salesforce/label/c.Common_Cancel';

/** A question before something is lost. Closes with `true` when the user says yes, with nothing otherwise. */
export default class Confirmation extends LightningModal {
  /** What is about to happen, as a sentence or a question. */
  @api text = '';
  /** What will be lost, one thing each. */
  @api losses: string[] = [];
  /** The verb of the button that does it. */
  @api confirmLabel = '';
  /** What the button says that does nothing, where “Cancel” could be taken for the opposite. */
  @api cancelLabel = cancel;
  /** Whether something is lost for good. */
  @api destructive = false;

  get hasLosses(): boolean {
    return this.losses.length > 0;
  }

  get variant(): string {
    return this.destructive ? 'destructive' : 'brand';
  }

  confirm(): void {
    this.close(true);
  }

  leave(): void {
    this.close();
  }
}

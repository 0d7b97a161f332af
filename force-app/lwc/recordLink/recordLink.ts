import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import openRecord from '@salesforce/label/c.Rows_Open_Record';
import { fill } from 'c/formats';

/** Opens a record beside the page, so that the log stays where it is. */
export default class RecordLink extends NavigationMixin(LightningElement) {
  @api label = '';

  url?: string;
  private linkedId = '';

  @api get recordId(): string {
    return this.linkedId;
  }
  set recordId(recordId: string) {
    this.linkedId = recordId;
    if (this.isConnected) {
      void this.link();
    }
  }

  connectedCallback(): void {
    void this.link();
  }

  get title(): string {
    return fill(openRecord, this.label);
  }

  /** A link of a list may have got another record before the address of the one before is known. */
  private async link(): Promise<void> {
    const recordId = this.linkedId;
    const url = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__recordPage',
      attributes: { recordId, actionName: 'view' }
    });
    if (recordId === this.linkedId) {
      this.url = url;
    }
  }
}

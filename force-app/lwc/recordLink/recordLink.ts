import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import openRecord from '@salesforce/label/c.Rows_Open_Record';
import { fill } from 'c/formats';

/** Opens a record beside the page, so that the log stays where it is. */
export default class RecordLink extends NavigationMixin(LightningElement) {
  @api recordId = '';
  @api label = '';

  url?: string;

  get title(): string {
    return fill(openRecord, this.label);
  }

  async connectedCallback(): Promise<void> {
    this.url = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__recordPage',
      attributes: { recordId: this.recordId, actionName: 'view' }
    });
  }
}

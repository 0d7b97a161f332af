import { LightningElement, api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import list from '@salesforce/apex/IntegrationController.getIntegrations';
export default class ZzProbe extends LightningElement {
  @api name = 'x';
  @wire(list, { id: '$name' }) rows?: { data?: string[]; error?: ApexError };
  get count(): number { return this.rows?.data?.length ?? (this.rows?.error ? -1 : 0); }
  open(): void { void LightningModal.open({ label: 'x' }); }
}

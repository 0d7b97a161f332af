import { LightningElement } from 'lwc';
import help from '@salesforce/label/c.Dashboard_No_Runs_Help';
import resolve from '@salesforce/label/c.Dashboard_Go_To_Integrations';
import title from '@salesforce/label/c.Dashboard_No_Runs';

/**
 * What the dashboard says where nothing ran: what it would show, and how to get there.
 * @fires resolve when the user wants to go to the integrations
 */
export default class DashboardEmpty extends LightningElement {
  labels = { help, resolve, title };

  resolve(): void {
    this.dispatchEvent(new CustomEvent('resolve'));
  }
}

import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import IntegrationLog from 'c/integrationLog';

/** The full log of a run, on the record page of the run. */
export default class RunPage extends NavigationMixin(LightningElement) {
  @api recordId = '';

  /** A run that was started from here has a page of its own. */
  follow(event: CustomEvent<string>): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: event.detail, actionName: 'view' }
    });
  }

  async openLog({ detail }: CustomEvent<{ integrationId: string; integrationName: string }>): Promise<void> {
    await IntegrationLog.open({ label: detail.integrationName, size: 'large', ...detail });
  }
}

import { LightningElement, api } from 'lwc';
import active from '@salesforce/label/c.State_Active';
import automatically from '@salesforce/label/c.State_Paused_Automatically';
import paused from '@salesforce/label/c.State_Paused';
import { isPausedAutomatically, type Integration } from 'c/runs';

interface Look {
  label: string;
  icon: string;
  variant: string;
}

/** Whether an integration is active or paused, and why, where nobody asked for it. */
export default class IntegrationState extends LightningElement {
  @api integration?: Integration;

  get look(): Look {
    if (this.integration && isPausedAutomatically(this.integration)) {
      return { label: automatically, icon: 'utility:warning', variant: 'warning' };
    }
    return this.integration?.state === 'Paused'
      ? { label: paused, icon: 'utility:pause', variant: '' }
      : { label: active, icon: 'utility:check', variant: 'success' };
  }

  get reason(): string {
    return this.integration?.state === 'Paused' ? (this.integration.pauseReason ?? '') : '';
  }
}

import { LightningElement, api } from 'lwc';
import openSetup from '@salesforce/label/c.Account_Open_Setup';
import opensNewTab from '@salesforce/label/c.Common_Opens_New_Tab';
import reportsMany from '@salesforce/label/c.Account_Reports_Many';
import reportsOne from '@salesforce/label/c.Account_Reports_One';
import works from '@salesforce/label/c.Account_Works';
import worksNot from '@salesforce/label/c.Account_Works_Not';
import type { Verification } from 'c/environments';
import { fill, fillCount } from 'c/formats';
import type { Problem } from 'c/problems';

/** What the test of a connection found: that it works, or why not and what to do about it. */
export default class ConnectionResult extends LightningElement {
  @api environmentName = '';
  @api verification?: Verification;

  labels = { openSetup, opensNewTab };

  get isWorking(): boolean {
    return Boolean(this.verification?.ok);
  }

  get heading(): string {
    return fill(this.isWorking ? works : worksNot, this.environmentName);
  }

  get reports(): string {
    const count = this.verification?.reports;
    return typeof count === 'number' ? fillCount(count, reportsOne, reportsMany) : '';
  }

  get problem(): Problem {
    return { message: this.verification?.message ?? '' };
  }
}

import { LightningElement, api } from 'lwc';
import developer from '@salesforce/label/c.Org_Kind_Developer';
import production from '@salesforce/label/c.Org_Kind_Production';
import sandbox from '@salesforce/label/c.Org_Kind_Sandbox';
import scratch from '@salesforce/label/c.Org_Kind_Scratch';
import type { Org } from 'c/environments';

const KINDS: Record<string, { label: string; theme: string }> = {
  Sandbox: { label: sandbox, theme: 'slds-theme_warning' },
  Production: { label: production, theme: 'slds-theme_success' },
  Developer: { label: developer, theme: 'slds-badge_lightest' },
  Scratch: { label: scratch, theme: 'slds-badge_lightest' }
};

/** Which kind of org this is, the same everywhere. */
export default class OrgBadge extends LightningElement {
  @api org?: Pick<Org, 'sandbox' | 'kind'>;

  get look(): { label: string; theme: string } {
    const { sandbox: isSandbox = false, kind = '' } = this.org ?? {};
    const named = isSandbox && kind !== 'Scratch' ? 'Sandbox' : kind;
    return KINDS[named] ?? { label: named, theme: 'slds-badge_lightest' };
  }
}

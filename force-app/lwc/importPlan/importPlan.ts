import { LightningElement, api } from 'lwc';
import after from '@salesforce/label/c.Import_After';
import before from '@salesforce/label/c.Import_Before';
import change from '@salesforce/label/c.Import_Change';
import choose from '@salesforce/label/c.Import_Choose';
import create from '@salesforce/label/c.Import_Create';
import differencesMany from '@salesforce/label/c.Import_Differences_Many';
import differencesOne from '@salesforce/label/c.Import_Differences_One';
import nothing from '@salesforce/label/c.Import_Nothing';
import refused from '@salesforce/label/c.Import_Item_Refused';
import same from '@salesforce/label/c.Import_Same';
import settingsMany from '@salesforce/label/c.Import_Settings_Many';
import settingsOne from '@salesforce/label/c.Import_Settings_One';
import title from '@salesforce/label/c.Import_Plan';
import what from '@salesforce/label/c.Import_What';
import { fillCount } from 'c/formats';

/** One setting that the file has otherwise than this org. */
export interface ImportDifference {
  what: string;
  before?: string | null;
  after?: string | null;
}

/** What would become of one integration of the file. */
export interface ImportItem {
  name: string;
  action: string;
  reason?: string | null;
  differences?: ImportDifference[] | null;
}

interface ShownItem {
  item: ImportItem;
  label: string;
  icon: string;
  variant: string;
  isChoosable: boolean;
  isChosen: boolean;
  summary: string;
  differences: { key: number; what: string; before: string; after: string }[];
}

const LOOKS: Record<string, { label: string; icon: string; variant: string }> = {
  create: { label: create, icon: 'utility:new', variant: 'success' },
  change: { label: change, icon: 'utility:edit', variant: '' },
  same: { label: same, icon: 'utility:check', variant: '' },
  refused: { label: refused, icon: 'utility:error', variant: 'error' }
};

/** Whether importing the item would do anything. */
export function isChoosable({ action }: ImportItem): boolean {
  return action === 'create' || action === 'change';
}

/** A new integration differs in everything: what it has is counted. */
function summaryOf({ action, differences }: ImportItem): string {
  const count = differences?.length ?? 0;
  return action === 'create'
    ? fillCount(count, settingsOne, settingsMany)
    : fillCount(count, differencesOne, differencesMany);
}

/**
 * What an import would do, integration by integration.
 * @fires choose with the names that are chosen in `detail`
 */
export default class ImportPlan extends LightningElement {
  @api items: ImportItem[] = [];
  /** Names of the integrations to import. */
  @api chosen: string[] = [];

  labels = { after, before, choose, title, what };

  get rows(): ShownItem[] {
    return this.items.map((item) => ({
      item,
      ...(LOOKS[item.action] ?? { label: item.action, icon: 'utility:info', variant: '' }),
      isChoosable: isChoosable(item),
      isChosen: this.chosen.includes(item.name),
      summary: summaryOf(item),
      differences: (item.differences ?? []).map((difference, key) => ({
        key,
        what: difference.what,
        before: difference.before || nothing,
        after: difference.after || nothing
      }))
    }));
  }

  toggle(event: CustomEvent<{ checked: boolean }>): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const others = this.chosen.filter((chosen) => chosen !== name);
    this.dispatchEvent(new CustomEvent('choose', { detail: event.detail.checked ? [...others, name] : others }));
  }
}

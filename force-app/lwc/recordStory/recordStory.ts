import { LightningElement, api } from 'lwc';
import recordStory from '@salesforce/apex/DashboardController.recordStory';
import after from '@salesforce/label/c.Story_After';
import ambiguous from '@salesforce/label/c.Outcome_Ambiguous';
import before from '@salesforce/label/c.Story_Before';
import empty from '@salesforce/label/c.Story_Empty';
import invalid from '@salesforce/label/c.Outcome_Invalid';
import keyIs from '@salesforce/label/c.Story_Key';
import keyInLine from '@salesforce/label/c.Story_Key_In_Line';
import loadFailed from '@salesforce/label/c.Story_Load_Failed';
import loading from '@salesforce/label/c.Story_Loading';
import notUpdated from '@salesforce/label/c.Story_Not_Updated';
import nothingToDo from '@salesforce/label/c.Story_Outcome_Nothing';
import rejected from '@salesforce/label/c.Outcome_Rejected';
import title from '@salesforce/label/c.Story_Title';
import unknown from '@salesforce/label/c.Story_Outcome_Unknown';
import updated from '@salesforce/label/c.Outcome_Updated';
import { fill, formatBothZones, formatUtc } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';

/** What an integration did about the record, as `DashboardController.recordStory` gives it. */
interface StoryItem {
  integrationId: string;
  integrationName: string;
  keyFieldLabel: string;
  keyValue?: string | null;
  at?: string | null;
  outcome: string;
  line?: number | null;
  reason?: string | null;
  changes: { line: number; changes: { field: string; before?: string | null; after?: string | null }[] }[];
}

const NOTHING = '–';
const OUTCOMES: Record<string, string> = {
  Updated: updated,
  Invalid: invalid,
  Ambiguous: ambiguous,
  Rejected: rejected,
  NothingToDo: nothingToDo,
  LogTooLong: unknown
};

/** On any record page: which integrations target the record, and what their last run did about it. */
export default class RecordStory extends LightningElement {
  items?: StoryItem[];
  problem?: Problem;
  labels = { after, before, empty, loadFailed, loading, title };
  private shownRecordId = '';

  @api
  get recordId(): string {
    return this.shownRecordId;
  }

  set recordId(recordId: string) {
    this.shownRecordId = recordId;
    void this.load();
  }

  get isLoading(): boolean {
    return !this.items;
  }

  get isEmpty(): boolean {
    return this.items?.length === 0;
  }

  get entries() {
    return (this.items ?? []).map((item) => ({
      ...item,
      outcomeLabel: OUTCOMES[item.outcome] ?? notUpdated,
      when: item.at ? `${formatUtc(item.at)} UTC` : '',
      whenInBothZones: item.at ? formatBothZones(item.at) : '',
      key: keyText(item),
      changes: item.changes.flatMap(changesOf)
    }));
  }

  async load(): Promise<void> {
    const recordId = this.shownRecordId;
    this.items = undefined;
    this.problem = undefined;
    try {
      const items = await recordStory<StoryItem[]>({ recordId });
      if (recordId === this.shownRecordId) {
        this.items = items;
      }
    } catch (error) {
      this.problem = problemOf(error);
    }
  }
}

function keyText({ keyFieldLabel, keyValue, line }: StoryItem): string {
  if (!keyValue) {
    return '';
  }
  return line ? fill(keyInLine, keyFieldLabel, keyValue, line) : fill(keyIs, keyFieldLabel, keyValue);
}

function changesOf({ line, changes }: StoryItem['changes'][number]) {
  return changes.map((change) => ({
    key: `${line} ${change.field}`,
    field: change.field,
    before: change.before || NOTHING,
    after: change.after || NOTHING
  }));
}

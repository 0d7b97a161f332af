import { LightningElement, api } from 'lwc';
import recordStory from '@salesforce/apex/DashboardController.recordStory';
import after from '@salesforce/label/c.Story_After';
import before from '@salesforce/label/c.Story_Before';
import keyIs from '@salesforce/label/c.Story_Key';
import keyInLine from '@salesforce/label/c.Story_Key_In_Line';
import loadFailed from '@salesforce/label/c.Story_Load_Failed';
import notInReport from '@salesforce/label/c.Story_Outcome_Not_In_Report';
import notRun from '@salesforce/label/c.Story_Outcome_Not_Run';
import notUpdated from '@salesforce/label/c.Story_Not_Updated';
import nothingToDo from '@salesforce/label/c.Story_Outcome_Nothing';
import openLabel from '@salesforce/label/c.Log_View';
import openOf from '@salesforce/label/c.Dashboard_View_Log_Of';
import reading from '@salesforce/label/c.Story_Reading';
import undone from '@salesforce/label/c.Story_Outcome_Undone';
import unknown from '@salesforce/label/c.Story_Outcome_Unknown';
import IntegrationLog from 'c/integrationLog';
import { fill, formatBothZones, formatUtc } from 'c/formats';
import { outcomeLooks } from 'c/outcomes';
import { problemOf, type Problem } from 'c/problems';

/** What an integration did about the record, as `DashboardController.recordStory` gives it. */
interface Story {
  runId?: string | null;
  keyFieldLabel: string;
  keyValue?: string | null;
  at?: string | null;
  outcome: string;
  line?: number | null;
  reason?: string | null;
  changes: { line: number; changes: { field: string; before?: string | null; after?: string | null }[] }[];
}

interface Look {
  label: string;
  icon: string;
  variant: string;
}

const NOTHING = '–';
const LOOKS: Record<string, Look> = {
  ...Object.fromEntries(outcomeLooks().map((look) => [look.outcome, look])),
  Unchanged: { label: nothingToDo, icon: 'utility:check', variant: '' },
  Undone: { label: undone, icon: 'utility:undo', variant: '' },
  NotInReport: { label: notInReport, icon: 'utility:search', variant: '' },
  NotRun: { label: notRun, icon: 'utility:clock', variant: '' },
  LogTooLong: { label: unknown, icon: 'utility:help', variant: '' }
};
const NOT_UPDATED: Look = { label: notUpdated, icon: 'utility:warning', variant: 'warning' };

/** What one integration did about the record when it ran last, and why. */
export default class RecordStoryItem extends LightningElement {
  @api recordId = '';
  @api integrationId = '';
  @api name = '';

  story?: Story;
  problem?: Problem;
  labels = { after, before, loadFailed, open: openLabel, reading };

  connectedCallback(): void {
    void this.load();
  }

  get look(): Look {
    return LOOKS[this.story!.outcome] ?? NOT_UPDATED;
  }

  get openHelp(): string {
    return fill(openOf, this.name);
  }

  get when(): string {
    return this.story?.at ? `${formatUtc(this.story.at)} UTC` : '';
  }

  get whenInBothZones(): string {
    return this.story?.at ? formatBothZones(this.story.at) : '';
  }

  get key(): string {
    const { keyFieldLabel, keyValue, line } = this.story!;
    if (!keyValue) {
      return '';
    }
    return line ? fill(keyInLine, keyFieldLabel, keyValue, line) : fill(keyIs, keyFieldLabel, keyValue);
  }

  get changes() {
    return this.story!.changes.flatMap(({ line, changes }) =>
      changes.map((change) => ({
        key: `${line} ${change.field}`,
        field: change.field,
        before: change.before || NOTHING,
        after: change.after || NOTHING
      }))
    );
  }

  /** A run may have been undone there, or started. */
  async openLog(): Promise<void> {
    const { integrationId, name } = this;
    const runId = this.story!.runId ?? undefined;
    await IntegrationLog.open({ label: name, size: 'large', integrationId, integrationName: name, runId });
    await this.load();
  }

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      const { recordId, integrationId } = this;
      this.story = await recordStory<Story>({ recordId, integrationId });
    } catch (error) {
      this.problem = problemOf(error);
    }
  }
}

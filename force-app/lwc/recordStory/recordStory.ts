import { LightningElement, api } from 'lwc';
import integrationsOf from '@salesforce/apex/DashboardController.integrationsOf';
import empty from '@salesforce/label/c.Story_Empty';
import loadFailed from '@salesforce/label/c.Story_Load_Failed';
import loading from '@salesforce/label/c.Story_Loading';
import showMore from '@salesforce/label/c.Story_More';
import title from '@salesforce/label/c.Story_Title';
import { fill } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';

/** An integration that targets the record. */
interface Choice {
  id: string;
  name: string;
}

/** Each reads a log: more of them at once would keep the page busy for nobody. */
const AT_ONCE = 10;

/** On any record page: which integrations target the record, and what each did about it when it ran last. */
export default class RecordStory extends LightningElement {
  integrations?: Choice[];
  problem?: Problem;
  labels = { empty, loadFailed, loading, title };
  private most = AT_ONCE;
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
    return !this.integrations;
  }

  get isEmpty(): boolean {
    return this.integrations?.length === 0;
  }

  get shown(): Choice[] {
    return (this.integrations ?? []).slice(0, this.most);
  }

  get moreLabel(): string {
    const left = (this.integrations?.length ?? 0) - this.most;
    return left > 0 ? fill(showMore, Math.min(left, AT_ONCE)) : '';
  }

  showMore(): void {
    this.most += AT_ONCE;
  }

  async load(): Promise<void> {
    const recordId = this.shownRecordId;
    this.integrations = undefined;
    this.problem = undefined;
    this.most = AT_ONCE;
    try {
      const integrations = await integrationsOf<Choice[]>({ recordId });
      if (recordId === this.shownRecordId) {
        this.integrations = integrations;
      }
    } catch (error) {
      if (recordId === this.shownRecordId) {
        this.problem = problemOf(error);
      }
    }
  }
}

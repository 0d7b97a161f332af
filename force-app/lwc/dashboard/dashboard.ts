import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import INTEGRATION from '@salesforce/schema/Integration__c';
import overview from '@salesforce/apex/DashboardController.overview';
import allIntegrations from '@salesforce/label/c.Dashboard_All_Integrations';
import integration from '@salesforce/label/c.Dashboard_Integration';
import loadFailed from '@salesforce/label/c.Dashboard_Load_Failed';
import loading from '@salesforce/label/c.Dashboard_Loading';
import month from '@salesforce/label/c.Dashboard_Days_30';
import period from '@salesforce/label/c.Dashboard_Period';
import quarter from '@salesforce/label/c.Dashboard_Days_90';
import refresh from '@salesforce/label/c.Center_Refresh';
import runsMany from '@salesforce/label/c.Dashboard_Runs_Many';
import runsOne from '@salesforce/label/c.Dashboard_Runs_One';
import title from '@salesforce/label/c.Dashboard_Title';
import week from '@salesforce/label/c.Dashboard_Days_7';
import IntegrationLog from 'c/integrationLog';
import { chartsOf } from 'c/dashboardCharts';
import type { ChartData } from 'c/chartLooks';
import type { DashboardOverview } from 'c/dashboardCharts';
import { fillCount } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';

/** The tab of the integrations carries the namespace of the package, as its objects do. */
const INTEGRATIONS = INTEGRATION.objectApiName.replace(/Integration__c$/, 'Integrations');

/** Bars of more days than these need the whole width to be told apart. */
const MOST_DAYS_ABREAST = 31;

/** What of a log is asked for. */
interface LogChoice {
  integrationId: string;
  name: string;
  runId?: string;
  outcome?: string;
}

/** The Dashboard tab: what needs somebody, the figures of a period, and how they came about day by day. */
export default class Dashboard extends NavigationMixin(LightningElement) {
  integrationId = '';
  days = '30';
  overview?: DashboardOverview;
  charts: ChartData[] = [];
  integrations: DashboardOverview['integrations'] = [];
  problem?: Problem;
  isAsking = false;
  /** Where charts will be. */
  placeholders = ['runs', 'rows', 'match', 'duration'];

  labels = { integration, loadFailed, loading, period, refresh, title };
  periodOptions = [
    { label: week, value: '7' },
    { label: month, value: '30' },
    { label: quarter, value: '90' }
  ];
  /** Only the latest question counts: an older answer may come later. */
  private asked = 0;

  connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return !this.overview && !this.problem;
  }

  get integrationOptions(): { label: string; value: string }[] {
    const named = this.integrations.map(({ id, name }) => ({ label: name, value: id }));
    return [{ label: allIntegrations, value: '' }, ...named];
  }

  get cards(): { data: ChartData; className: string }[] {
    return this.charts.map((data) => ({
      data,
      className: data.kind === 'bars' && data.days.length > MOST_DAYS_ABREAST ? 'wide' : ''
    }));
  }

  get hasRuns(): boolean {
    return (this.overview?.figures.runs ?? 0) > 0;
  }

  /** What is shown still answers the question before. */
  get contentClass(): string {
    return this.isAsking ? 'page stale' : 'page';
  }

  get summary(): string {
    return this.overview ? fillCount(this.overview.figures.runs, runsOne, runsMany) : '';
  }

  chooseIntegration(event: CustomEvent<{ value: string }>): void {
    this.integrationId = event.detail.value;
    void this.load();
  }

  choosePeriod(event: CustomEvent<{ value: string }>): void {
    this.days = event.detail.value;
    void this.load();
  }

  async load(): Promise<void> {
    const question = ++this.asked;
    this.isAsking = true;
    try {
      const answer = await overview<DashboardOverview>({
        integrationId: this.integrationId || null,
        days: Number(this.days)
      });
      if (question === this.asked) {
        this.show(answer);
      }
    } catch (error) {
      if (question === this.asked) {
        this.show(undefined, problemOf(error));
      }
    }
  }

  goToIntegrations(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: INTEGRATIONS } });
  }

  /** Runs may have been started there, and have ended meanwhile. */
  async openLog({ detail }: CustomEvent<LogChoice>): Promise<void> {
    const { name, ...choice } = detail;
    await IntegrationLog.open({ label: name, size: 'large', integrationName: name, ...choice });
    await this.load();
  }

  /** Figures of another question must not stand under the choice of this one, so they go with a problem. */
  private show(answer?: DashboardOverview, problem?: Problem): void {
    this.isAsking = false;
    this.problem = problem;
    this.overview = answer;
    this.integrations = answer?.integrations ?? this.integrations;
    this.charts = answer ? chartsOf(answer.days) : [];
  }
}

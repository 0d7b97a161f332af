import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import all from '@salesforce/apex/IntegrationController.all';
import start from '@salesforce/apex/RunController.start';
import loadFailed from '@salesforce/label/c.Center_Load_Failed';
import loading from '@salesforce/label/c.Center_Loading';
import progressFailed from '@salesforce/label/c.Center_Progress_Failed';
import startFailed from '@salesforce/label/c.Run_Start_Failed';
import started from '@salesforce/label/c.Run_Started';
import IntegrationLog from 'c/integrationLog';
import { fill } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import { resultToast } from 'c/runResult';
import { RunWatcher } from 'c/runWatcher';
import { isActive, needsAttention, type Integration, type Run } from 'c/runs';

/** The Integrations tab. It holds the list, starts runs, and follows them while there are any. */
export default class IntegrationCenter extends LightningElement {
  integrations?: Integration[];
  loadProblem?: Problem;
  startProblem?: Problem & { heading: string };
  progressProblem?: Problem;
  searchText = '';
  /** Said to screen readers when a run starts or ends; its progress is not, that would be a torrent. */
  announcement = '';

  labels = { loadFailed, loading, progressFailed };

  private readonly watcher = new RunWatcher({
    onRuns: (runs) => this.takeProgress(runs),
    onProblem: (error) => {
      this.progressProblem = problemOf(error);
    }
  });
  private readonly reloadWhenSeen = (): void => {
    if (document.visibilityState === 'visible') {
      void this.load();
    }
  };

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.reloadWhenSeen);
    void this.load();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.reloadWhenSeen);
    this.watcher.stop();
  }

  get isLoading(): boolean {
    return !this.integrations && !this.loadProblem;
  }

  get isEmpty(): boolean {
    return this.integrations?.length === 0;
  }

  get hasIntegrations(): boolean {
    return Boolean(this.integrations?.length);
  }

  get alarming(): Integration[] {
    return (this.integrations ?? []).filter(needsAttention);
  }

  get isAlarming(): boolean {
    return this.alarming.length > 0;
  }

  get matching(): Integration[] {
    const text = this.searchText.trim().toLowerCase();
    const texts = ({ name, reportName, objectLabel }: Integration): string[] => [name, reportName, objectLabel];
    return (this.integrations ?? []).filter((integration) =>
      texts(integration).some((candidate) => candidate.toLowerCase().includes(text))
    );
  }

  async load(): Promise<void> {
    try {
      this.integrations = await all<Integration[]>();
      this.loadProblem = undefined;
      this.watcher.watch(this.integrations.flatMap(({ activeRunId }) => activeRunId ?? []));
    } catch (error) {
      this.loadProblem = problemOf(error);
    }
  }

  search(event: CustomEvent<string>): void {
    this.searchText = event.detail;
  }

  async run(event: CustomEvent<string>): Promise<void> {
    const integration = this.find(event.detail);
    this.startProblem = undefined;
    try {
      const runId = await start<string>({ integrationId: integration.id });
      this.change(integration.id, { activeRunId: runId });
      this.announcement = fill(started, integration.name);
      this.watcher.watch([runId]);
    } catch (error) {
      this.startProblem = { ...problemOf(error), heading: fill(startFailed, integration.name) };
    }
  }

  async openLog(event: CustomEvent<{ integrationId: string; runId?: string }>): Promise<void> {
    const { id, name } = this.find(event.detail.integrationId);
    await IntegrationLog.open({
      label: name,
      size: 'large',
      integrationId: id,
      integrationName: name,
      runId: event.detail.runId
    });
  }

  private takeProgress(runs: Run[]): void {
    this.progressProblem = undefined;
    for (const run of runs) {
      const integration = this.integrations?.find(({ activeRunId }) => activeRunId === run.id);
      if (integration) {
        this.change(integration.id, { lastRun: run, activeRunId: isActive(run) ? run.id : null });
        this.tellResult(integration.name, run);
      }
    }
  }

  private tellResult(name: string, run: Run): void {
    if (!isActive(run)) {
      const toast = resultToast(name, run);
      this.announcement = `${toast.title}. ${toast.message}`;
      this.dispatchEvent(new ShowToastEvent(toast));
    }
  }

  private find(integrationId: string): Integration {
    return this.integrations!.find(({ id }) => id === integrationId)!;
  }

  private change(integrationId: string, changes: Partial<Integration>): void {
    this.integrations = this.integrations?.map((integration) =>
      integration.id === integrationId ? { ...integration, ...changes } : integration
    );
  }
}

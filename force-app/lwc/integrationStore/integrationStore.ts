import all from '@salesforce/apex/IntegrationController.all';
import { RunWatcher } from 'c/runWatcher';
import { isActive, type Integration, type Run } from 'c/runs';

/** Told of what happens to the integrations. */
export interface IntegrationStoreCallbacks {
  onChange: (integrations: Integration[]) => void;
  onEnd: (integration: Integration, run: Run) => void;
  /** The progress of runs could not be had. */
  onProblem: (error: unknown) => void;
}

/** Holds the integrations, each change as a new list, and follows their runs until they are over. */
export class IntegrationStore {
  private readonly callbacks: IntegrationStoreCallbacks;
  private integrations: Integration[] = [];
  /** An answer to what was asked before the page went must not begin anything. */
  private visit = 0;
  /** What was asked last; an older answer may come later. */
  private question?: Promise<Integration[]>;
  /** Counts what the page learnt of runs by itself: an answer to what was asked before knows less. */
  private edition = 0;
  private readonly watcher = new RunWatcher({
    onRuns: (runs) => runs.forEach((run) => this.takeProgress(run)),
    onProblem: (error) => this.callbacks.onProblem(error)
  });

  constructor(callbacks: IntegrationStoreCallbacks) {
    this.callbacks = callbacks;
  }

  /** Asks for all integrations anew, and again if a run began or ended meanwhile. */
  async load(): Promise<void> {
    const { visit, edition } = this;
    const question = all<Integration[]>();
    this.question = question;
    const [answer] = await Promise.allSettled([question]);
    if (visit !== this.visit) {
      return;
    }
    if (question !== this.question) {
      await this.question;
    } else if (edition !== this.edition) {
      await this.load();
    } else if (answer.status === 'rejected') {
      throw answer.reason;
    } else {
      this.take(answer.value);
    }
  }

  /** Follows runs no more, also when an answer is still on its way. */
  stop(): void {
    this.visit++;
    this.watcher.stop();
  }

  /** The integration of this id, as it is now. */
  find(integrationId: string): Integration | undefined {
    return this.integrations.find(({ id }) => id === integrationId);
  }

  /** Notes that a run has started, and follows it. */
  begin(integrationId: string, runId: string): void {
    this.edition++;
    this.change(integrationId, { activeRunId: runId, activeRun: null, previewRun: null, isCancelling: false });
    this.watcher.watch([runId]);
  }

  /** Changes what is known of one integration. */
  change(integrationId: string, changes: Partial<Integration>): void {
    this.set(
      this.integrations.map((integration) =>
        integration.id === integrationId ? { ...integration, ...changes } : integration
      )
    );
  }

  private takeProgress(run: Run): void {
    const integration = this.integrations.find(({ activeRunId }) => activeRunId === run.id);
    if (integration && isActive(run)) {
      this.change(integration.id, { activeRun: run });
    } else if (integration) {
      this.edition++;
      const result = run.kind === 'Preview' ? { previewRun: run } : { lastRun: run };
      this.change(integration.id, { ...result, activeRunId: null, activeRun: null, isCancelling: false });
      this.callbacks.onEnd(integration, run);
    }
  }

  private take(loaded: Integration[]): void {
    this.set(loaded.map((integration) => ({ ...integration, ...this.knownHere(integration) })));
    this.watcher.watch(loaded.flatMap(({ activeRunId }) => activeRunId ?? []));
  }

  /** What Apex does not know, and is still so. */
  private knownHere({ id, activeRunId }: Integration): Partial<Integration> {
    const before = this.find(id);
    const isSameRun = Boolean(activeRunId) && activeRunId === before?.activeRunId;
    return { previewRun: before?.previewRun, isCancelling: isSameRun && before?.isCancelling };
  }

  private set(integrations: Integration[]): void {
    this.integrations = integrations;
    this.callbacks.onChange(integrations);
  }
}

import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import confirmSandboxCopy from '@salesforce/apex/SetupController.confirmSandboxCopy';
import org from '@salesforce/apex/SetupController.org';
import takeOverSchedule from '@salesforce/apex/SetupController.takeOverSchedule';
import exportFailed from '@salesforce/label/c.Center_Export_Failed';
import orgFailed from '@salesforce/label/c.Center_Org_Failed';
import progressFailed from '@salesforce/label/c.Center_Progress_Failed';
import taskFailed from '@salesforce/label/c.Center_Task_Failed';
import { attentionEntries, type AttentionEntry } from 'c/attention';
import type { Environment, Org } from 'c/environments';
import { exportAll, failureHeading, importFile, performAction, type ActionResult } from 'c/integrationActions';
import { IntegrationStore } from 'c/integrationStore';
import IntegrationLog from 'c/integrationLog';
import { problemOf, type Problem } from 'c/problems';
import { resultToast } from 'c/runResult';
import type { Integration, Run } from 'c/runs';

type HeadedProblem = Problem & { heading: string };
type PageElement = HTMLElement & { reconnect(environmentName: string): Promise<void> };

/**
 * The list of integrations under the accounts. It does what menus and buttons ask for, and follows runs.
 * @fires create when the user wants a new integration
 * @fires edit with the integration's id in `detail`
 */
export default class IntegrationsPage extends LightningElement {
  /** An integration to preview as soon as the list is there. */
  @api previewId?: string;
  /** An integration whose log opens as soon as the list is there, at the run of this id if there is one. */
  @api logId?: string;
  @api runId?: string;
  /** Whether the title takes the focus, because what had it is gone. */
  @api takesFocus = false;

  integrations?: Integration[];
  org?: Org;
  loadProblem?: Problem;
  orgProblem?: Problem;
  problem?: HeadedProblem;
  rowProblems: Record<string, HeadedProblem | undefined> = {};
  /** Said to screen readers when something was done; progress is not, that would be a torrent. */
  announcement = '';

  labels = { orgFailed };
  /** What called for somebody when the pointer came over the list. */
  private heldAttention?: AttentionEntry[];
  /** Only the latest question about the org counts, and none that is older than what was found out meanwhile. */
  private orgQuestion = 0;

  private readonly store = new IntegrationStore({
    onChange: (integrations) => {
      this.integrations = integrations;
      this.forgetProgressProblem();
    },
    onEnd: (integration, run) => this.tellEnd(integration, run),
    onProblem: (error) => {
      this.problem = { ...problemOf(error), heading: progressFailed };
    }
  });
  private readonly reloadWhenSeen = (): void => {
    if (document.visibilityState === 'visible') {
      void this.loadIntegrations();
    }
  };

  async connectedCallback(): Promise<void> {
    document.addEventListener('visibilitychange', this.reloadWhenSeen);
    // The title is there before the list is; what the page was opened for needs the list alone
    const listing = this.loadIntegrations();
    void this.loadOrg();
    await Promise.resolve();
    if (this.takesFocus) {
      this.focusTitle();
    }
    await listing;
    await this.begin();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.reloadWhenSeen);
    this.store.stop();
  }

  /** Whether changes are offered; until the org is known nobody is kept from anything, Apex checks all the same. */
  get canConfigure(): boolean {
    return this.org?.canConfigure !== false && !this.orgProblem;
  }

  /** Whoever may see nothing at all is told so once. */
  get hasOwnOrgProblem(): boolean {
    return Boolean(this.orgProblem) && this.orgProblem!.message !== this.loadProblem?.message;
  }

  get attention(): AttentionEntry[] {
    return attentionEntries(this.integrations ?? [], this.org);
  }

  /** What the strip above the list shows: nothing may move under a pointer that is over the list. */
  get shownAttention(): AttentionEntry[] {
    return this.heldAttention ?? this.attention;
  }

  get environments(): Environment[] | undefined {
    return this.org?.environments;
  }

  async load(): Promise<void> {
    await Promise.all([this.loadIntegrations(), this.loadOrg()]);
  }

  async loadIntegrations(): Promise<void> {
    try {
      await this.store.load();
      this.loadProblem = undefined;
    } catch (error) {
      this.loadProblem = problemOf(error);
    }
  }

  async loadOrg(): Promise<void> {
    const question = ++this.orgQuestion;
    const [answer] = await Promise.allSettled([org<Org>()]);
    if (question === this.orgQuestion) {
      this.org = answer.status === 'fulfilled' ? answer.value : this.org;
      this.orgProblem = answer.status === 'rejected' ? problemOf(answer.reason) : undefined;
    }
  }

  takeEnvironments(event: CustomEvent<Environment[]>): void {
    this.orgQuestion++;
    this.org = { ...this.org!, environments: event.detail };
  }

  holdStrip(): void {
    this.heldAttention = this.attention;
  }

  releaseStrip(): void {
    this.heldAttention = undefined;
  }

  create(): void {
    this.dispatchEvent(new CustomEvent('create'));
  }

  async act(event: CustomEvent<{ action: string; integrationId: string; runId?: string }>): Promise<void> {
    const { action, integrationId, runId } = event.detail;
    const integration = this.store.find(integrationId)!;
    if (action === 'edit') {
      this.dispatchEvent(new CustomEvent('edit', { detail: integrationId }));
    } else if (action === 'log') {
      await this.openLog(integration, runId);
    } else {
      await this.perform(action, integration);
    }
  }

  async attend({ detail }: CustomEvent<{ action: string; entry: AttentionEntry }>): Promise<void> {
    const { action, entry } = detail;
    if (action === 'reconnect') {
      await this.template!.querySelector<PageElement>('c-accounts')!.reconnect(entry.environmentName!);
    } else if (action === 'confirmCopy' || action === 'takeOver') {
      await this.attempt(taskFailed, async () => {
        await (action === 'takeOver' ? takeOverSchedule() : confirmSandboxCopy());
        await this.load();
        this.focusTitle();
      });
    } else {
      const { integrationId, runId } = entry;
      await this.act(new CustomEvent('act', { detail: { action, integrationId: integrationId!, runId } }));
    }
  }

  async exportAll(): Promise<void> {
    await this.attempt(exportFailed, async () => {
      this.announcement = (await exportAll(this.integrations!)).said;
    });
  }

  async importFile(): Promise<void> {
    const result = await importFile();
    if (result) {
      await this.load();
      this.toast({ title: result.said, variant: 'success' });
    }
  }

  dismiss(event: CustomEvent<string>): void {
    this.setRowProblem(event.detail);
  }

  dismissProblem(): void {
    this.problem = undefined;
  }

  /** What the page was opened for. */
  private async begin(): Promise<void> {
    const previewed = this.store.find(this.previewId ?? '');
    const logged = this.store.find(this.logId ?? '');
    if (previewed) {
      await this.perform('preview', previewed);
    } else if (logged) {
      await this.openLog(logged, this.runId);
    }
  }

  private async perform(action: string, integration: Integration): Promise<void> {
    this.setRowProblem(integration.id);
    try {
      await this.takeResult(integration, await performAction(action, integration));
    } catch (error) {
      const heading = failureHeading(action, integration);
      this.setRowProblem(integration.id, { ...problemOf(error), heading });
    }
  }

  private setRowProblem(integrationId: string, problem?: HeadedProblem): void {
    this.rowProblems = { ...this.rowProblems, [integrationId]: problem };
  }

  private async takeResult({ id }: Integration, result?: ActionResult): Promise<void> {
    this.announcement = result?.said ?? '';
    if (result?.runId) {
      this.store.begin(id, result.runId);
    } else if (result?.isCancelling) {
      this.store.change(id, { isCancelling: true });
    } else if (result?.isListChanged) {
      // What is said to be done is seen by then
      await this.loadIntegrations();
      this.toast({ title: result.said, variant: 'success' });
      if (!this.store.find(id)) {
        this.focusTitle();
      }
    }
  }

  /** Whatever changes the list came from an answer. */
  private forgetProgressProblem(): void {
    if (this.problem?.heading === progressFailed) {
      this.problem = undefined;
    }
  }

  private async attempt(heading: string, task: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await task();
    } catch (error) {
      this.problem = { ...problemOf(error), heading };
    }
  }

  /** Runs may have been started there, and have ended meanwhile. */
  private async openLog({ id, name }: Integration, runId?: string): Promise<void> {
    await IntegrationLog.open({ label: name, size: 'large', integrationId: id, integrationName: name, runId });
    await this.loadIntegrations();
  }

  private tellEnd(integration: Integration, run: Run): void {
    const toast = resultToast(integration.name, run);
    this.announcement = `${toast.title}. ${toast.message}`;
    this.toast(toast);
  }

  private focusTitle(): void {
    this.template!.querySelector<HTMLElement>('c-center-header')!.focus();
  }

  private toast(toast: ConstructorParameters<typeof ShowToastEvent>[0]): void {
    this.dispatchEvent(new ShowToastEvent(toast));
  }
}

import connect from '@salesforce/label/c.Account_Connect';
import missingMany from '@salesforce/label/c.Attention_Account_Missing_Many';
import missingOne from '@salesforce/label/c.Attention_Account_Missing_One';
import confirmCopy from '@salesforce/label/c.Attention_Confirm_Copy';
import copyMessage from '@salesforce/label/c.Attention_Copy_Message';
import copyTitle from '@salesforce/label/c.Attention_Copy_Title';
import dispatcherMessage from '@salesforce/label/c.Attention_Dispatcher_Message';
import dispatcherTitle from '@salesforce/label/c.Attention_Dispatcher_Title';
import edit from '@salesforce/label/c.Integration_Edit';
import accountTitle from '@salesforce/label/c.Attention_Account_Title';
import pausedAutomatically from '@salesforce/label/c.State_Paused_Automatically';
import reconnect from '@salesforce/label/c.Account_Reconnect';
import resume from '@salesforce/label/c.Integration_Resume';
import runAnyway from '@salesforce/label/c.Integration_Run_Anyway';
import takeOver from '@salesforce/label/c.Attention_Take_Over';
import viewLog from '@salesforce/label/c.Log_View';
import { fill, fillCount } from 'c/formats';
import { environmentLook, type Environment, type Org } from 'c/environments';
import { resultSentence } from 'c/runResult';
import { isPausedAutomatically, lastRunNeedsAttention, statusLook, type Integration, type Run } from 'c/runs';

/** What can be done about an entry. */
export interface AttentionAction {
  name: string;
  label: string;
}

/** One thing that needs somebody: which, what is wrong with it, and what to press. */
export interface AttentionEntry {
  key: string;
  subject: string;
  status: string;
  icon: string;
  variant: string;
  message: string;
  actions: AttentionAction[];
  integrationId?: string;
  runId?: string;
  environmentName?: string;
}

const WARNING = { icon: 'utility:warning', variant: 'warning' };

/** Everything that needs somebody: what concerns all of the org first, then accounts, then integrations. */
export function attentionEntries(integrations: Integration[], org?: Org): AttentionEntry[] {
  const environments = (org?.environments ?? []).filter(accountNeedsAttention);
  const entries = [...orgEntries(org), ...environments.map(accountEntry), ...integrations.flatMap(integrationEntries)];
  return org?.canConfigure === false ? entries.map(withoutChanges) : entries;
}

function orgEntries({ sandboxCopy, dispatcher }: Partial<Org> = {}): AttentionEntry[] {
  const entries: AttentionEntry[] = [];
  if (sandboxCopy && !sandboxCopy.confirmed) {
    const message = sandboxCopy.message || copyMessage;
    const actions = [{ name: 'confirmCopy', label: confirmCopy }];
    entries.push({ key: 'copy', subject: copyTitle, status: '', ...WARNING, message, actions });
  }
  if (dispatcher && !dispatcher.healthy) {
    const message = dispatcher.message || dispatcherMessage;
    const actions = [{ name: 'takeOver', label: takeOver }];
    entries.push({ key: 'dispatcher', subject: dispatcherTitle, status: '', ...WARNING, message, actions });
  }
  return entries;
}

/** An account that nothing uses may be missing. */
function accountNeedsAttention({ status, integrations }: Environment): boolean {
  return status === 'Failing' || (status === 'NotConnected' && Boolean(integrations));
}

function accountEntry({ name, status, statusText, integrations }: Environment): AttentionEntry {
  const { icon, variant, label } = environmentLook(status);
  const isMissing = status === 'NotConnected';
  return {
    key: `account ${name}`,
    subject: fill(accountTitle, name),
    status: label,
    icon,
    variant,
    message: isMissing ? fillCount(integrations ?? 0, missingOne, missingMany) : (statusText ?? ''),
    actions: [{ name: 'reconnect', label: isMissing ? connect : reconnect }],
    environmentName: name
  };
}

function integrationEntries(integration: Integration): AttentionEntry[] {
  const entry = { key: integration.id, subject: integration.name, integrationId: integration.id };
  if (isPausedAutomatically(integration)) {
    const actions = [
      { name: 'edit', label: edit },
      { name: 'resume', label: resume }
    ];
    return [{ ...entry, status: pausedAutomatically, ...WARNING, message: integration.pauseReason!, actions }];
  }
  if (!lastRunNeedsAttention(integration)) {
    return [];
  }
  const run = integration.lastRun!;
  const { label, icon, variant } = statusLook(run.status);
  return [{ ...entry, runId: run.id, status: label, icon, variant, message: reasonOf(run), actions: actionsFor(run) }];
}

function reasonOf(run: Run): string {
  return run.message || (run.counts.read > 0 ? resultSentence(run) : '');
}

function actionsFor({ status }: Run): AttentionAction[] {
  const log = { name: 'log', label: viewLog };
  return status === 'Stopped' ? [log, { name: 'runAnyway', label: runAnyway }] : [log];
}

/** Those who may only look are told, but not offered what they would be refused. */
function withoutChanges(entry: AttentionEntry): AttentionEntry {
  return { ...entry, actions: entry.actions.filter(({ name }) => name === 'log') };
}

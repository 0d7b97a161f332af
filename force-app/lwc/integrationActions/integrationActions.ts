import cancelRun from '@salesforce/apex/RunController.cancel';
import duplicate from '@salesforce/apex/IntegrationController.duplicate';
import exportText from '@salesforce/apex/IntegrationController.exportText';
import pause from '@salesforce/apex/IntegrationController.pause';
import preview from '@salesforce/apex/RunController.preview';
import removal from '@salesforce/apex/IntegrationController.removal';
import remove from '@salesforce/apex/IntegrationController.remove';
import resume from '@salesforce/apex/IntegrationController.resume';
import start from '@salesforce/apex/RunController.start';
import startAnyway from '@salesforce/apex/RunController.startAnyway';
import cancelFailed from '@salesforce/label/c.Run_Cancel_Failed';
import cancelling from '@salesforce/label/c.Run_Cancel_Asked';
import confirmDelete from '@salesforce/label/c.Integration_Delete';
import deleteFailed from '@salesforce/label/c.Integration_Delete_Failed';
import deleteLastRun from '@salesforce/label/c.Integration_Delete_Last_Run';
import deleteMappings from '@salesforce/label/c.Integration_Delete_Mappings';
import deleteRunsMany from '@salesforce/label/c.Integration_Delete_Runs_Many';
import deleteRunsOne from '@salesforce/label/c.Integration_Delete_Runs_One';
import deleteText from '@salesforce/label/c.Integration_Delete_Text';
import deleteTitle from '@salesforce/label/c.Integration_Delete_Title';
import deleted from '@salesforce/label/c.Integration_Deleted';
import duplicateFailed from '@salesforce/label/c.Integration_Duplicate_Failed';
import duplicated from '@salesforce/label/c.Integration_Duplicated';
import exportFailed from '@salesforce/label/c.Integration_Export_Failed';
import exported from '@salesforce/label/c.Integration_Exported';
import importedMany from '@salesforce/label/c.Import_Done_Many';
import importedOne from '@salesforce/label/c.Import_Done_One';
import importTitle from '@salesforce/label/c.Import_Title';
import pauseFailed from '@salesforce/label/c.Integration_Pause_Failed';
import paused from '@salesforce/label/c.Integration_Pause_Done';
import previewFailed from '@salesforce/label/c.Run_Preview_Failed';
import previewStarted from '@salesforce/label/c.Run_Preview_Started';
import resumeFailed from '@salesforce/label/c.Integration_Resume_Failed';
import resumed from '@salesforce/label/c.Integration_Resume_Done';
import startFailed from '@salesforce/label/c.Run_Start_Failed';
import started from '@salesforce/label/c.Run_Started';
import Confirmation from 'c/confirmation';
import { download } from 'c/downloads';
import { fill, fillCount, formatUtc } from 'c/formats';
import ImportDialog from 'c/importDialog';
import type { Integration } from 'c/runs';

/** What an action has done, and what the page has to do after it. */
export interface ActionResult {
  /** What was done, as a sentence. */
  said: string;
  /** The run that was started. */
  runId?: string;
  /** Whether the list is no longer what it was. */
  isListChanged?: boolean;
  isCancelling?: boolean;
}

interface Action {
  /** Does it; gives nothing when the user thought better of it. */
  perform: (integration: Integration) => Promise<ActionResult | undefined>;
  /** The heading when it was refused. */
  failed: string;
}

const ACTIONS: Record<string, Action> = {
  run: { perform: (integration) => startWith(start, integration, started), failed: startFailed },
  runAnyway: { perform: (integration) => startWith(startAnyway, integration, started), failed: startFailed },
  preview: { perform: (integration) => startWith(preview, integration, previewStarted), failed: previewFailed },
  cancel: { perform: cancelActive, failed: cancelFailed },
  pause: { perform: (integration) => changeWith(pause, integration, paused), failed: pauseFailed },
  resume: { perform: (integration) => changeWith(resume, integration, resumed), failed: resumeFailed },
  duplicate: { perform: (integration) => changeWith(duplicate, integration, duplicated), failed: duplicateFailed },
  export: { perform: (integration) => exportAll([integration]), failed: exportFailed },
  delete: { perform: askAndDelete, failed: deleteFailed }
};

type ApexCall = typeof start;

/** An import checks every integration against the org and its sources, within the limits of one transaction. */
const MOST_IN_FILE = 25;

/** Does what was chosen for an integration; gives nothing when the user thought better of it. */
export function performAction(name: string, integration: Integration): Promise<ActionResult | undefined> {
  return ACTIONS[name].perform(integration);
}

/** What to say above the reason when an action was refused. */
export function failureHeading(name: string, integration: Integration): string {
  return fill(ACTIONS[name].failed, integration.name);
}

/** Downloads integrations as files that another org can import, as many as one import takes in each. */
export async function exportAll(integrations: Integration[]): Promise<ActionResult> {
  const files = filesFor(integrations);
  const texts = await Promise.all(files.map(({ ids }) => exportText<string>({ ids })));
  files.forEach(({ name }, index) => download(`${fileNameOf(name)}.json`, 'application/json', texts[index]));
  return { said: fill(exported, files.map(({ name }) => name).join(', ')) };
}

/** Lets the user choose a file and what to import of it; gives nothing when the dialog is left. */
export async function importFile(): Promise<ActionResult | undefined> {
  const ids = await ImportDialog.open<string[]>({ label: importTitle, size: 'medium' });
  return ids && { isListChanged: true, said: fillCount(ids.length, importedOne, importedMany) };
}

async function startWith(call: ApexCall, { id, name }: Integration, done: string): Promise<ActionResult> {
  return { runId: await call<string>({ integrationId: id }), said: fill(done, name) };
}

async function changeWith(call: ApexCall, { id, name }: Integration, done: string): Promise<ActionResult> {
  await call({ integrationId: id });
  return { isListChanged: true, said: fill(done, name) };
}

async function cancelActive({ activeRunId, name }: Integration): Promise<ActionResult> {
  await cancelRun({ runId: activeRunId });
  return { isCancelling: true, said: fill(cancelling, name) };
}

async function askAndDelete(integration: Integration): Promise<ActionResult | undefined> {
  const lost = await removal<{ runs: number; lastRunAt?: string | null }>({ integrationId: integration.id });
  const isSure = await Confirmation.open<boolean>({
    label: fill(deleteTitle, integration.name),
    size: 'small',
    text: deleteText,
    losses: [deleteMappings, ...lossesOf(lost)],
    confirmLabel: confirmDelete,
    destructive: true
  });
  return isSure ? changeWith(remove, integration, deleted) : undefined;
}

function lossesOf({ runs, lastRunAt }: { runs: number; lastRunAt?: string | null }): string[] {
  if (!runs) {
    return [];
  }
  const log = fillCount(runs, deleteRunsOne, deleteRunsMany);
  return [lastRunAt ? `${log} ${fill(deleteLastRun, formatUtc(lastRunAt))}` : log];
}

function filesFor(integrations: Integration[]): { name: string; ids: string[] }[] {
  const files = [];
  for (let start = 0; start < integrations.length; start += MOST_IN_FILE) {
    const part = integrations.slice(start, start + MOST_IN_FILE);
    const name = part.length === 1 ? part[0].name : `integrations ${start + 1}-${start + part.length}`;
    files.push({ name, ids: part.map(({ id }) => id) });
  }
  return files;
}

function fileNameOf(name: string): string {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\w]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'integration'
  );
}

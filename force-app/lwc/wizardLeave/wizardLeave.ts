import cancelLabel from '@salesforce/label/c.Wizard_Leave_Stay';
import confirmLabel from '@salesforce/label/c.Wizard_Leave_Confirm';
import text from '@salesforce/label/c.Wizard_Leave_Text';
import label from '@salesforce/label/c.Wizard_Leave_Title';
import Confirmation from 'c/confirmation';
import type { Draft } from 'c/wizardState';

/** A draft that was left without an answer to the question whether to lose it. */
export interface KeptDraft {
  draft: Draft;
  original: Draft;
  step: number;
  furthest: number;
}

/** In the memory of the page alone: it lasts as long as the app stays open. */
const drafts = new Map<string, KeptDraft>();

/** Asks whether unsaved changes may be lost. */
export async function mayLeave(): Promise<boolean> {
  const answer = await Confirmation.open({ size: 'small', label, text, cancelLabel, confirmLabel, destructive: true });
  return answer === true;
}

/** Keeps a draft for when its integration, or a new one, is opened again. */
export function keep(left: KeptDraft): void {
  drafts.set(left.draft.id ?? '', left);
}

/** What waits for an integration (blank for a new one). It is handed out once. */
export function kept(integrationId: string): KeptDraft | undefined {
  const waiting = drafts.get(integrationId);
  forget(integrationId);
  return waiting;
}

/** Drops what waits for an integration. */
export function forget(integrationId: string): void {
  drafts.delete(integrationId);
}

/**
 * Flows and workflow rules that saving a record would run.
 * @see "Flow" and "Workflow", Metadata API Developer Guide
 */
import { flag, nodes, readMetadata, text, type MetadataFile } from '../../project/metadata-files';
import type { ObjectDraft } from '../definitions';

/** Notes the active automations of each object. */
export function addAutomations(drafts: ReadonlyMap<string, ObjectDraft>, files: readonly MetadataFile[]): void {
  for (const file of files) {
    if (file.kind === 'flow') addFlow(drafts, file);
    if (file.kind === 'workflow') addWorkflow(drafts, file);
  }
}

function addFlow(drafts: ReadonlyMap<string, ObjectDraft>, file: MetadataFile): void {
  const root = readMetadata(file.path);
  const [start] = nodes(root, 'start');
  if (text(root, 'status') !== 'Active' || !start || !text(start, 'recordTriggerType')) return;
  note(drafts, text(start, 'object') ?? '', `record-triggered flow ${file.name}`);
}

function addWorkflow(drafts: ReadonlyMap<string, ObjectDraft>, file: MetadataFile): void {
  for (const rule of nodes(readMetadata(file.path), 'rules')) {
    if (flag(rule, 'active')) note(drafts, file.name, `workflow rule ${text(rule, 'fullName') ?? ''}`);
  }
}

function note(drafts: ReadonlyMap<string, ObjectDraft>, objectName: string, automation: string): void {
  const draft = drafts.get(objectName.toLowerCase());
  if (draft) Object.assign(draft, { automations: [...draft.automations, automation] });
}

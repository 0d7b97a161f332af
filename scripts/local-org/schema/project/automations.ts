/**
 * Flows and workflow rules that saving a record would run.
 * @see "Flow" and "Workflow", Metadata API Developer Guide
 */
import { nodes, readMetadata, text, type MetadataFile } from '../../project/metadata-files';
import type { ObjectDraft } from '../definitions';
import { workflowRules } from './workflows';

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
  const draft = drafts.get(file.name.toLowerCase());
  if (draft) Object.assign(draft, { workflowRules: [...draft.workflowRules, ...workflowRules(file)] });
}

function note(drafts: ReadonlyMap<string, ObjectDraft>, objectName: string, automation: string): void {
  const draft = drafts.get(objectName.toLowerCase());
  if (draft) Object.assign(draft, { automations: [...draft.automations, automation] });
}

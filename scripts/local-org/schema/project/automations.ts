/**
 * Flows and workflow rules that saving a record runs.
 * @see "Flow" and "Workflow", Metadata API Developer Guide
 */
import type { MetadataFile } from '../../project/metadata-files';
import type { ObjectDraft } from '../definitions';
import { recordTriggeredFlow } from './flows';
import { workflowRules } from './workflows';

/** Notes the active automations of each object. */
export function addAutomations(drafts: ReadonlyMap<string, ObjectDraft>, files: readonly MetadataFile[]): void {
  for (const file of files) {
    if (file.kind === 'flow') addFlow(drafts, file);
    if (file.kind === 'workflow') addWorkflow(drafts, file);
  }
}

function addFlow(drafts: ReadonlyMap<string, ObjectDraft>, file: MetadataFile): void {
  const found = recordTriggeredFlow(file);
  const draft = found && drafts.get(found.objectName.toLowerCase());
  if (found && draft) Object.assign(draft, { flows: [...draft.flows, found.flow] });
}

function addWorkflow(drafts: ReadonlyMap<string, ObjectDraft>, file: MetadataFile): void {
  const draft = drafts.get(file.name.toLowerCase());
  if (draft) Object.assign(draft, { workflowRules: [...draft.workflowRules, ...workflowRules(file)] });
}

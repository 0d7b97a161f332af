import { nodes, readMetadata, text } from '../../project/metadata-files';
import type { Database } from '../database';

/** Flow types that no record starts have no trigger. */
const NO_TRIGGER = 'None';

/**
 * The project's flows as rows. They are told, not run.
 * @see "FlowDefinitionView", Object Reference for the Salesforce Platform
 */
export function loadFlowDefinitions(database: Database): void {
  for (const file of database.files) {
    if (file.kind !== 'flow') continue;
    const root = readMetadata(file.path);
    const [start] = nodes(root, 'start');
    const object = start && text(start, 'object');
    const isActive = text(root, 'status') === 'Active';
    database.system.insert('FlowDefinitionView', {
      DurableId: file.name,
      ApiName: file.name,
      Label: text(root, 'label') ?? file.name,
      Description: text(root, 'description') ?? null,
      ProcessType: text(root, 'processType') ?? null,
      TriggerType: (start && text(start, 'triggerType')) ?? NO_TRIGGER,
      RecordTriggerType: (start && text(start, 'recordTriggerType')) ?? NO_TRIGGER,
      TriggerObjectOrEventId: object ?? null,
      TriggerObjectOrEventLabel: object ? (database.schema.object(object)?.label ?? object) : null,
      IsActive: isActive,
      ActiveVersionId: isActive ? `${file.name}-1` : null,
      LatestVersionId: `${file.name}-1`,
      ManageableState: 'unmanaged'
    });
  }
}

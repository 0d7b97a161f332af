import { loadRecords } from '../sync/records/load-records';
import { readRecordsFile } from '../sync/records/records-file';
import { recordValues } from '../sync/records/record-values';
import { targetFields } from '../sync/records/target-fields';
import type { SyncOrg } from '../sync/sync-org';
import type { SchemaModel } from '../local-org/database/schema/model';
import type { LocalOrgConfiguration } from './configuration';

/** Fills a new org: the sample's records, then its integrations, saved as the wizard saves them. */
export function seedSampleData(org: SyncOrg & { schema: SchemaModel }, configuration: LocalOrgConfiguration): void {
  for (const { object, file } of configuration.records) {
    const records = readRecordsFile(file);
    const target = targetFields(org.schema, object, records.fields, []);
    loadRecords(org, records, target.object.name, recordValues(records, target));
  }
  for (const input of configuration.integrations) {
    org.callApex('IntegrationController', 'save', { input });
  }
}

import { resolve } from 'node:path';
import { loadRecords } from '../sync/records/load-records';
import { readRecordsFile } from '../sync/records/records-file';
import { recordValues } from '../sync/records/record-values';
import { targetFields } from '../sync/records/target-fields';
import type { SyncOrg } from '../sync/sync-org';
import { buildSchema } from '../local-org/schema/build-schema';
import { readProject } from '../local-org/project/project';
import type { LocalOrgConfiguration } from './configuration';

const PROJECT = resolve(__dirname, '../..');

/** Fills a new org: the sample's records, then its integrations, saved as the wizard saves them. */
export function seedSampleData(org: SyncOrg, configuration: LocalOrgConfiguration): void {
  const { packageDirectories } = readProject(PROJECT);
  const { schema } = buildSchema({ directories: packageDirectories, extraFields: configuration.extraFields });
  for (const { object, file } of configuration.records) {
    const records = readRecordsFile(file);
    const target = targetFields(schema, object, records.fields, []);
    loadRecords(org, records, target.object.name, recordValues(records, target));
  }
  for (const input of configuration.integrations) {
    org.callApex('IntegrationController', 'save', { input });
  }
}

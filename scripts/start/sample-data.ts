import type { LocalOrg } from '../local-org/org';
import type { ExtraField } from '../local-org/database';
import { buildSchema } from '../local-org/database/schema/build-schema';
import { readProject } from '../local-org/project/project';
import { parseFieldType } from '../sync/arguments/field-type';
import { loadRecords } from '../sync/records/load-records';
import { recordValues } from '../sync/records/record-values';
import { readRecordsFile } from '../sync/records/records-file';
import { targetFields } from '../sync/records/target-fields';
import type { Configuration } from './configuration';

/** The sample's own fields, as the org takes them. */
export function sampleFields({ fields }: Configuration): ExtraField[] {
  return fields.map(({ object, name, label, type }) => ({ ...parseFieldType(type), object, name, label }));
}

/** Fills an org that has no integration yet with the sample. @returns whether it did */
export function loadSample(org: LocalOrg, configuration: Configuration, projectDirectory: string): boolean {
  if (org.query('SELECT Id FROM Integration__c LIMIT 1').length > 0) return false;
  const extraFields = sampleFields(configuration);
  const { schema } = buildSchema({ directories: readProject(projectDirectory).packageDirectories, extraFields });
  for (const { object, file } of configuration.records) {
    const records = readRecordsFile(file);
    const target = targetFields(schema, object, records.fields, []);
    loadRecords(org, records, object, recordValues(records, target));
  }
  for (const input of configuration.integrations) org.callApex('IntegrationController', 'save', { input });
  return true;
}

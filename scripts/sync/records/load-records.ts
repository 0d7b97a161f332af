import { InputError } from '../input-error';
import type { SyncOrg } from '../sync-org';
import type { RecordValues } from './record-values';
import type { RecordsFile } from './records-file';

/** Puts the records into the org. @throws InputError naming the line of the first record the org refuses */
export function loadRecords(
  org: SyncOrg,
  { file, records }: RecordsFile,
  objectName: string,
  values: RecordValues[]
): void {
  const results = org.insertRecords(objectName, values);
  const refused = results.findIndex(({ errors }) => errors.length > 0);
  if (refused >= 0) {
    const [{ statusCode, message, fields }] = results[refused].errors;
    const where = fields.length > 0 ? ` (${fields.join(', ')})` : '';
    throw new InputError(
      `${file} line ${records[refused].line}: the org refuses the record: ${statusCode}, ${message}${where}. Correct the line.`
    );
  }
}

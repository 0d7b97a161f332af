import { InputError } from '../input-error';
import { convertCell, type FieldValue, isLoadable } from './convert-cell';
import type { RecordsFile } from './records-file';
import type { TargetFields } from './target-fields';

/** Field values of one record, blanks left out. */
export type RecordValues = Record<string, FieldValue>;

/**
 * Turns the cells of a file into field values, each of its field's type.
 * @throws InputError naming the file, the line and the field, or the field that no record can be created with
 */
export function recordValues({ file, fields, records }: RecordsFile, target: TargetFields): RecordValues[] {
  const definitions = fields.map((name) => target.field(name));
  const refused = definitions.find((field) => field.type !== 'ID' && (!field.createable || !isLoadable(field)));
  if (refused) {
    throw new InputError(
      `${file} names the field ${refused.name}, which no record of ${target.object.name} can be created with. Remove the column.`
    );
  }
  return records.map(({ line, cells }) => {
    const values: RecordValues = {};
    definitions.forEach((field, index) => {
      try {
        const value = convertCell(cells[index], field);
        if (value !== undefined) {
          values[field.name] = value;
        }
      } catch (error) {
        throw new InputError(`${file} line ${line}, ${field.name}: ${(error as Error).message}. Correct the cell.`);
      }
    });
    return values;
  });
}

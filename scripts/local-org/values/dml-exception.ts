import { ApexException } from './exception';
import { ListException } from './exceptions';

/** One failed row of a DML statement. */
export interface DmlExceptionRow {
  /** Id of the record, when it had one. */
  readonly id: string | null;
  /** Position in the list given to the DML statement. */
  readonly index: number;
  readonly message: string;
  readonly fields: readonly string[];
  /** `Schema.SObjectField` tokens of the fields. */
  readonly fieldTokens: readonly unknown[];
  /** Name of a `System.StatusCode`. */
  readonly statusCode: string;
}

/**
 * `System.DmlException` with what each row says.
 * @see "Exception Methods", Apex Reference Guide
 */
export class DmlException extends ApexException {
  static override readonly apexTypeName: string = 'System.DmlException';
  /** Set by the database; empty for one that Apex made itself. */
  rows: readonly DmlExceptionRow[] = [];

  /** The row of a `getDml…(index)` method. */
  row(index: number): DmlExceptionRow {
    const row = this.rows[index];
    if (!row) throw new ListException(`List index out of bounds: ${index}`);
    return row;
  }
}

/** `System.EmailException`: a `DmlException` in all but name. */
export class EmailException extends DmlException {
  static override readonly apexTypeName: string = 'System.EmailException';
}

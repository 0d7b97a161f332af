/**
 * What DML methods return.
 * @see "Database Namespace", Apex Reference Guide
 */
import type { DmlRow } from '../../database/dml/row';
import type { RecordError } from '../../database/records/record-error';
import { definePlatformType } from '../define';
import { ApexList } from '../values/list';
import { enumConstant } from '../values/enum-value';
import { platformEnumType, platformEnumValue } from '../values/platform-enum';
import { runtimeType } from '../values/runtime-type';
import { STATUS_CODES } from './status-codes';

definePlatformType({ namespace: 'System', name: 'StatusCode', kind: 'enum', constants: STATUS_CODES });

/** `Database.Error`. */
export class DatabaseError {
  readonly error: RecordError;

  constructor(error: RecordError) {
    this.error = error;
  }

  toApexString(): string {
    const { fields, message, statusCode } = this.error;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${statusCode};]`;
  }
}

/** The constant of a status code. */
export function statusCode(name: string): unknown {
  const type = platformEnumType('System.StatusCode');
  return (type && enumConstant(type, name)) ?? platformEnumValue('System.StatusCode', 'UNKNOWN_EXCEPTION');
}

/** The result of one row; each verb has a class of its own. */
export class RowResult {
  readonly row: DmlRow;

  constructor(row: DmlRow) {
    this.row = row;
  }

  isSuccess(): boolean {
    return !this.row.failed;
  }

  /** A row that failed has the Id of its record, if that had one. */
  getId(): string | null {
    return this.row.failed ? this.row.record.id : this.row.id;
  }

  getErrors(): ApexList {
    const errors = this.row.errors.map((error) => new DatabaseError(error));
    return new ApexList(runtimeType('List<Database.Error>'), errors);
  }

  toApexString(): string {
    const errors = this.row.errors.map((error) => new DatabaseError(error).toApexString()).join(', ');
    const name = (this.constructor as typeof RowResult).apexName;
    return `Database.${name}[getErrors=(${errors});getId=${this.getId() ?? 'null'};isSuccess=${this.isSuccess()};]`;
  }

  static readonly apexName: string = 'SaveResult';
}

export class SaveResult extends RowResult {}

export class DeleteResult extends RowResult {
  static override readonly apexName: string = 'DeleteResult';
}

export class UndeleteResult extends RowResult {
  static override readonly apexName: string = 'UndeleteResult';
}

export class UpsertResult extends RowResult {
  static override readonly apexName: string = 'UpsertResult';

  isCreated(): boolean {
    return this.row.created && !this.row.failed;
  }
}

definePlatformType({
  name: 'Error',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: DatabaseError,
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_error.htm',
  members: {
    'String getMessage()': (self: DatabaseError) => self.error.message,
    'System.StatusCode getStatusCode()': (self: DatabaseError) => statusCode(self.error.statusCode),
    'List<String> getFields()': (self: DatabaseError) =>
      new ApexList(runtimeType('List<String>'), [...self.error.fields])
  }
});

const common = {
  'Boolean isSuccess()': (self: RowResult) => self.isSuccess(),
  'Id getId()': (self: RowResult) => self.getId(),
  'List<Database.Error> getErrors()': (self: RowResult) => self.getErrors()
};

for (const javaScriptClass of [SaveResult, DeleteResult, UndeleteResult, UpsertResult]) {
  definePlatformType({
    name: javaScriptClass.apexName,
    namespace: 'Database',
    kind: 'class',
    javaScriptClass,
    members:
      javaScriptClass === UpsertResult
        ? { ...common, 'Boolean isCreated()': (self: UpsertResult) => self.isCreated() }
        : common
  });
}

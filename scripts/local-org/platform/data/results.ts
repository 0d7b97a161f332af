/**
 * What DML methods return.
 * @see "Database Namespace", Apex Reference Guide
 */
import { DmlRow } from '../../database';
import type { RecordError } from '../../records/record-error';
import type { SObjectRecord } from '../../records/sobject-record';
import { definePlatformType } from '../../declarations/define';
import { ApexList } from '../../values/list';
import { ApexMap } from '../../values/map';
import { enumConstant } from '../../values/enum-value';
import { platformEnumType, platformEnumValue } from '../../declarations/platform-enum';
import { runtimeType } from '../../values/runtime-type';
import { STATUS_CODES } from '../../values/status-codes';

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

/** What a result tells of a row. */
export type ResultRow = Pick<DmlRow, 'id' | 'errors' | 'failed' | 'created'> & {
  readonly record: Pick<SObjectRecord, 'id'>;
};

/** A result that Apex made itself, from JSON. */
export function rowOfJson(json: ApexMap): ResultRow {
  const id = (json.get('id') ?? null) as string | null;
  const list = json.get('errors');
  const errors = list instanceof ApexList ? list.items.map((item) => errorOfJson(item as ApexMap)) : [];
  return { id, errors, failed: json.get('success') !== true, created: json.get('created') === true, record: { id } };
}

function errorOfJson(json: ApexMap): RecordError {
  const fields = json.get('fields');
  return {
    message: String(json.get('message') ?? ''),
    statusCode: String(json.get('statusCode') ?? 'UNKNOWN_EXCEPTION'),
    fields: fields instanceof ApexList ? (fields.items as string[]) : []
  };
}

function jsonOfError(error: RecordError): ApexMap {
  const json = new ApexMap(runtimeType('Map<String,Object>'));
  json.put('statusCode', error.statusCode);
  json.put('message', error.message);
  json.put('fields', new ApexList(runtimeType('List<String>'), [...error.fields]));
  return json;
}

/** The result of one row; each verb has a class of its own. */
export class RowResult {
  readonly row: ResultRow;

  constructor(row: ResultRow) {
    this.row = row;
  }

  /** `JSON.deserialize` into a result, which tests do to make one. */
  static fromJsonValue(json: ApexMap): RowResult {
    return new this(rowOfJson(json));
  }

  /** The fields that `JSON.serialize` writes. */
  toJsonValue(): ApexMap {
    const json = new ApexMap(runtimeType('Map<String,Object>'));
    json.put('success', this.isSuccess());
    json.put('id', this.getId());
    json.put('errors', new ApexList(runtimeType('List<Object>'), this.row.errors.map(jsonOfError)));
    return json;
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
    const errors = (this.getErrors().items as DatabaseError[]).map((error) => error.toApexString()).join(', ');
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

export class EmptyRecycleBinResult extends RowResult {
  static override readonly apexName: string = 'EmptyRecycleBinResult';
}

export class UpsertResult extends RowResult {
  static override readonly apexName: string = 'UpsertResult';

  override toJsonValue(): ApexMap {
    const json = super.toJsonValue();
    json.put('created', this.isCreated());
    return json;
  }

  /** A row that was to be created and failed was not; what a test put into JSON is taken at its word. */
  isCreated(): boolean {
    return this.row.created && !(this.row.failed && this.row instanceof DmlRow);
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

for (const javaScriptClass of [SaveResult, DeleteResult, UndeleteResult, EmptyRecycleBinResult, UpsertResult]) {
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

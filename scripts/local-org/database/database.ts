/** The org's database: schema, data, queries and DML behind one face. */
import type { Clock } from '../transaction/clock';
import type { MetadataFile } from '../project/metadata-files';
import { ApexList } from '../values/list';
import { nullDereference } from '../values/exceptions';
import { isInTransaction, transaction } from '../transaction/transaction';
import { listOfRecords } from '../records/lists';
import type { SObjectRecord } from '../records/sobject-record';
import { refuseTriggerLists } from './dml/trigger-recursion';
import { runStatement, type StatementVerb } from './dml/statement';
import { runQuery } from './soql/query-service';
import type { SoqlQuery } from '../soql/ast';
import type { ApexTrigger, TriggerSource } from './dml/triggers';
import { buildSchema, type ExtraField } from '../schema/build-schema';
import type { ObjectDefinition, SchemaModel } from '../schema/model';
import { Store } from '../store/store';
import { insertRecords, queryPlain, type LoadResult, type PlainRow } from './bulk';
import { ORGANIZATION_CURRENCY, seedBaseRecords } from './seed/base-records';
import { syncMetadataRecords } from './seed/metadata-records';
import { SystemRecords, type PlainValues } from './system-records';

/** The records of a DML call: one, or a list. */
function recordsOf(records: SObjectRecord | ApexList | null): SObjectRecord[] {
  if (records === null) throw nullDereference();
  return records instanceof ApexList ? (records.items as SObjectRecord[]) : [records];
}

/** What a database is opened with. */
export interface DatabaseOptions {
  /** Path of the database file, or `:memory:`. */
  readonly file: string;
  /** Directories with the project's metadata. */
  readonly directories: readonly string[];
  /** Fields that exist in this org but not in the project. */
  readonly extraFields?: readonly ExtraField[];
  /** Features that the org has, by their names in a scratch org definition: `PersonAccounts`. */
  readonly features?: readonly string[];
  readonly clock: Clock;
}

/** One org's database. */
export class Database {
  readonly schema: SchemaModel;
  readonly store: Store;
  /** The platform's own rows. */
  readonly system: SystemRecords;
  /** The metadata files the schema was read from. */
  readonly files: readonly MetadataFile[];
  /** Directories with the project's metadata. */
  readonly directories: readonly string[];
  readonly clock: Clock;
  private triggers: TriggerSource = { triggersOn: () => [] };

  constructor(
    schema: SchemaModel,
    store: Store,
    clock: Clock,
    files: readonly MetadataFile[],
    directories: readonly string[]
  ) {
    this.schema = schema;
    this.store = store;
    this.files = files;
    this.directories = directories;
    this.clock = clock;
    this.system = new SystemRecords(store, schema, clock, (object) => this.changed(object));
  }

  /** Tells DML where the compiled triggers are. */
  useTriggers(source: TriggerSource): void {
    this.triggers = source;
  }

  /** The triggers that run for an object. */
  triggersOn(object: ObjectDefinition): readonly ApexTrigger[] {
    return this.triggers.triggersOn(object.name);
  }

  /**
   * Runs `body` in a transaction of the database, or in a savepoint of the running one: what it wrote is kept when it
   * returns and undone when it throws.
   */
  atomically<T>(body: () => T): T {
    try {
      return this.store.atomically(body);
    } catch (error) {
      if (isInTransaction()) transaction().org.access.forget();
      throw error;
    }
  }

  /** Inserts records for the tooling, with triggers and checks; see {@link insertRecords}. */
  insertRecords(objectName: string, rows: readonly PlainValues[]): LoadResult[] {
    return insertRecords(this, objectName, rows);
  }

  /** Runs a query for the tooling; see {@link queryPlain}. */
  queryPlain(soql: string, binds: PlainValues = {}): PlainRow[] {
    return queryPlain(this, soql, binds);
  }

  /** The Id of the organisation. */
  get organizationId(): string {
    return String(this.system.find('Organization')[0]['Id']);
  }

  /** ISO code of the org's currency. */
  get currency(): string {
    return ORGANIZATION_CURRENCY;
  }

  /** The Id of the administrator, who runs what has no other user. */
  get administratorId(): string {
    return this.system.userId;
  }

  /**
   * Runs a query of compiled Apex.
   * @returns records or aggregate results
   */
  query(query: SoqlQuery, binds: readonly unknown[], access: 'user' | 'system'): ApexList {
    const result = runQuery(query, binds, { userMode: access === 'user' });
    if (result.kind === 'count') throw new Error('A count is no list.');
    return listOfRecords(result.object, result.records);
  }

  /** Runs a `SELECT COUNT()` of compiled Apex. */
  queryCount(query: SoqlQuery, binds: readonly unknown[], access: 'user' | 'system'): number {
    const result = runQuery(query, binds, { userMode: access === 'user' });
    return result.kind === 'count' ? result.count : result.records.length;
  }

  /**
   * A DML statement of compiled Apex: all or none.
   * @param externalId name of the field an upsert matches by
   * @throws DmlException when a record fails
   */
  statement(
    verb: string,
    records: SObjectRecord | ApexList,
    access: 'user' | 'system',
    externalId: string | null
  ): void {
    refuseTriggerLists(records);
    const list = recordsOf(records);
    const key = externalId && list[0] ? (list[0].definition.fields.get(externalId.toLowerCase()) ?? null) : null;
    const options = { allOrNone: true, userMode: access === 'user', externalId: key };
    runStatement(this, verb as StatementVerb, list, options);
  }

  /** To be called after records of an object were written. */
  changed(object: ObjectDefinition): void {
    if (isInTransaction()) transaction().org.access.changed(object.name);
  }

  close(): void {
    this.store.close();
  }
}

/** Opens a database; its schema comes along for those who need it alone. */
export function createDatabase(options: DatabaseOptions): { database: Database; schema: SchemaModel } {
  const database = openDatabase(options);
  return { database, schema: database.schema };
}

/**
 * Opens a database: reads the metadata, brings the tables in step with it. Data of an earlier run stays; a new
 * org gets the records every org has.
 * @throws Error naming the metadata file that cannot be read
 */
export function openDatabase(options: DatabaseOptions): Database {
  const store = new Store(options.file);
  const { schema, files } = buildSchema({
    directories: options.directories,
    extraFields: options.extraFields,
    features: options.features,
    keyPrefixes: store.keyPrefixes()
  });
  store.migrate(schema);
  const database = new Database(schema, store, options.clock, files, options.directories);
  seedBaseRecords(store, schema, database.system);
  syncMetadataRecords(store, schema, database.system, files);
  return database;
}

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly database: Database;
  }
}

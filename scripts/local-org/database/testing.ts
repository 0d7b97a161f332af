/** An org in memory for the tests of this room: a database, an administrator, and transactions to run in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AccessRules } from '../access';
import { steadyClock, type Clock } from '../transaction/clock';
import { randomSource } from '../transaction/random';
import type { OrgServices } from '../transaction/org-services';
import { loadRunningUser } from './running-user';
import { runInTransaction, Transaction } from '../transaction/transaction';
import { openDatabase, type Database } from './database';
import { SObjectRecord } from '../records/sobject-record';
import { runStatement, type StatementOptions, type StatementVerb } from './dml/statement';
import { runQueryText } from './soql/query-service';
import type { ExtraField } from '../schema/build-schema';
import type { DmlRow } from './dml/row';
import { fieldValueOf } from './system-records';

/** What a test org is made of. */
export interface TestOrgOptions {
  /** Metadata files by path, e.g. `objects/Thing__c/Thing__c.object-meta.xml`. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly extraFields?: readonly ExtraField[];
  readonly features?: readonly string[];
  readonly file?: string;
}

/** Fixed moment that the clock of a test org shows: 2026-03-14 15:09:26 UTC, a Saturday. */
export const TEST_NOW = Date.UTC(2026, 2, 14, 15, 9, 26);

/** An org for tests. */
export class TestOrg {
  readonly database: Database;
  readonly services: OrgServices;
  readonly clock: Clock = steadyClock(TEST_NOW);

  constructor(options: TestOrgOptions = {}) {
    const directory = mkdtempSync(join(tmpdir(), 'database-test-'));
    for (const [path, content] of Object.entries(options.metadata ?? {})) write(join(directory, path), content);
    const { file = ':memory:', extraFields, features } = options;
    this.database = openDatabase({ file, directories: [directory], extraFields, features, clock: this.clock });
    rmSync(directory, { recursive: true });
    const { database, clock } = this;
    const access = new AccessRules((name, values) => database.system.find(name, values));
    const parts = {
      access,
      clock,
      database,
      formulaDatabase: database,
      random: randomSource(1),
      schema: database.schema
    };
    this.services = parts as unknown as OrgServices;
  }

  /**
   * Sets the data back after each test, so that none depends on those in front of it. To be called where tests are
   * defined, behind the set-up that all of them share.
   */
  restoreAfterEach(): this {
    const { connection } = this.database.store;
    let savepoint: number;
    beforeEach(() => {
      savepoint = connection.savepoint();
    });
    afterEach(() => {
      connection.abandon(savepoint);
      // Rules that were read are kept.
      const access = new AccessRules((name, values) => this.database.system.find(name, values));
      Object.assign(this.services, { access });
    });
    return this;
  }

  /** Runs `body` in a transaction of its own, as the administrator or another user. */
  run<T>(body: () => T, userId = this.database.administratorId): T {
    const user = loadRunningUser(this.services, userId);
    const next = new Transaction({ org: this.services, kind: 'ANONYMOUS', user, profile: 'synchronous' });
    return runInTransaction(next, body);
  }

  /** A record in memory; plain values are converted by field. */
  record(objectName: string, values: Readonly<Record<string, unknown>> = {}): SObjectRecord {
    const object = this.database.schema.object(objectName);
    if (!object) throw new Error(`There is no object ${objectName}.`);
    const record = new SObjectRecord(object);
    for (const [name, value] of Object.entries(values)) {
      const field = object.fields.get(name.toLowerCase());
      record.set(field?.name ?? name, field ? plain(field, value) : value);
    }
    return record;
  }

  /** A DML statement, by default all or none in system mode. */
  dml(verb: StatementVerb, records: SObjectRecord[], options: Partial<StatementOptions> = {}): DmlRow[] {
    return runStatement(this.database, verb, records, { allOrNone: true, userMode: false, ...options });
  }

  /** The records of a query. */
  query(text: string, binds: Readonly<Record<string, unknown>> = {}, userMode = false): SObjectRecord[] {
    const result = runQueryText(text, (name) => binds[name] ?? null, { userMode });
    return result.kind === 'count' ? [] : result.records;
  }

  /** The values of one column of a query. */
  column(text: string, binds: Readonly<Record<string, unknown>> = {}): unknown[] {
    return this.query(text, binds).map(
      (record) => [...record.values.entries()].filter(([name]) => name !== 'Id')[0]?.[1]
    );
  }
}

/** An empty string stays one, as Apex can set it. */
function plain(field: Parameters<typeof fieldValueOf>[0], value: unknown): unknown {
  return value === '' ? '' : fieldValueOf(field, value);
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A custom object's metadata file with a text name field. */
export function objectXml(label: string, more = ''): string {
  return xml(
    'CustomObject',
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>` +
      `<sharingModel>ReadWrite</sharingModel>${more}`
  );
}

/** A field's metadata file. */
export function fieldXml(type: string, more = ''): string {
  return xml('CustomField', `<label>Label of field</label><type>${type}</type>${more}`);
}

function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;
}

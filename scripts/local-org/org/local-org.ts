import type { EventListener } from '../events';
import { executeTransaction, JobRunner, type UsageTotals, type PendingJob } from '../jobs';
import type { CodeUnit } from '../transaction/transaction';
import { asCallError, auraMethod } from './apex-call';
import type { Json } from '../values/plain';
import { buildOrg, type BuiltOrg, type OrgOptions } from './build-org';
import { readRecord, type RecordView } from './record-reader';
import type { UserInfo } from './user-info';

/** Values of one record as the tooling gives them: by field name, as JavaScript or Apex values. */
export type RecordInput = Record<string, unknown>;

/** A running local org, as commands and pages use it. */
export class LocalOrg {
  private readonly org: BuiltOrg;
  private readonly runner: JobRunner;

  constructor(org: BuiltOrg) {
    this.org = org;
    this.runner = new JobRunner(org.services);
  }

  /** What the org is made of, for the rooms that run code in it. */
  get parts(): BuiltOrg {
    return this.org;
  }

  /**
   * Calls an `@AuraEnabled` method as a page would, in a transaction of its own.
   * @throws ApexCallError when an exception leaves the method
   */
  callApex(className: string, methodName: string, parameters: Readonly<Record<string, unknown>>): Json {
    const { program } = this.org.apex;
    const method = auraMethod(program.findClass(className), className, methodName, (found, values) =>
      program.invokeStatic(className, found, values)
    );
    try {
      return this.transact(() => method.invoke(parameters), auraUnit(className, methodName));
    } catch (error) {
      throw asCallError(error);
    }
  }

  /** Runs every job that is due, those included that they enqueue. */
  runJobs(options: { onJob?: (job: PendingJob) => void } = {}): Promise<void> {
    return this.runner.runUntilIdle(options.onJob);
  }

  /**
   * Moves the clock to when the next waiting job is due, as if that much time had passed.
   * @returns false when no job waits
   */
  skipToNextJob(): boolean {
    const { clock, jobs } = this.org.services;
    const dueAt = jobs.nextDueAt;
    if (dueAt !== undefined) clock.advance(Math.max(0, dueAt - clock.now()));
    return dueAt !== undefined;
  }

  /** Runs jobs in the background, as they come and fall due. */
  startJobs(): void {
    this.runner.start();
  }

  /** Rows of a query as plain JSON, without limits, in system mode. */
  query(soql: string, binds: Readonly<Record<string, unknown>> = {}): Record<string, unknown>[] {
    return this.asTool(() => this.org.services.database.queryPlain(soql, binds));
  }

  /** Loads records through DML, with triggers but without limits; every row is told for itself. */
  insertRecords(objectName: string, records: readonly RecordInput[]): InsertResult[] {
    return this.asTool(() => this.org.services.database.insertRecords(objectName, records));
  }

  /** What all transactions used together. */
  usage(): Readonly<UsageTotals> {
    return this.org.services.usage.totals;
  }

  labels(language: string): Record<string, string> {
    return this.org.labels.all(language);
  }

  userInfo(): UserInfo {
    const { user, services } = this.org;
    const [organization] = services.database.system.find('Organization', {});
    return {
      id: user.id,
      name: user.name,
      language: user.language,
      locale: user.locale.replace('_', '-'),
      timeZone: user.timeZone,
      currency: services.database.currency,
      organizationName: String(organization?.['Name'] ?? ''),
      userPermissions: ['ModifyAllData', 'ViewSetup', 'CustomizeApplication'].filter((name) =>
        services.access.hasUserPermission(user, name)
      ),
      customPermissions: services.database.system
        .find('CustomPermission', {})
        .map(({ DeveloperName }) => String(DeveloperName))
        .filter((name) => services.access.hasCustomPermission(user, name))
    };
  }

  readRecord(recordId: string): RecordView | undefined {
    return readRecord(this.org.services.schema, (soql, binds) => this.query(soql, binds), recordId);
  }

  /**
   * Listens to events on a channel that the user may read.
   * @throws Error when there is no such channel
   */
  subscribe(channel: string, replayId: number, listener: EventListener): () => void {
    const { services, user } = this.org;
    const object = services.events.objectOf(channel);
    if (!services.access.object(user, object).read) throw new Error(`There is no channel ${channel}.`);
    return services.events.subscribe(channel, listener, replayId);
  }

  /** Lets the running job end and closes the database. */
  async close(): Promise<void> {
    await this.runner.stop();
    this.org.close();
  }

  private transact<T>(body: () => T, codeUnit: CodeUnit): T {
    const { services, user } = this.org;
    return executeTransaction(services, { kind: 'AURA', profile: 'synchronous', user, codeUnit }, body);
  }

  private asTool<T>(body: () => T): T {
    const { services, user } = this.org;
    const options = { kind: 'TOOLING', profile: 'synchronous', user, enforceLimits: false } as const;
    return executeTransaction(services, options, body);
  }
}

/** A call of a page, as debug logs name it. */
function auraUnit(className: string, methodName: string): CodeUnit {
  return { name: `apex://${className}/ACTION$${methodName}`, apexClass: className };
}

/** What became of one record that was to be loaded. */
export interface InsertResult {
  readonly id: string | null;
  readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
}

/**
 * Opens a local org.
 * @throws Error with a sentence for the user when the project cannot be read or the database is in use
 */
export async function createLocalOrg(options: OrgOptions): Promise<LocalOrg> {
  return new LocalOrg(await buildOrg(options));
}

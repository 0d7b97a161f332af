import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SAMPLE_CREDENTIAL } from '../../insights-api/sample-credential';
import { AccessRules } from '../../local-org/access';
import { loadRunningUser } from '../../local-org/database';
import type { ExtraField } from '../../local-org/schema/build-schema';
import { EventBus } from '../../local-org/events';
import { FaultPlan, parseFault, ProcessKilled, type BoundaryKind } from '../../local-org/faults';
import { JobQueue, restoreJobs } from '../../local-org/jobs';
import { steadyClock, type Clock } from '../../local-org/transaction/clock';
import { buildOrg, LocalOrg, type BuiltOrg } from '../../local-org/org';
import type { OrgServices } from '../../local-org/transaction/org-services';
import type { RunningUser } from '../../local-org/transaction/transaction';

const PROJECT = resolve(__dirname, '../../..');
const NOW = Date.parse('2026-03-01T10:30:00Z');
/** Waits that a run may take before it counts as stuck. */
const MOST_WAITS = 50;

/** What an org for these tests is made of. */
export interface EngineOptions {
  /** Address of the stand-in that serves the reports. */
  readonly url: string;
  readonly fields?: readonly ExtraField[];
  /** Features of the org, such as `PersonAccounts`. */
  readonly features?: readonly string[];
  /** Classes, triggers and metadata of the customer, by path below a package directory of its own. */
  readonly customerFiles?: Readonly<Record<string, string>>;
  readonly databaseFile?: string;
  readonly clock?: Clock;
}

/** A plan that lets something happen in front of a boundary: what somebody else does at that very moment. */
class WatchedPlan extends FaultPlan {
  /** Told of each boundary in front of it. */
  watcher: ((boundary: string) => void) | null = null;

  override cross(kind: BoundaryKind, what: string): string | null {
    const { watcher } = this;
    watcher?.(`${kind} ${what}`);
    return super.cross(kind, what);
  }
}

/** The real package in a local org, that can be set back to what it was and started anew after its process died. */
export class EngineOrg {
  readonly clock: Clock;
  private readonly built: BuiltOrg;
  private running: LocalOrg;
  private plan = new WatchedPlan();
  private userId: string | null = null;

  private constructor(built: BuiltOrg) {
    this.built = built;
    this.clock = built.services.clock;
    this.running = new LocalOrg(built);
  }

  /** Opens an org with the package, and with what the customer has beside it. */
  static async open(options: EngineOptions): Promise<EngineOrg> {
    const endpoint = {
      url: options.url,
      tokenUrl: `${options.url}/accounts/connect/token`,
      clientId: SAMPLE_CREDENTIAL.key,
      clientSecret: SAMPLE_CREDENTIAL.secret
    };
    const built = await buildOrg({
      projectDirectory: options.customerFiles ? customerProject(options.customerFiles) : PROJECT,
      databaseFile: options.databaseFile ?? ':memory:',
      // Not that of the commands: with other fields, each would make the others compile anew.
      cacheFolder: join(PROJECT, '.local-org', 'engine-tests', fieldsKey(options)),
      includeTests: false,
      extraFields: options.fields,
      features: options.features,
      permissionSets: ['Insights_Sync_Admin'],
      namedCredentials: { WalkMe_Production: endpoint, WalkMe_Test: endpoint, Report_Storage: endpoint },
      clock: options.clock ?? steadyClock(NOW, 1),
      seed: 1,
      onUnhandled: () => undefined
    });
    const [problem] = built.apex.problems.values();
    if (problem) throw new Error(`The package does not compile: ${problem}`);
    const opened = new EngineOrg(built);
    opened.restart();
    return opened;
  }

  /** What goes wrong from now on, and every boundary that was crossed since the last start. */
  get faults(): FaultPlan {
    return this.plan;
  }

  /** The parts of the org that run now. */
  get services(): OrgServices {
    return this.running.parts.services;
  }

  /**
   * Starts the org anew over the same data, as after its process died: everything that was only in memory is gone.
   * @param faults what is to go wrong from now on, such as `dml:3=kill`
   */
  restart(...faults: string[]): void {
    this.plan = new WatchedPlan(faults.map(parseFault));
    const { services } = this.built;
    const { database } = services;
    const next = {
      ...services,
      access: new AccessRules((objectName, values) => database.system.find(objectName, values)),
      jobs: new JobQueue(),
      faults: this.plan
    };
    const events = new EventBus(next);
    const started: OrgServices = Object.assign(next, { events, eventDelivery: events });
    restoreJobs(started, () => {
      throw new Error('The package has no future methods.');
    });
    this.running = new LocalOrg({ ...this.built, services: started, user: this.user(started) });
  }

  /** Lets somebody else call the controllers from now on; the administrator for null. */
  actAs(userId: string | null): void {
    this.userId = userId;
    this.restart();
  }

  private user(services: OrgServices): RunningUser {
    return this.userId === null ? this.built.user : loadRunningUser(services, this.userId);
  }

  /** Lets the run go on for so many links, and then end with its process. */
  async runLinks(count: number): Promise<void> {
    // Each link is followed by its finalizer.
    this.restart(`job:${2 * count + 1}=kill`);
    await this.finish().catch((error: unknown) => {
      if (!(error instanceof ProcessKilled)) throw error;
    });
    this.restart();
  }

  /**
   * Lets somebody else act right in front of a boundary, once.
   * @param boundary what is about to be crossed: its kind and what is on the other side, such as `dml update Contact`
   */
  before(boundary: string, act: () => void): void {
    this.plan.watcher = (crossed) => {
      if (!crossed.startsWith(boundary)) return;
      this.plan.watcher = null;
      act();
    };
  }

  /** Calls a method of a controller as a page does. */
  call<T>(className: string, methodName: string, parameters: Readonly<Record<string, unknown>> = {}): T {
    return this.running.callApex(className, methodName, parameters) as T;
  }

  /** Rows of a query, in system mode. */
  query<T = Record<string, unknown>>(soql: string, binds: Readonly<Record<string, unknown>> = {}): T[] {
    return this.running.query(soql, binds) as T[];
  }

  /** Loads records. @returns their Ids @throws Error when one is refused */
  insert(objectName: string, records: readonly Record<string, unknown>[]): string[] {
    return this.running.insertRecords(objectName, records).map(({ id, errors }) => {
      if (id === null) throw new Error(`${objectName}: ${errors.map(({ message }) => message).join(' ')}`);
      return id;
    });
  }

  /** Sets fields of the records that have these values, behind the back of the package. */
  set(objectName: string, where: Record<string, unknown>, values: Record<string, unknown>): void {
    const { system } = this.services.database;
    for (const { Id } of system.find(objectName, where)) system.update(objectName, String(Id), values);
  }

  /** Deletes the records that have these values, behind the back of the package. */
  remove(objectName: string, where: Record<string, unknown>): void {
    const { system } = this.services.database;
    for (const { Id } of system.find(objectName, where)) system.delete(objectName, String(Id));
  }

  /** When the jobs that wait are due, in milliseconds since 1970; schedules are none of them. */
  get waiting(): number[] {
    return this.services.jobStore
      .all()
      .filter(({ kind }) => kind !== 'ScheduledApex')
      .map(({ dueAt }) => dueAt);
  }

  /** Runs what is due now. */
  runDue(): Promise<void> {
    return this.running.runJobs();
  }

  /** Runs what is due, and lets time pass until nothing waits any more. */
  async finish(onJob?: (apexClass: string) => void): Promise<void> {
    for (let wait = 0; wait < MOST_WAITS; wait += 1) {
      await this.running.runJobs({ onJob: ({ apexClass }) => onJob?.(apexClass) });
      const due = this.waiting;
      if (due.length === 0) return;
      this.clock.advance(Math.max(0, Math.min(...due) - this.clock.now()));
    }
    throw new Error('Jobs wait for ever.');
  }

  /** Does something and sets all data back to what it was. */
  async aside<T>(body: () => Promise<T>): Promise<T> {
    const { connection } = this.built.services.database.store;
    const savepoint = connection.savepoint();
    try {
      return await body();
    } finally {
      connection.abandon(savepoint);
      this.userId = null;
      this.restart();
    }
  }

  /** Closes the org for good, or to open it again from its file. */
  close(): void {
    this.built.close();
  }
}

/** A project of the package and what the customer has beside it, in a place that is always the same for the same files. */
function customerProject(customerFiles: Readonly<Record<string, string>>): string {
  const files = Object.entries(customerFiles).map(([path, content]) => [join('customer', path), content]);
  files.push(['sfdx-project.json', projectFile()]);
  const name = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  const folder = join(PROJECT, '.local-org', `customer-${name}`);
  if (!existsSync(folder)) placeFolder(folder, files);
  return folder;
}

/** Puts a folder in its place as a whole: another process that tests the same may be reading it, or be as far as this. */
function placeFolder(folder: string, files: readonly string[][]): void {
  const written = `${folder}.${process.pid}`;
  for (const [path, content] of files) {
    mkdirSync(dirname(join(written, path)), { recursive: true });
    writeFileSync(join(written, path), content);
  }
  try {
    renameSync(written, folder);
  } catch (error) {
    rmSync(written, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Orgs of other fields compile to something else. */
function fieldsKey({ fields = [], features = [] }: EngineOptions): string {
  return [...fields.map(({ name }) => name), ...features].join('-') || 'none';
}

function projectFile(): string {
  const packageDirectories = [{ path: join(PROJECT, 'force-app'), default: true }, { path: 'customer' }];
  return JSON.stringify({ packageDirectories, sourceApiVersion: '67.0' });
}

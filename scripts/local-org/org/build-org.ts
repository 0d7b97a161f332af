import { join } from 'node:path';
import { AccessRules, seedPermissionSets } from '../access';
import { type IncrementalCompiler, setApexHost } from '../apex';
import {
  openDatabase,
  type Database,
  type ApexTrigger,
  type TriggerEvent,
  type TriggerSource,
  loadRunningUser
} from '../database';
import type { ExtraField } from '../schema/build-schema';
import { EventBus } from '../events';
import type { FaultPlan } from '../faults';
import { Credentials, CredentialVault, readCredentialMetadata, workerTransport, type LocalEndpoint } from '../http';
import { JobQueue, JobStore, restoreJobs, UsageMeter, type FutureCall } from '../jobs';
import { machineClock, type Clock } from '../transaction/clock';
import { randomSource } from '../transaction/random';
import type { OrgServices } from '../transaction/org-services';
import type { RunningUser } from '../transaction/transaction';
import { Labels } from '../project/labels';
import type { MetadataFile } from '../project/metadata-files';
import { readProject, type Project } from '../project/project';
import { apexHostOf } from './apex-host';
import { compileApex, type CompiledApex } from './compiled-apex';
import { describeNamedCredentials, describeTriggers } from './describe-rows';
import { registerApexFiles } from './register-apex';

/** What an org is made of. */
export interface OrgOptions {
  /** A Salesforce DX project, or a folder with Apex classes. */
  readonly projectDirectory: string;
  /** Path of the database file, or `:memory:`. */
  readonly databaseFile: string;
  /** Fields that this org has beside those of the project's metadata. */
  readonly extraFields?: readonly ExtraField[];
  /** Features beside those of the project's scratch org definition: `PersonAccounts`. */
  readonly features?: readonly string[];
  /** Where named credentials lead on this machine, by name. */
  readonly namedCredentials?: Readonly<Record<string, LocalEndpoint>>;
  /** Permission sets of the running user, by name. */
  readonly permissionSets?: readonly string[];
  readonly clock?: Clock;
  /** With a seed, random numbers repeat. */
  readonly seed?: number;
  /** Counts the boundaries that the org crosses, and breaks what it was told to. */
  readonly faults?: FaultPlan;
  /** Whether lines count their executions. */
  readonly coverage?: boolean;
  /** Whether classes annotated `@IsTest` are compiled too; commands that run none do without. */
  readonly includeTests?: boolean;
  /** Compiles a project that is opened over and over. */
  readonly compiler?: IncrementalCompiler;
  /** Folder for what can be kept between starts. */
  readonly cacheFolder?: string;
  /** Told of errors in jobs that nobody can catch. */
  readonly onUnhandled?: (apexClass: string, error: unknown) => void;
}

/** An org with its parts in reach, for the rooms that run code in it. */
export interface BuiltOrg {
  readonly project: Project;
  readonly labels: Labels;
  readonly services: OrgServices;
  readonly apex: CompiledApex;
  /** The administrator who runs what has no other user. */
  readonly user: RunningUser;
  close(): void;
}

/**
 * Reads the project, compiles its Apex, opens the database and makes them one org.
 * @throws Error with a sentence for the user when the project cannot be read
 */
export async function buildOrg(options: OrgOptions): Promise<BuiltOrg> {
  const project = readProject(options.projectDirectory);
  const clock = options.clock ?? machineClock();
  const random = randomSource(options.seed);
  const database = openDatabase({
    directories: project.packageDirectories,
    file: options.databaseFile,
    extraFields: options.extraFields,
    features: [...project.features, ...(options.features ?? [])],
    clock
  });
  const { files, schema } = database;
  const labels = new Labels(files);
  const access = new AccessRules((objectName, values) => database.system.find(objectName, values));
  const services: OrgServices = {
    access,
    clock,
    database,
    random,
    schema,
    formulaDatabase: database,
    idOfClass: (name) => (database.system.find('ApexClass', { Name: name })[0]?.['Id'] as string | undefined) ?? null,
    callouts: callouts(project, options, database, clock),
    // The bus needs the triggers, which are known once the Apex is compiled.
    get events() {
      return events;
    },
    get eventDelivery() {
      return events;
    },
    faults: options.faults,
    jobs: new JobQueue(),
    jobStore: new JobStore(database.store),
    labels,
    usage: new UsageMeter(),
    reportUnhandled: options.onUnhandled ?? reportOnConsole
  };
  setApexHost(apexHostOf(services, labels));
  const apex = await compileApex({
    project,
    schema,
    labels,
    cacheFolder: options.cacheFolder ?? join(project.rootDirectory, '.local-org', 'cache'),
    coverage: options.coverage ?? false,
    includeTests: options.includeTests ?? true,
    compiler: options.compiler
  });
  apex.program.activate();
  database.useTriggers(triggersOf(apex));
  const events = new EventBus(services);
  const user = prepareData(services, project, apex, files, options.permissionSets ?? []);
  restoreJobs(services, (call, values) => callFuture(apex, call, values));
  return { project, labels, services, apex, user, close: () => database.close() };
}

function callFuture({ program }: CompiledApex, call: FutureCall, values: readonly unknown[]): void {
  const method = program
    .findClass(call.className)
    ?.methods.find(({ javaScriptName }) => javaScriptName === call.javaScriptName);
  if (!method) throw new Error(`There is no method ${call.className}.${call.methodName} any more.`);
  program.invokeStatic(call.className, method, values);
}

/** The project's triggers by object. */
function triggersOf({ program }: CompiledApex): TriggerSource {
  const byObject = new Map<string, ApexTrigger[]>();
  for (const { name, object, events, run } of program.triggers()) {
    const key = object.toLowerCase();
    const trigger = { name, run, events: events.map(({ time, operation }) => `${time} ${operation}` as TriggerEvent) };
    byObject.set(key, [...(byObject.get(key) ?? []), trigger]);
  }
  return { triggersOn: (objectName) => byObject.get(objectName.toLowerCase()) ?? [] };
}

function callouts(project: Project, options: OrgOptions, database: Database, clock: Clock): OrgServices['callouts'] {
  const transport = workerTransport();
  const metadata = readCredentialMetadata(project.packageDirectories);
  const credentials = new Credentials({
    metadata,
    endpoints: options.namedCredentials ?? {},
    transport,
    vault: new CredentialVault(database.store),
    now: () => clock.now()
  });
  return { credentials, transport };
}

/** Rows that every org has and rows that say what the project is. */
function prepareData(
  services: OrgServices,
  project: Project,
  { program }: CompiledApex,
  files: readonly MetadataFile[],
  permissionSets: readonly string[]
): RunningUser {
  const { database, schema } = services;
  return database.atomically(() => {
    seedPermissionSets(database.system, schema, files);
    registerApexFiles(database, project.apexFiles);
    describeTriggers(database, program.triggers());
    describeNamedCredentials(database, services.callouts.credentials.metadata);
    const user = loadRunningUser(services, database.system.userId);
    for (const name of permissionSets) assignPermissionSet(database, user.id, name);
    return user;
  });
}

function assignPermissionSet(database: Database, userId: string, name: string): void {
  const [permissionSet] = database.system.find('PermissionSet', { Name: name });
  if (!permissionSet) throw new Error(`There is no permission set ${name} in the project.`);
  const assignment = { AssigneeId: userId, PermissionSetId: permissionSet['Id'] };
  if (database.system.find('PermissionSetAssignment', assignment).length > 0) return;
  database.system.insert('PermissionSetAssignment', assignment);
}

function reportOnConsole(apexClass: string, error: unknown): void {
  console.error(`${apexClass}: ${error instanceof Error ? error.message : String(error)}`);
}

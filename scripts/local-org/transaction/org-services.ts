/**
 * What a running org offers to the code inside a transaction. Each room states its own face; this file only gathers
 * them, so that a platform method can reach the database or the job queue without importing its insides.
 */
import type { AccessRules } from '../access';
import type { Database } from '../database';
import type { SchemaModel } from '../schema/model';
import type { DebugLogRecorder } from '../debug-log';
import type { EventBus } from '../events/event-bus';
import type { FaultPlan } from '../faults';
import type { CalloutServices } from '../http/callout';
import type { Clock } from './clock';
import type { JobStore } from '../jobs/job-store';
import type { JobQueue } from '../jobs/queue';
import type { RandomSource } from './random';
import type { UsageMeter } from '../jobs/usage';
import type { Labels } from '../project/labels';

/** The services of one org. */
export interface OrgServices {
  readonly access: AccessRules;
  readonly callouts: CalloutServices;
  readonly clock: Clock;
  readonly database: Database;
  /** Absent where nobody wants debug logs. */
  debugLogs?: DebugLogRecorder;
  readonly events: EventBus;
  /** Absent where nothing counts boundaries. */
  readonly faults?: FaultPlan;
  readonly jobs: JobQueue;
  readonly jobStore: JobStore;
  readonly labels: Labels;
  readonly random: RandomSource;
  readonly schema: SchemaModel;
  readonly usage: UsageMeter;
  /** Notes an Apex error that nobody can catch: of a finalizer, a scheduled or a future method. */
  reportUnhandled(apexClass: string, error: unknown): void;
}

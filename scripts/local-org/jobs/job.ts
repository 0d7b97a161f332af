import type { OrgServices } from '../transaction/org-services';
import { LimitExceeded } from '../transaction/limits';
import { ApexException } from '../values/exception';
import { ApexDatetime } from '../values/datetime';

/** `AsyncApexJob.JobType`. */
export type JobType = 'Queueable' | 'Future' | 'BatchApex' | 'ScheduledApex';

/** What waits in the queue: jobs, and event triggers that have something to read. */
export type WorkType = JobType | 'PlatformEvent';

/** `AsyncApexJob.Status`. */
export type JobStatus = 'Queued' | 'Holding' | 'Preparing' | 'Processing' | 'Completed' | 'Failed' | 'Aborted';

/** A job that waits for its turn. */
export interface PendingJob {
  /** Id of its AsyncApexJob or CronTrigger. */
  readonly id: string;
  readonly apexClass: string;
  readonly jobType: WorkType;
  /** Milliseconds since the epoch before which it must not start. */
  readonly dueAt: number;
  /** Runs all its transactions and keeps its AsyncApexJob up to date; Apex errors end in the record, not here. */
  run(): void;
}

/** Writes the AsyncApexJob of a job. @see "AsyncApexJob", Object Reference */
export class JobRecord {
  readonly id: string;
  private readonly org: OrgServices;

  constructor(org: OrgServices, id: string) {
    this.org = org;
    this.id = id;
  }

  /** Stores a new job in the running transaction. */
  static create(
    org: OrgServices,
    values: { jobType: JobType; apexClass: string; methodName?: string; userId: string; status?: JobStatus }
  ): JobRecord {
    const [apexClass] = org.database.system.find('ApexClass', { Name: outermost(values.apexClass) });
    const id = org.database.system.insert('AsyncApexJob', {
      JobType: values.jobType,
      ApexClassId: apexClass?.['Id'] ?? null,
      MethodName: values.methodName ?? null,
      Status: values.status ?? 'Queued',
      CreatedById: values.userId,
      CreatedDate: new ApexDatetime(org.clock.now()),
      TotalJobItems: 0,
      JobItemsProcessed: 0,
      NumberOfErrors: 0
    });
    return new JobRecord(org, id);
  }

  get status(): JobStatus | undefined {
    return this.org.database.system.find('AsyncApexJob', { Id: this.id })[0]?.['Status'] as JobStatus | undefined;
  }

  start(): void {
    this.update({ Status: 'Processing' });
  }

  complete(): void {
    this.update({ Status: 'Completed', CompletedDate: new ApexDatetime(this.org.clock.now()) });
  }

  fail(error: unknown): void {
    this.update({
      Status: 'Failed',
      NumberOfErrors: 1,
      ExtendedStatus: describeError(error).slice(0, 1000),
      CompletedDate: new ApexDatetime(this.org.clock.now())
    });
  }

  update(values: Record<string, unknown>): void {
    this.org.database.system.update('AsyncApexJob', this.id, values);
  }
}

function outermost(className: string): string {
  return className.split('.')[0] ?? className;
}

/** `System.DmlException: message`, as AsyncApexJob.ExtendedStatus and logs show an unhandled error. */
export function describeError(error: unknown): string {
  if (error instanceof ApexException) return `${error.getTypeName()}: ${error.apexVisibleMessage()}`;
  if (error instanceof LimitExceeded) return `${error.typeName}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Whether an error is one that Apex code may cause; all others are mistakes of the local org and must surface. */
export function isApexError(error: unknown): boolean {
  return error instanceof ApexException || error instanceof LimitExceeded;
}

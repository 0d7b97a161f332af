/** Scheduled Apex. @see "Apex Scheduler", Apex Developer Guide */
import type { StoredJob } from './job-store';
import { decodeValue } from './restored-value';
import { encodeValue } from './stored-value';
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../declarations/define';
import type { OrgServices } from '../transaction/org-services';
import { isInTransaction, transaction, type RunningUser, type Transaction } from '../transaction/transaction';
import { ApexDatetime } from '../values/datetime';
import { AsyncException, StringException } from '../values/exceptions';
import type { ApexInstance } from '../values/protocol';
import { callExecute } from '../declarations/call';
import { CronSchedule } from './cron';
import { giveUpSignature } from './duplicate-signature';
import { isApexError, JobRecord, type PendingJob } from './job';
import { storedCopy } from './serialization';
import { removeTestJob, submit } from './submit';
import { unitOf } from './code-unit';
import { executeTransaction } from './transactions';

const MAXIMUM_SCHEDULED_JOBS = 100;
const SCHEDULED_APEX = '7';

interface Schedule {
  readonly org: OrgServices;
  readonly cronTriggerId: string;
  readonly expression: string;
  /** Of the user who scheduled; the platform reads the expression in it. */
  readonly timeZone: string;
  readonly job: ApexInstance;
  readonly user: RunningUser;
  readonly record: JobRecord;
}

function schedule(name: string, expression: string, job: ApexInstance): string {
  const { org, user } = transaction();
  const cron = new CronSchedule(expression, user.timeZone);
  const dueAt = cron.nextAfter(org.clock.now());
  if (dueAt === null) {
    throw new StringException(`Based on configured schedule, the given trigger '${name}' will never fire.`);
  }
  checkLimits(org, name);
  const detailId = org.database.system.insert('CronJobDetail', { Name: name, JobType: SCHEDULED_APEX });
  const cronTriggerId = org.database.system.insert('CronTrigger', {
    CronJobDetailId: detailId,
    CronExpression: expression,
    State: 'WAITING',
    TimeZoneSidKey: user.timeZone,
    TimesTriggered: 0,
    OwnerId: user.id,
    CreatedById: user.id,
    StartTime: new ApexDatetime(org.clock.now()),
    NextFireTime: new ApexDatetime(dueAt)
  });
  const record = JobRecord.create(org, { jobType: 'ScheduledApex', apexClass: job.$type.name, userId: user.id });
  record.update({ CronTriggerId: cronTriggerId });
  const { timeZone } = user;
  const item: Schedule = { org, cronTriggerId, expression, timeZone, job: storedCopy(job), user, record };
  store(item, dueAt);
  submit(firing(item, dueAt));
  return cronTriggerId;
}

function checkLimits(org: OrgServices, name: string): void {
  const active = org.database.system.find('CronTrigger', {});
  const sameName = org.database.system.find('CronJobDetail', { Name: name });
  if (sameName.some((detail) => active.some((trigger) => trigger['CronJobDetailId'] === detail['Id']))) {
    throw new AsyncException(`The Apex job named "${name}" is already scheduled for execution.`);
  }
  if (active.length >= MAXIMUM_SCHEDULED_JOBS) {
    throw new AsyncException('You have exceeded the maximum number (100) of Apex scheduled jobs.');
  }
}

function store({ org, cronTriggerId, expression, timeZone, job, user, record }: Schedule, dueAt: number): void {
  org.jobStore.save({ id: cronTriggerId, kind: 'ScheduledApex', dueAt, userId: user.id }, () => ({
    expression,
    timeZone,
    job: encodeValue(job),
    recordId: record.id
  }));
}

/** A schedule that was stored when the org was stopped: what fell due meanwhile fires once. */
export function restoreSchedule(org: OrgServices, stored: StoredJob, user: RunningUser): PendingJob {
  const state = JSON.parse(stored.state) as { expression: string; timeZone: string; job: string; recordId: string };
  const { expression, timeZone } = state;
  const job = decodeValue(state.job, org.schema) as ApexInstance;
  const record = new JobRecord(org, state.recordId);
  return firing({ org, cronTriggerId: stored.id, expression, timeZone, job, user, record }, stored.dueAt);
}

function firing(item: Schedule, dueAt: number): PendingJob {
  const { cronTriggerId, job } = item;
  const run = (): void => fire(item);
  return { id: cronTriggerId, apexClass: job.$type.name, jobType: 'ScheduledApex', dueAt, run };
}

/** In a test a schedule fires at `Test.stopTest`, out of its time, and its CronTrigger stays as it was. */
function fire(item: Schedule): void {
  const { org, cronTriggerId, job, user } = item;
  if (org.database.system.find('CronTrigger', { Id: cronTriggerId }).length === 0) return;
  const firedAt = org.clock.now();
  const options = { kind: 'SCHEDULED', profile: 'synchronous', user, codeUnit: unitOf(job) } as const;
  try {
    executeTransaction(org, options, () => {
      callExecute(storedCopy(job), new SchedulableContext(cronTriggerId), 'SchedulableContext');
      rearm(item, firedAt);
    });
  } catch (error) {
    if (!isApexError(error) || isInTransaction()) throw error;
    org.database.store.atomically(() => rearm(item, firedAt));
    org.reportUnhandled(job.$type.name, error);
  }
  addNextFiring(item);
}

/** Notes when the schedule fires next, unless it ended itself by `System.abortJob`. */
function rearm(item: Schedule, firedAt: number): void {
  const { org, cronTriggerId, expression, timeZone } = item;
  const [trigger] = org.database.system.find('CronTrigger', { Id: cronTriggerId });
  if (!trigger || (isInTransaction() && transaction().isTest)) return;
  const nextAt = new CronSchedule(expression, timeZone).nextAfter(firedAt);
  org.database.system.update('CronTrigger', cronTriggerId, {
    PreviousFireTime: new ApexDatetime(firedAt),
    NextFireTime: nextAt === null ? null : new ApexDatetime(nextAt),
    TimesTriggered: Number(trigger['TimesTriggered'] ?? 0) + 1,
    State: nextAt === null ? 'DELETED' : 'WAITING'
  });
  if (nextAt !== null) store(item, nextAt);
  else {
    item.record.complete();
    org.jobStore.remove(cronTriggerId);
  }
}

function addNextFiring(item: Schedule): void {
  const { org, cronTriggerId } = item;
  const [trigger] = org.database.system.find('CronTrigger', { Id: cronTriggerId });
  const nextAt = trigger?.['NextFireTime'] as ApexDatetime | null | undefined;
  if (nextAt && !isInTransaction()) org.jobs.add(firing(item, nextAt.milliseconds));
}

/** `System.abortJob`: by the Id of an AsyncApexJob or of a CronTrigger. */
function abort(id: string): void {
  const current = transaction();
  const { database } = current.org;
  const [cronTrigger] = database.system.find('CronTrigger', { Id: id });
  const [job] = database.system.find('AsyncApexJob', { Id: id });
  if (!cronTrigger && !job) throw new StringException(`Invalid id: ${id}`);
  if (cronTrigger) {
    for (const running of database.system.find('AsyncApexJob', { CronTriggerId: id })) {
      markAborted(current, String(running['Id']));
    }
    database.system.delete('CronTrigger', id);
    database.system.delete('CronJobDetail', String(cronTrigger['CronJobDetailId']));
  } else {
    markAborted(current, id);
  }
  withdraw(current, id);
}

function markAborted({ org }: Transaction, jobId: string): void {
  new JobRecord(org, jobId).update({ Status: 'Aborted', CompletedDate: new ApexDatetime(org.clock.now()) });
}

function withdraw(current: Transaction, id: string): void {
  current.org.jobStore.remove(id);
  giveUpSignature(current.org, id);
  if (current.isTest) removeTestJob(current, id);
  else current.afterCommit(() => current.org.jobs.remove(id));
}

class SchedulableContext {
  private readonly cronTriggerId: string;

  constructor(cronTriggerId: string) {
    this.cronTriggerId = cronTriggerId;
  }

  [interfaceMethodName('getTriggerId', 0)](): string {
    return this.cronTriggerId;
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Schedulable',
  kind: 'interface',
  documentation: 'Apex Reference Guide, Schedulable Interface',
  members: { 'void execute(SchedulableContext context)': null }
});

definePlatformType({
  namespace: 'System',
  name: 'SchedulableContext',
  kind: 'interface',
  documentation: 'Apex Reference Guide, SchedulableContext Interface',
  members: { 'Id getTriggerId()': null }
});

extendPlatformType('System.System', {
  'static String schedule(String jobName, String cronExpression, Schedulable job)': schedule,
  'static void abortJob(String jobId)': abort
});

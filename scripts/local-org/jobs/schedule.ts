/** Scheduled Apex. @see "Apex Scheduler", Apex Developer Guide */
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../platform/define';
import type { OrgServices } from '../platform/org-services';
import { isInTransaction, transaction, type RunningUser, type Transaction } from '../platform/transaction';
import { ApexDatetime } from '../platform/values/datetime';
import { AsyncException, StringException } from '../platform/values/exceptions';
import type { ApexInstance } from '../platform/values/protocol';
import { callExecute } from './call';
import { CronSchedule } from './cron';
import { isApexError, JobRecord } from './job';
import { storedCopy } from './serialization';
import { removeTestJob, submit } from './submit';
import { executeTransaction } from './transactions';

const MAXIMUM_SCHEDULED_JOBS = 100;
const SCHEDULED_APEX = '7';

interface Schedule {
  readonly org: OrgServices;
  readonly cronTriggerId: string;
  readonly cron: CronSchedule;
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
  submitFiring({ org, cronTriggerId, cron, job: storedCopy(job), user, record }, dueAt);
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

function submitFiring(item: Schedule, dueAt: number): void {
  const { cronTriggerId, job } = item;
  submit({
    id: cronTriggerId,
    apexClass: job.$type.name,
    jobType: 'ScheduledApex',
    dueAt,
    run: () => fire(item)
  });
}

function fire(item: Schedule): void {
  const { org, cronTriggerId, job, user } = item;
  const [trigger] = org.database.system.find('CronTrigger', { Id: cronTriggerId });
  if (!trigger) return;
  const firedAt = org.clock.now();
  try {
    executeTransaction(org, { kind: 'SCHEDULED', profile: 'synchronous', user }, () =>
      callExecute(storedCopy(job), new SchedulableContext(cronTriggerId))
    );
  } catch (error) {
    if (!isApexError(error) || isInTransaction()) throw error;
    org.reportUnhandled(job.$type.name, error);
  }
  rearm(item, firedAt, Number(trigger['TimesTriggered'] ?? 0) + 1);
}

function rearm(item: Schedule, firedAt: number, timesTriggered: number): void {
  const { org, cronTriggerId, cron } = item;
  const nextAt = cron.nextAfter(firedAt);
  org.database.system.update('CronTrigger', cronTriggerId, {
    PreviousFireTime: new ApexDatetime(firedAt),
    NextFireTime: nextAt === null ? null : new ApexDatetime(nextAt),
    TimesTriggered: timesTriggered,
    State: nextAt === null ? 'DELETED' : 'WAITING'
  });
  if (nextAt === null) item.record.complete();
  else if (!isInTransaction()) item.org.jobs.add(nextFiring(item, nextAt));
}

function nextFiring(item: Schedule, dueAt: number): Parameters<OrgServices['jobs']['add']>[0] {
  const { cronTriggerId, job } = item;
  const run = (): void => fire(item);
  return { id: cronTriggerId, apexClass: job.$type.name, jobType: 'ScheduledApex', dueAt, run };
}

/** `System.abortJob`: by the Id of an AsyncApexJob or of a CronTrigger. */
function abort(id: string): void {
  const current = transaction();
  const { database } = current.org;
  const [cronTrigger] = database.system.find('CronTrigger', { Id: id });
  const [job] = database.system.find('AsyncApexJob', { Id: id });
  if (!cronTrigger && !job) throw new StringException(`Invalid id: ${id}`);
  if (cronTrigger) {
    database.system.delete('CronTrigger', id);
    database.system.delete('CronJobDetail', String(cronTrigger['CronJobDetailId']));
  } else {
    new JobRecord(current.org, id).update({
      Status: 'Aborted',
      CompletedDate: new ApexDatetime(current.org.clock.now())
    });
  }
  withdraw(current, id);
}

function withdraw(current: Transaction, id: string): void {
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

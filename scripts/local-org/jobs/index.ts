/** Asynchronous work: importing this room declares its platform types. */
import './async-info';
import './async-options';
import './batch';
import './duplicate-signature';
import './finalizer';
import './limits-type';
import './queueable';
import './schedule';

export type { EventDelivery } from './event-delivery';
export { enqueueFuture, type FutureCall } from './future';
export { describeError, isApexError, type PendingJob } from './job';
export { JobStore } from './job-store';
export { orgLimits } from './org-limits';
export { JobQueue } from './queue';
export { restoreJobs } from './restore';
export { decodeValue } from './restored-value';
export { enterUser } from './run-as';
export { JobRunner } from './runner';
export { encodeValue } from './stored-value';
export { runJobsOfSetup } from './test-type';
export { executeTransaction } from './transactions';
export { UsageMeter, type UsageTotals } from './usage';

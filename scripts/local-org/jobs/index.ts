/** Asynchronous work: importing this room declares its platform types. */
import './async-info';
import './async-options';
import './batch';
import './duplicate-signature';
import './finalizer';
import './limits-type';
import './org-limits';
import './queueable';
import './schedule';
export { runJobsOfSetup } from './test-type';

export { enqueueFuture, type FutureCall } from './future';
export { JobStore } from './job-store';
export { JobQueue } from './queue';
export { restoreJobs } from './restore';
export { enterUser } from './run-as';
export { JobRunner } from './runner';
export { executeTransaction } from './transactions';
export { UsageMeter, type UsageTotals } from './usage';

/** `System.Test`, as far as it is about limits, jobs and callouts. @see "Test Class", Apex Reference Guide */
import { definePlatformType } from '../declarations/define';
import type { GovernorLimits } from '../transaction/limits';
import { testInstall, testUninstall } from '../platform/library/system/install';
import type { ApexType } from '../platform/library/system/type';
import { setCurrentPage } from '../platform/library/visualforce';
import { NotModeled } from '../values/not-modeled';
import { setSavepointsAside } from '../platform/data/savepoint';
import { transaction, type Transaction } from '../transaction/transaction';
import { FinalException, TypeException } from '../values/exceptions';
import { setCalloutMock, setWebServiceMock } from '../http';
import { isApexError } from './job';
import { takeTestJobs } from './submit';

interface TestWindow {
  state: 'before' | 'open' | 'closed';
  /** Limits of the test method outside the window. */
  outer: GovernorLimits | null;
}

const TEST_WINDOW = { create: (): TestWindow => ({ state: 'before', outer: null }) };

function startTest(): void {
  const current = testTransaction();
  const window = current.attachment(TEST_WINDOW);
  if (window.state !== 'before') throw new FinalException('Testing already started');
  window.state = 'open';
  window.outer = current.limits;
  current.limits = current.newLimits('synchronous');
  current.hasUncommittedWork = false;
  setSavepointsAside();
}

/** Runs what the test enqueued, in order, then gives the test its own limits back. */
function stopTest(): void {
  const current = testTransaction();
  const window = current.attachment(TEST_WINDOW);
  if (window.state === 'before') throw new FinalException('Testing has not started');
  if (window.state === 'closed') throw new FinalException('Testing already stopped');
  window.state = 'closed';
  for (const job of takeTestJobs(current)) job.run();
  runChainedJobs(current);
  current.org.eventDelivery.deliverInTest(current);
  current.limits = window.outer ?? current.limits;
}

/** How many jobs may follow one another: the platform does not say when it ends a chain that never ends. */
const LONGEST_CHAIN = 1000;

/**
 * A batch that another one starts when it finishes runs too, and so does what a finalizer enqueues.
 * @see "Testing Batch Apex" and "Chaining Batch Jobs", Apex Developer Guide
 */
function runChainedJobs(current: Transaction): void {
  for (let length = 0; length <= LONGEST_CHAIN; length += 1) {
    const jobs = takeTestJobs(current);
    if (jobs.length === 0) return;
    for (const job of jobs) job.run();
  }
  throw new NotModeled(`a chain of more than ${LONGEST_CHAIN} jobs in a test`);
}

/**
 * Runs what a `@TestSetup` method enqueued outside `Test.startTest`/`stopTest`, once it has ended; a job that fails then
 * fails nothing else. So the platform does: https://salesforce.stackexchange.com/questions/173748, and the tests of
 * public packages count on what their setup's future methods wrote.
 */
export function runJobsOfSetup(): void {
  for (const job of takeTestJobs(testTransaction())) {
    try {
      job.run();
    } catch (error) {
      if (!isApexError(error)) throw error;
    }
  }
}

function testTransaction(): Transaction {
  const current = transaction();
  if (!current.isTest) throw new TypeException('Test methods may only be called from a test');
  return current;
}

function setMock(interfaceType: ApexType, mock: object): void {
  testTransaction();
  const name = interfaceType.getName();
  if (/^(system\.)?httpcalloutmock$/i.test(name)) setCalloutMock(mock);
  else if (/^(system\.)?webservicemock$/i.test(name)) setWebServiceMock(mock);
  else throw new NotModeled(`Test.setMock(${name}, …)`);
}

definePlatformType({
  namespace: 'System',
  name: 'Test',
  kind: 'class',
  documentation: 'Apex Reference Guide, Test Class',
  members: {
    'static Boolean isRunningTest()': () => transaction().isTest,
    'static void startTest()': startTest,
    'static void stopTest()': stopTest,
    'static void setMock(Type interfaceType, Object instance)': setMock,
    'static void setCurrentPage(System.PageReference page)': setCurrentPage,
    'static void setCurrentPageReference(System.PageReference page)': setCurrentPage,
    'static void testInstall(System.InstallHandler installImplementation, System.Version version)': testInstall,
    'static void testInstall(System.InstallHandler installImplementation, System.Version version, Boolean isPush)':
      testInstall,
    'static void testUninstall(System.UninstallHandler uninstallImplementation)': testUninstall
  }
});

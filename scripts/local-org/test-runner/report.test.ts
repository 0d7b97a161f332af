import { testReport } from './model';
import { reportText } from './report';

/** Far more than it takes, far less than the minutes that it once took. */
const BOUND_MILLISECONDS = 20_000;

/** Processor time of this process: unlike the clock, it does not go on while a busy machine does other things. */
function processorMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('a message of megabytes is shown with its begin and its end, in no time', () => {
  const message = `begin ${'x '.repeat(1_000_000)}end`;
  const report = testReport([{ class: 'A', method: 'b', outcome: 'failed', ms: 1, message }]);
  let text = '';
  expect(processorMilliseconds(() => (text = reportText(report, 1000)))).toBeLessThan(BOUND_MILLISECONDS);
  expect(text).toContain('begin');
  expect(text).toContain('end');
  expect(text).toContain('characters left out');
  expect(text).toContain('0 passed, 1 failed');
});

test('thousands of tests with messages of many lines are shown in no time', () => {
  const message = 'Class.A.b: line 1, column 1\n'.repeat(60);
  const outcomes = Array.from({ length: 3000 }, (_, index) => {
    return { class: 'A', method: `b${index}`, outcome: 'failed' as const, ms: 1, message };
  });
  const report = testReport(outcomes);
  let text = '';
  expect(processorMilliseconds(() => (text = reportText(report, 1000)))).toBeLessThan(BOUND_MILLISECONDS);
  expect(text).toContain('failed A.b2999\n    Class.A.b: line 1');
});

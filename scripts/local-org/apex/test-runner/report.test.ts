import { testReport } from './model';
import { reportText } from './report';

test('a message of megabytes is shown with its begin and its end, in no time', () => {
  const message = `begin ${'x '.repeat(1_000_000)}end`;
  const startedAt = performance.now();
  const text = reportText(testReport([{ class: 'A', method: 'b', outcome: 'failed', ms: 1, message }]), 1000);
  expect(performance.now() - startedAt).toBeLessThan(2000);
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
  const startedAt = performance.now();
  expect(reportText(testReport(outcomes), 1000)).toContain('failed A.b2999\n    Class.A.b: line 1');
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

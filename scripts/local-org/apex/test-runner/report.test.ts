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

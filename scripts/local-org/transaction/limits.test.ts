import { GovernorLimits, LimitExceeded } from './limits';

describe('governor limits ("Execution Governors and Limits", Apex Developer Guide)', () => {
  test.each([
    ['synchronous', 'queries', 100, 'Too many SOQL queries: 101'],
    ['asynchronous', 'queries', 200, 'Too many SOQL queries: 201'],
    ['synchronous', 'dmlRows', 10_000, 'Too many DML rows: 10001'],
    ['asynchronous', 'queueableJobs', 1, 'Too many queueable jobs added to the queue: 2'],
    ['finalizer', 'queueableJobs', 1, 'Too many queueable jobs added to the queue: 2'],
    ['finalizer', 'queries', 100, 'Too many SOQL queries: 101']
  ] as const)('a %s transaction may use %s up to %d', (profile, name, limit, message) => {
    const limits = new GovernorLimits(profile);
    limits.consume(name, limit);
    expect(() => limits.consume(name)).toThrow(new LimitExceeded(message));
    expect(limits.usedOf(name)).toBe(limit + 1);
  });

  test('the tooling itself is counted but not stopped', () => {
    const limits = new GovernorLimits('synchronous', false);
    limits.consume('dmlRows', 20_000);
    expect(limits.usedOf('dmlRows')).toBe(20_000);
  });
});

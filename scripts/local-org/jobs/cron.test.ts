import { CronSchedule } from './cron';

const at = (text: string): number => Date.parse(text);
const iso = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

describe('cron expressions of System.schedule (Apex Developer Guide, "Apex Scheduler")', () => {
  test.each([
    ['0 0 13 * * ?', 'UTC', '2026-03-01T13:00:00Z', '2026-03-02T13:00:00.000Z', 'daily at 1 p.m.'],
    ['0 0 22 ? * 6L', 'UTC', '2026-03-01T00:00:00Z', '2026-03-27T22:00:00.000Z', 'last Friday of the month'],
    ['0 0 10 ? * MON-FRI', 'UTC', '2026-03-06T11:00:00Z', '2026-03-09T10:00:00.000Z', 'weekdays'],
    ['0 30 * * * ?', 'Asia/Kolkata', '2026-03-01T00:10:00Z', '2026-03-01T01:00:00.000Z', 'half-hour zone'],
    [
      '0 0 9 * * ?',
      'Europe/Paris',
      '2026-03-28T12:00:00Z',
      '2026-03-29T07:00:00.000Z',
      'across the change to summer time'
    ],
    ['0 0 0 1 1 ? 2030', 'UTC', '2026-03-01T00:00:00Z', '2030-01-01T00:00:00.000Z', 'a year']
  ])('%s in %s after %s fires at %s: %s', (expression, zone, from, expected) => {
    expect(iso(new CronSchedule(expression, zone).nextAfter(at(from)))).toBe(expected);
  });

  test('counts the days of the week from 1 = Sunday', () => {
    expect(iso(new CronSchedule('0 0 8 ? * 1', 'UTC').nextAfter(at('2026-03-02T00:00:00Z')))).toBe(
      '2026-03-08T08:00:00.000Z'
    );
  });

  test.each(['0 0 13 * *', '0 0 13 * * *', '* * * * * ?', '0 0/5 * * * ?'])('refuses %s', (expression) => {
    expect(() => new CronSchedule(expression, 'UTC')).toThrow(/Invalid cron expression/);
  });
});

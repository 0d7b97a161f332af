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

  test.each([
    ['0 0 13 * *', 'Unexpected end of expression.'],
    ['0 0/5 * * * ?', 'Seconds and minutes must be specified as integers: 0 0/5 * * * ?'],
    ['* 0 0 * * ?', 'Seconds and minutes must be specified as integers: * 0 0 * * ?'],
    ['0 0 13 * * *', 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.'],
    ['0 0 13 ? * ?', "'?' can only be specified for Day-of-Month -OR- Day-of-Week."],
    ['0 60 13 * * ?', 'Minute and Second values must be between 0 and 59'],
    ['0 0 24 * * ?', 'Hour values must be between 0 and 23'],
    ['0 0 0 32 * ?', 'Day of month values must be between 1 and 31'],
    ['0 0 0 1 13 ?', 'Month values must be between 1 and 12'],
    ['0 0 0 ? * 8', 'Day-of-Week values must be between 1 and 7'],
    ['0 0 0 ? * ABC', 'Illegal cron expression format (ABC)']
  ])('refuses %s: %s', (expression, message) => {
    expect(() => new CronSchedule(expression, 'UTC')).toThrow(message);
  });

  test.each(['0 0 0 L * ?', '0 0 0 LW * ?', '0 0 0 15W * ?', '0 0 8/2 * JAN,JUN ?', '0 0 0 ? * 6#3', '0 0 0 ? * FRIL'])(
    'takes %s',
    (expression) => {
      expect(new CronSchedule(expression, 'UTC').nextAfter(at('2026-03-02T00:00:00Z'))).not.toBeNull();
    }
  );
});

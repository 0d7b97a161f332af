import { nextDue, type Schedule } from 'c/nextDue';

// A Sunday.
const NOW = Date.parse('2026-11-22T09:00:00Z');
const next = (schedule: Partial<Schedule>, now = NOW): string | undefined => {
  const due = nextDue({ scheduleKind: 'Daily', scheduleHour: 9, scheduleDay: 1, ...schedule }, now);
  return due === undefined ? undefined : new Date(due).toISOString();
};

it('is due after the moment, never at it', () => {
  expect(next({})).toBe('2026-11-23T09:00:00.000Z');
  expect(next({}, NOW - 1)).toBe('2026-11-22T09:00:00.000Z');
  expect(next({ scheduleHour: 0 })).toBe('2026-11-23T00:00:00.000Z');
});

it('is due at the next full hour when hourly', () => {
  expect(next({ scheduleKind: 'Hourly' }, NOW + 60_000)).toBe('2026-11-22T10:00:00.000Z');
});

it('counts the days of the week from Monday to Sunday', () => {
  expect(next({ scheduleKind: 'Weekly', scheduleDay: 1 })).toBe('2026-11-23T09:00:00.000Z');
  expect(next({ scheduleKind: 'Weekly', scheduleDay: 7 })).toBe('2026-11-29T09:00:00.000Z');
  expect(next({ scheduleKind: 'Weekly', scheduleDay: 6 })).toBe('2026-11-28T09:00:00.000Z');
});

it('is never due on demand', () => {
  expect(next({ scheduleKind: 'Manual' })).toBeUndefined();
});

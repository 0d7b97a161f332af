import type { IntegrationInput } from 'c/wizardTypes';

const HOUR = 3_600_000;
const HOURS_OF_A_WEEK = 24 * 7;

/** What decides when an integration is due. */
export type Schedule = Pick<IntegrationInput, 'scheduleKind' | 'scheduleHour' | 'scheduleDay'>;

/** The next full hour after a moment that a schedule is due at, UTC; nothing for one that runs on demand. */
export function nextDue(schedule: Schedule, moment: number): number | undefined {
  const start = Math.floor(moment / HOUR) * HOUR;
  for (let hours = 1; hours <= HOURS_OF_A_WEEK; hours++) {
    const due = new Date(start + hours * HOUR);
    if (isDue(schedule, due)) {
      return due.getTime();
    }
  }
  return undefined;
}

function isDue({ scheduleKind, scheduleHour, scheduleDay }: Schedule, moment: Date): boolean {
  const isHour = moment.getUTCHours() === scheduleHour;
  switch (scheduleKind) {
    case 'Hourly':
      return true;
    case 'Daily':
      return isHour;
    case 'Weekly':
      // Sunday is 0 in a date, and 7 in a schedule.
      return isHour && moment.getUTCDay() === (scheduleDay ?? 0) % 7;
    default:
      return false;
  }
}

import { Cron } from 'croner';
import { checkCron, lastValue } from './cron-check';

/**
 * A schedule in the platform's seven-field notation: seconds minutes hours day-of-month month day-of-week [year].
 * Days of the week count from 1 = Sunday, and one of the two day fields is `?`.
 * @see "Apex Scheduler", Apex Developer Guide
 */
export class CronSchedule {
  private readonly pattern: Cron;

  /**
   * @param expression as given to `System.schedule`
   * @param timeZone IANA zone of the scheduling user, in which the platform reads the expression
   * @throws StringException for an expression the platform would refuse
   */
  constructor(expression: string, timeZone: string) {
    this.pattern = new Cron(translate(expression), {
      timezone: timeZone,
      paused: true,
      mode: 'auto',
      alternativeWeekdays: true
    });
  }

  /** The next time after `from`, both in milliseconds since the epoch; null when there is none. */
  nextAfter(from: number): number | null {
    return this.pattern.nextRun(new Date(from))?.getTime() ?? null;
  }
}

/** The platform's `?` means any day. */
function translate(expression: string): string {
  checkCron(expression);
  return expression
    .trim()
    .split(/\s+/)
    .slice(0, 7)
    .map((field, index) => (field === '?' ? '*' : withRanges(field, index)))
    .join(' ');
}

/** `8/2` is every second hour from 8 on. */
function withRanges(field: string, index: number): string {
  return field.replace(/(^|,)(\d+)\//g, `$1$2-${lastValue(index)}/`);
}

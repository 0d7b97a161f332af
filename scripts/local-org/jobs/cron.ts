import { Cron } from 'croner';
import { StringException } from '../platform/values/exceptions';

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

function translate(expression: string): string {
  const fields = expression.trim().split(/\s+/);
  if (fields.length < 6 || fields.length > 7) throw invalid(expression, 'it must have 6 or 7 fields');
  const [seconds = '', minutes = '', , dayOfMonth, , dayOfWeek] = fields;
  if (!/^\d{1,2}$/.test(seconds) || !/^\d{1,2}$/.test(minutes)) {
    throw invalid(expression, 'Seconds and minutes must be specified as integers');
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw invalid(expression, "'?' must be specified for exactly one of day-of-month and day-of-week");
  }
  return fields.map((field) => (field === '?' ? '*' : field)).join(' ');
}

function invalid(expression: string, reason: string): Error {
  return new StringException(`Invalid cron expression "${expression}": ${reason}`);
}

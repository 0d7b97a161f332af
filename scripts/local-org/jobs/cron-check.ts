/**
 * What the platform refuses in a cron expression, in the words of its scheduler.
 * @see "Apex Scheduler", Apex Developer Guide; the words are those of Quartz, which the platform passes on
 */
import { StringException } from '../values/exceptions';

/** A field of an expression: its values and the names that stand for them. */
interface CronField {
  readonly first: number;
  readonly last: number;
  readonly range: string;
  readonly names: readonly string[];
  /** What else a value may be. */
  readonly special: RegExp | null;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const field = (
  range: string,
  [first, last]: readonly [number, number],
  names: readonly string[] = [],
  special: RegExp | null = null
): CronField => ({ range, first, last, names, special });

const CLOCK = field('Minute and Second values must be between 0 and 59', [0, 59]);

const FIELDS: readonly CronField[] = [
  CLOCK,
  CLOCK,
  field('Hour values must be between 0 and 23', [0, 23]),
  field('Day of month values must be between 1 and 31', [1, 31], [], /^(\?|L|LW|\d{1,2}W)$/),
  field('Month values must be between 1 and 12', [1, 12], MONTHS),
  field(
    'Day-of-Week values must be between 1 and 7',
    [1, 7],
    DAYS,
    /^(\?|L|([1-7]|[A-Z]{3})L|([1-7]|[A-Z]{3})#[1-5])$/
  ),
  // Documented as 1970 to 2099; tests of public packages schedule for 2100.
  field('Year values must be between 1970 and 2099', [1970, 9999])
];

/** @throws StringException for an expression that `System.schedule` refuses */
export function checkCron(expression: string): void {
  const parts = expression.trim().toUpperCase().split(/\s+/).filter(Boolean);
  if (parts.length < 6) throw new StringException('Unexpected end of expression.');
  const [seconds, minutes, , dayOfMonth, , dayOfWeek] = parts;
  if (![seconds, minutes].every((part) => /^\d{1,2}$/.test(part))) {
    throw new StringException(`Seconds and minutes must be specified as integers: ${expression}`);
  }
  parts.slice(0, FIELDS.length).forEach((part, index) => checkField(part, FIELDS[index]));
  if (dayOfMonth === '?' && dayOfWeek === '?') {
    throw new StringException("'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
  }
  if (dayOfMonth !== '?' && dayOfWeek !== '?') {
    const both = 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.';
    throw new StringException(both);
  }
}

/** The largest value of the field at a position. */
export function lastValue(position: number): number {
  return FIELDS[position].last;
}

function checkField(text: string, cronField: CronField): void {
  for (const entry of text.split(',')) checkEntry(entry, cronField);
}

function checkEntry(entry: string, cronField: CronField): void {
  if (cronField.special?.test(entry)) return;
  const [values, step, ...more] = entry.split('/');
  if (more.length > 0 || (step !== undefined && !/^\d+$/.test(step))) throw illegal(entry);
  if (values === '*') return;
  for (const value of values.split('-')) checkValue(value, cronField);
}

function checkValue(value: string, { names, first, last, range }: CronField): void {
  if (names.includes(value)) return;
  if (!/^\d+$/.test(value)) throw illegal(value);
  if (Number(value) < first || Number(value) > last) throw new StringException(range);
}

function illegal(text: string): Error {
  return new StringException(`Illegal cron expression format (${text})`);
}

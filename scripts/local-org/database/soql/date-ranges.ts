/**
 * The days that a date literal stands for, in the running user's time zone.
 * @see "Date Formats and Date Literals in WHERE", SOQL and SOSL Reference
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm)
 */
import { calendarDay, epochDayOf, MILLISECONDS_PER_DAY } from '../../values/calendar';
import { offsetAt, utcOfLocal } from '../../values/time-zone';
import type { SoqlDateLiteral } from '../../soql/ast';
import type { QueryContext } from './sql';

/** Days since 1970, the end excluded. */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

type Period = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** The days of a literal, seen from the context's now. */
export function daysOf(literal: SoqlDateLiteral, context: QueryContext): DayRange {
  const local = context.now + offsetAt(context.timeZone, context.now);
  return rangeOf(literal.name, literal.count ?? 0, Math.floor(local / MILLISECONDS_PER_DAY));
}

/** The moment a local day begins, in milliseconds UTC. */
export function startOfDay(epochDay: number, timeZone: string): number {
  return utcOfLocal(epochDay * MILLISECONDS_PER_DAY, timeZone);
}

function rangeOf(name: string, count: number, today: number): DayRange {
  switch (name) {
    case 'YESTERDAY':
      return days(today - 1, 1);
    case 'TODAY':
      return days(today, 1);
    case 'TOMORROW':
      return days(today + 1, 1);
    case 'LAST_90_DAYS':
      return days(today - 90, 91);
    case 'NEXT_90_DAYS':
      return days(today + 1, 90);
    // Both ends of "the last n days" count, and today with them; "the next n days" begin tomorrow.
    case 'LAST_N_DAYS':
      return days(today - count, count + 1);
    case 'NEXT_N_DAYS':
      return days(today + 1, count);
    case 'N_DAYS_AGO':
      return days(today - count, 1);
    default:
      return periodRange(name, count, today);
  }
}

function days(start: number, length: number): DayRange {
  return { start, end: start + length };
}

/** Fiscal periods equal calendar periods: the org's fiscal year begins in January. */
function periodRange(name: string, count: number, today: number): DayRange {
  const match = /^(LAST|THIS|NEXT|N|LAST_N|NEXT_N)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)S?(?:_AGO)?$/.exec(name);
  if (!match) throw new Error(`${name} is no date literal.`);
  const period = match[2] as Period;
  const at = (steps: number): number => shift(startOfPeriod(today, period), period, steps);
  switch (match[1]) {
    case 'LAST':
      return { start: at(-1), end: at(0) };
    case 'THIS':
      return { start: at(0), end: at(1) };
    case 'NEXT':
      return { start: at(1), end: at(2) };
    case 'N':
      return { start: at(-count), end: at(1 - count) };
    case 'LAST_N':
      return { start: at(-count), end: at(0) };
    default:
      return { start: at(1), end: at(1 + count) };
  }
}

/** Weeks begin on Sunday, as in the locale en_US. */
function startOfPeriod(day: number, period: Period): number {
  if (period === 'WEEK') return day - ((((day + 4) % 7) + 7) % 7);
  const { year, month } = calendarDay(day);
  if (period === 'MONTH') return epochDayOf(year, month, 1);
  return period === 'QUARTER' ? epochDayOf(year, month - ((month - 1) % 3), 1) : epochDayOf(year, 1, 1);
}

const MONTHS: Readonly<Record<Period, number>> = { DAY: 0, WEEK: 0, MONTH: 1, QUARTER: 3, YEAR: 12 };

function shift(start: number, period: Period, steps: number): number {
  if (period === 'WEEK') return start + 7 * steps;
  const { year, month } = calendarDay(start);
  const months = year * 12 + (month - 1) + steps * MONTHS[period];
  return epochDayOf(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
}

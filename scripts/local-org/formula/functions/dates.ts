/** Functions of dates and times. @see "Formula Operators and Functions", Salesforce Help */
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { ApexTime } from '../../values/time';
import { daysInMonth, epochDayOf, MILLISECONDS_PER_DAY, padded } from '../../values/calendar';
import type { FormulaScope } from '../evaluate';
import { FormulaError } from '../formula-error';
import { nameOf, numberOf, textOf, wholeOf, type FormulaValue } from '../values';
import { valued, type FormulaFunction } from './function';

const integer = (value: number): Decimal => Decimal.fromInteger(value);

function dateOf(value: FormulaValue): ApexDate | null {
  if (value === null || value instanceof ApexDate) return value;
  throw new FormulaError(`Incorrect parameter type: Expected Date, received ${nameOf(value)}`);
}

function timeOf(value: FormulaValue): ApexTime | null {
  if (value === null || value instanceof ApexTime) return value;
  throw new FormulaError(`Incorrect parameter type: Expected Time, received ${nameOf(value)}`);
}

function ofDate(body: (date: ApexDate) => FormulaValue): FormulaFunction {
  return valued(1, ([operand]) => {
    const date = dateOf(operand);
    return date === null ? null : body(date);
  });
}

function ofTime(body: (time: ApexTime) => number): FormulaFunction {
  return valued(1, ([operand]) => {
    const time = timeOf(operand);
    return time === null ? null : integer(body(time));
  });
}

function today({ now, timeZone }: FormulaScope): ApexDate {
  return new ApexDatetime(now).dateIn(timeZone);
}

function madeDate(year: number, month: number, day: number): ApexDate {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!isDay || year < 1) throw new FormulaError('DATE: there is no such day');
  return ApexDate.of(year, month, day);
}

/** "ADDMONTHS": the last day of a month stays the last day. */
function addedMonths(date: ApexDate, months: number): ApexDate {
  const added = date.addMonths(months);
  const isLast = date.day() === daysInMonth(date.year(), date.month());
  return isLast ? ApexDate.of(added.year(), added.month(), daysInMonth(added.year(), added.month())) : added;
}

/** Monday is 1, Sunday 7. */
function isoDay(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** Year and week by ISO 8601: the week belongs to the year of its Thursday. */
function isoWeek(date: ApexDate): { year: number; week: number } {
  const thursday = date.epochDay - isoDay(date.epochDay) + 4;
  const year = new ApexDate(thursday).year();
  return { year, week: Math.floor((thursday - epochDayOf(year, 1, 1)) / 7) + 1 };
}

function dateValue(value: FormulaValue, { timeZone }: FormulaScope): ApexDate | null {
  if (value === null || value === '') return null;
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.dateIn(timeZone);
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(textOf(value)) ?? [];
  if (year === undefined) throw new FormulaError(`DATEVALUE: ${textOf(value)} is no date`);
  return madeDate(Number(year), Number(month), Number(day));
}

function datetimeValue(value: FormulaValue): ApexDatetime | null {
  if (value === null || value === '') return null;
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.epochDay * MILLISECONDS_PER_DAY);
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})Z?$/.exec(textOf(value)) ?? [];
  if (day === undefined) throw new FormulaError(`DATETIMEVALUE: ${textOf(value)} is no date and time`);
  return new ApexDatetime(Date.parse(`${day}T${time}Z`));
}

function timeValue(value: FormulaValue, { timeZone }: FormulaScope): ApexTime | null {
  if (value === null || value === '') return null;
  if (value instanceof ApexTime) return value;
  if (value instanceof ApexDatetime) return value.timeIn(timeZone);
  const [, hour, minute, second, rest = '0'] = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?$/.exec(textOf(value)) ?? [];
  if (hour === undefined) throw new FormulaError(`TIMEVALUE: ${textOf(value)} is no time`);
  return ApexTime.of(Number(hour), Number(minute), Number(second), Number(rest));
}

const SECONDS_PER_DAY = 86_400;

/** "FORMATDURATION": `HH:MI:SS`, of two moments or of seconds; with days as `DD:HH:MI:SS`. */
function formatDuration([first, second]: readonly FormulaValue[]): string | null {
  if (first === null) return null;
  const isSpan = second instanceof ApexDatetime || second instanceof ApexTime;
  const seconds = isSpan ? spanOf(first, second) : Math.abs(numberOf(first)?.intValue() ?? 0);
  const withDays = second instanceof ApexDatetime || second === true;
  const days = withDays ? Math.floor(seconds / SECONDS_PER_DAY) : 0;
  const rest = seconds - days * SECONDS_PER_DAY;
  const parts = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return (withDays ? [days, ...parts] : parts).map((part) => padded(part, 2)).join(':');
}

function spanOf(first: FormulaValue, second: ApexDatetime | ApexTime): number {
  if (!(first instanceof ApexDatetime || first instanceof ApexTime)) {
    throw new FormulaError('FORMATDURATION needs two moments of one kind');
  }
  return Math.abs(Math.trunc((first.milliseconds - second.milliseconds) / 1000));
}

export const DATES: Readonly<Record<string, FormulaFunction>> = {
  ADDMONTHS: valued(2, ([moment, months]) => {
    const count = wholeOf(months);
    if (moment === null || count === null) return null;
    if (!(moment instanceof ApexDatetime)) return addedMonths(dateOf(moment) as ApexDate, count);
    const day = Math.floor(moment.milliseconds / MILLISECONDS_PER_DAY);
    const shifted = addedMonths(new ApexDate(day), count).epochDay - day;
    return new ApexDatetime(moment.milliseconds + shifted * MILLISECONDS_PER_DAY);
  }),
  DATE: valued(3, (parts) => {
    const [year, month, day] = parts.map(wholeOf);
    return year === null || month === null || day === null ? null : madeDate(year, month, day);
  }),
  DATEVALUE: valued(1, ([operand], scope) => dateValue(operand, scope)),
  DATETIMEVALUE: valued(1, ([operand]) => datetimeValue(operand)),
  DAY: ofDate((date) => integer(date.day())),
  DAYOFYEAR: ofDate((date) => integer(date.epochDay - epochDayOf(date.year(), 1, 1) + 1)),
  FORMATDURATION: valued([1, 2], formatDuration),
  FROMUNIXTIME: valued(1, ([operand]) => {
    const seconds = numberOf(operand);
    return seconds === null ? null : new ApexDatetime(Math.round(seconds.toNumber() * 1000));
  }),
  HOUR: ofTime((time) => time.hour()),
  ISOWEEK: ofDate((date) => integer(isoWeek(date).week)),
  ISOYEAR: ofDate((date) => integer(isoWeek(date).year)),
  MILLISECOND: ofTime((time) => time.millisecond()),
  MINUTE: ofTime((time) => time.minute()),
  MONTH: ofDate((date) => integer(date.month())),
  NOW: valued(0, (_values, { now }) => new ApexDatetime(now)),
  SECOND: ofTime((time) => time.second()),
  TIMENOW: valued(0, (_values, { now, timeZone }) => new ApexDatetime(now).timeIn(timeZone)),
  TIMEVALUE: valued(1, ([operand], scope) => timeValue(operand, scope)),
  TODAY: valued(0, (_values, scope) => today(scope)),
  UNIXTIMESTAMP: valued(1, ([operand]) => {
    if (operand instanceof ApexTime) return integer(Math.floor(operand.milliseconds / 1000));
    const moment = datetimeValue(operand);
    return moment === null ? null : integer(Math.floor(moment.milliseconds / 1000));
  }),
  // Sunday is 1.
  WEEKDAY: ofDate((date) => integer((isoDay(date.epochDay) % 7) + 1)),
  YEAR: ofDate((date) => integer(date.year()))
};

import { definePlatformType } from '../../../declarations/define';
import { daysInMonth, isLeapYear } from '../../../values/calendar';
import { ApexDate } from '../../../values/date';
import { ApexDatetime } from '../../../values/datetime';
import { TypeException } from '../../../values/exceptions';
import { stringOf } from '../../../values/text';
import { required } from '../../../declarations/arguments';
import { objectMembers } from '../object';
import { now, userLocale, userTimeZone } from '../running-user';
import { parseDate, parseLocalDate } from './parse';

definePlatformType({
  namespace: 'System',
  name: 'Date',
  kind: 'class',
  javaScriptClass: ApexDate,
  documentation: 'Date Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'Date addDays(Integer additionalDays)': (self: ApexDate, days: number | null) => self.addDays(required(days, 1)),
    'Date addMonths(Integer additionalMonths)': (self: ApexDate, months: number | null) =>
      self.addMonths(required(months, 1)),
    'Date addYears(Integer additionalYears)': (self: ApexDate, years: number | null) =>
      self.addMonths(required(years, 1) * 12),
    'Integer day()': (self: ApexDate) => self.day(),
    'Integer dayOfYear()': (self: ApexDate) => self.epochDay - ApexDate.of(self.year(), 1, 1).epochDay + 1,
    'Integer daysBetween(Date secondDate)': (self: ApexDate, other: ApexDate | null) =>
      required(other, 1).epochDay - self.epochDay,
    'static Integer daysInMonth(Integer year, Integer month)': (year: number | null, month: number | null) =>
      daysInMonth(required(year, 1), required(month, 2)),
    'String format()': (self: ApexDate) => shortDate(self),
    'static Boolean isLeapYear(Integer year)': (year: number | null) => isLeapYear(required(year, 1)),
    'Boolean isSameDay(Date dateToCompare)': (self: ApexDate, other: ApexDate | null) =>
      self.epochDay === required(other, 1).epochDay,
    'Integer month()': (self: ApexDate) => self.month(),
    'Integer monthsBetween(Date secondDate)': (self: ApexDate, other: ApexDate | null) =>
      monthsBetween(self, required(other, 1)),
    'static Date newInstance(Integer year, Integer month, Integer day)': (
      year: number | null,
      month: number | null,
      day: number | null
    ) => ApexDate.of(required(year, 1), required(month, 2), required(day, 3)),
    'static Date parse(String stringDate)': (text: string | null) => parseLocalDate(required(text, 1)),
    'static Date today()': () => new ApexDatetime(now()).dateIn(userTimeZone()),
    'Date toStartOfMonth()': (self: ApexDate) => self.addDays(1 - self.day()),
    'Date toStartOfWeek()': (self: ApexDate) => self.addDays(-((self.dayOfWeek() - firstDayOfWeek() + 7) % 7)),
    'static Date valueOf(String stringDate)': (text: string | null) => parseDate(required(text, 1)),
    'static Date valueOf(Object fieldValue)': (value: unknown) => dateOf(required(value, 1)),
    'Integer year()': (self: ApexDate) => self.year()
  }
});

function monthsBetween(from: ApexDate, to: ApexDate): number {
  return (to.year() - from.year()) * 12 + to.month() - from.month();
}

function dateOf(value: unknown): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.dateIn(userTimeZone());
  if (typeof value === 'string') return parseDate(value);
  throw new TypeException(`Invalid date: ${stringOf(value)}`);
}

/** The short date of the running user's locale, with all digits of the year. */
export function shortDate(date: ApexDate): string {
  const format = new Intl.DateTimeFormat(userLocale(), {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC'
  });
  return format.format(date.epochDay * 86_400_000);
}

interface WeekInfo {
  readonly firstDay: number;
  readonly minimalDays: number;
}

/** First day and shortest first week of a locale's calendar. */
export function weekInfo(locale: string): WeekInfo {
  const info = new Intl.Locale(locale) as unknown as { weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo };
  return info.getWeekInfo?.() ?? info.weekInfo ?? { firstDay: 7, minimalDays: 1 };
}

function firstDayOfWeek(): number {
  return weekInfo(userLocale()).firstDay % 7;
}

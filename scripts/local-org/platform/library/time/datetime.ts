import { definePlatformType, type Implementation } from '../../../declarations/define';
import { ApexDate } from '../../../values/date';
import { ApexDatetime } from '../../../values/datetime';
import { TypeException } from '../../../values/exceptions';
import { stringOf } from '../../../values/text';
import { ApexTime } from '../../../values/time';
import { required } from '../../../declarations/arguments';
import { objectMembers } from '../object';
import { now, userLocale, userTimeZone } from '../running-user';
import { formatDatetime } from './date-format';
import { parseDatetime, parseLocalDatetime } from './parse';
import { javaTimeZone } from './zones';

/** Parts of a date and time, read on local clocks and on those of GMT. */
const PARTS: Record<string, (date: ApexDate, time: ApexTime) => number> = {
  year: (date) => date.year(),
  month: (date) => date.month(),
  day: (date) => date.day(),
  dayOfYear: (date) => date.epochDay - ApexDate.of(date.year(), 1, 1).epochDay + 1,
  hour: (_, time) => time.hour(),
  minute: (_, time) => time.minute(),
  second: (_, time) => time.second(),
  millisecond: (_, time) => time.millisecond()
};

function partMembers(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const [name, read] of Object.entries(PARTS)) {
    members[`Integer ${name}()`] = (self: ApexDatetime) => partIn(self, userTimeZone(), read);
    members[`Integer ${name}Gmt()`] = (self: ApexDatetime) => partIn(self, 'UTC', read);
  }
  return members;
}

function partIn(self: ApexDatetime, zone: string, read: (date: ApexDate, time: ApexTime) => number): number {
  return read(self.dateIn(zone), self.timeIn(zone));
}

/** `newInstance` on local clocks, `newInstanceGmt` on those of GMT. */
function creators(name: string, zone: () => string): Record<string, Implementation> {
  const create = (date: ApexDate, time: ApexTime): ApexDatetime =>
    ApexDatetime.ofLocal(date, time.milliseconds, zone());
  return {
    [`static Datetime ${name}(Date dateValue, Time timeValue)`]: (date: ApexDate | null, time: ApexTime | null) =>
      create(required(date, 1), required(time, 2)),
    [`static Datetime ${name}(Integer year, Integer month, Integer day)`]: (year: number, month: number, day: number) =>
      create(ApexDate.of(required(year, 1), required(month, 2), required(day, 3)), new ApexTime(0)),
    [`static Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]:
      (year: number, month: number, day: number, hour: number, minute: number, second: number) => {
        const date = ApexDate.of(required(year, 1), required(month, 2), required(day, 3));
        const milliseconds = ((required(hour, 4) * 60 + required(minute, 5)) * 60 + required(second, 6)) * 1000;
        return ApexDatetime.ofLocal(date, milliseconds, zone());
      }
  };
}

definePlatformType({
  namespace: 'System',
  name: 'Datetime',
  kind: 'class',
  javaScriptClass: ApexDatetime,
  documentation: 'Datetime Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    ...partMembers(),
    ...creators('newInstance', userTimeZone),
    ...creators('newInstanceGmt', () => 'UTC'),
    'static Datetime newInstance(Long milliseconds)': (milliseconds: bigint | null) =>
      new ApexDatetime(Number(required(milliseconds, 1))),
    'Datetime addDays(Integer additionalDays)': (self: ApexDatetime, days: number | null) =>
      plus(self, days, 86_400_000),
    'Datetime addHours(Integer additionalHours)': (self: ApexDatetime, hours: number | null) =>
      plus(self, hours, 3_600_000),
    'Datetime addMinutes(Integer additionalMinutes)': (self: ApexDatetime, minutes: number | null) =>
      plus(self, minutes, 60_000),
    'Datetime addSeconds(Integer additionalSeconds)': (self: ApexDatetime, seconds: number | null) =>
      plus(self, seconds, 1000),
    'Datetime addMonths(Integer additionalMonths)': (self: ApexDatetime, months: number | null) =>
      plusMonths(self, required(months, 1)),
    'Datetime addYears(Integer additionalYears)': (self: ApexDatetime, years: number | null) =>
      plusMonths(self, required(years, 1) * 12),
    'Date date()': (self: ApexDatetime) => self.dateIn(userTimeZone()),
    'Date dateGmt()': (self: ApexDatetime) => self.dateIn('UTC'),
    'Time time()': (self: ApexDatetime) => self.timeIn(userTimeZone()),
    'Time timeGmt()': (self: ApexDatetime) => self.timeIn('UTC'),
    'String format()': (self: ApexDatetime) => localText(self, { timeStyle: 'short' }),
    'String format(String dateFormatString)': (self: ApexDatetime, pattern: string | null) =>
      formatDatetime(self, required(pattern, 1), userTimeZone(), userLocale()),
    'String format(String dateFormatString, String timezone)': (
      self: ApexDatetime,
      pattern: string | null,
      zone: string | null
    ) => formatDatetime(self, required(pattern, 1), zone === null ? userTimeZone() : javaTimeZone(zone), userLocale()),
    'String formatGmt(String dateFormatString)': (self: ApexDatetime, pattern: string | null) =>
      formatDatetime(self, required(pattern, 1), 'GMT', userLocale()),
    'String formatLong()': (self: ApexDatetime) => localText(self, { timeStyle: 'long' }),
    'Long getTime()': (self: ApexDatetime) => BigInt(self.milliseconds),
    'Boolean isSameDay(Datetime dateToCompare)': (self: ApexDatetime, other: ApexDatetime | null) =>
      self.dateIn(userTimeZone()).epochDay === required(other, 1).dateIn(userTimeZone()).epochDay,
    'static Datetime now()': () => new ApexDatetime(now()),
    'static Datetime parse(String datetimeString)': (text: string | null) =>
      parseLocalDatetime(required(text, 1), userTimeZone()),
    'static Datetime valueOf(String dateTimeString)': (text: string | null) =>
      parseDatetime(required(text, 1), userTimeZone()),
    'static Datetime valueOf(Object fieldValue)': (value: unknown) => datetimeOf(required(value, 1)),
    'static Datetime valueOfGmt(String dateTimeString)': (text: string | null) =>
      parseDatetime(required(text, 1), 'UTC')
  }
});

function plus(self: ApexDatetime, amount: number | null, unit: number): ApexDatetime {
  return new ApexDatetime(self.milliseconds + required(amount, 1) * unit);
}

function plusMonths(self: ApexDatetime, months: number): ApexDatetime {
  const zone = userTimeZone();
  return ApexDatetime.ofLocal(self.dateIn(zone).addMonths(months), self.timeIn(zone).milliseconds, zone);
}

function datetimeOf(value: unknown): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return ApexDatetime.ofLocal(value, 0, userTimeZone());
  if (typeof value === 'string') return parseDatetime(value, userTimeZone());
  if (typeof value === 'bigint') return new ApexDatetime(Number(value));
  throw new TypeException(`Invalid date/time: ${stringOf(value)}`);
}

/** Date and time as the running user's locale writes them, with all digits of the year. */
function localText(self: ApexDatetime, { timeStyle }: { timeStyle: 'short' | 'long' }): string {
  const format = new Intl.DateTimeFormat(userLocale(), {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...(timeStyle === 'long' ? { second: '2-digit', timeZoneName: 'short' } : {}),
    timeZone: userTimeZone()
  });
  return format.format(self.milliseconds).replaceAll('\u202f', ' ');
}

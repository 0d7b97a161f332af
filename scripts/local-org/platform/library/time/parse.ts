/** Texts that become dates and times. */
import { daysInMonth } from '../../../values/calendar';
import { ApexDate } from '../../../values/date';
import { ApexDatetime } from '../../../values/datetime';
import { TypeException } from '../../../values/exceptions';
import { userLocale } from '../running-user';

/**
 * `Date.valueOf(String)`: begins with `yyyy-MM-dd`; what follows is not looked at, and months and days beyond the last
 * run over into the next, both as with Java's lenient `DateFormat.parse(String)`.
 */
export function parseDate(text: string): ApexDate {
  const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  return dateOf(match) ?? invalidDate(text);
}

/** `Datetime.valueOf(String)`: begins with `yyyy-MM-dd HH:mm:ss` on clocks of `zone`; the rest is not looked at. */
export function parseDatetime(text: string, zone: string): ApexDatetime {
  const match = /^(\d{1,4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  const date = dateOf(match);
  if (!match || !date) return invalidDatetime(text);
  const [hour, minute, second] = match.slice(4, 7).map(Number);
  return ApexDatetime.ofLocal(date, ((hour * 60 + minute) * 60 + second) * 1000, zone);
}

/** `Date.parse(String)`: the short date of the running user's locale. */
export function parseLocalDate(text: string): ApexDate {
  const parts = /^\s*(\d{1,4})[/.-]\s?(\d{1,2})[/.-]\s?(\d{1,4})\.?\s*$/.exec(text);
  if (!parts) return invalidDate(text);
  const order = localeOrder();
  const value = (part: string): number => Number(parts[1 + order.indexOf(part)]);
  return checkedDate(value('year'), value('month'), value('day')) ?? invalidDate(text);
}

/** `Datetime.parse(String)`: the short date and time of the running user's locale and time zone. */
export function parseLocalDatetime(text: string, zone: string): ApexDatetime {
  const match = /^(\S+?),? (\d{1,2}):(\d{2})(?::(\d{2}))?(?:[ \u202f]([AaPp])[Mm])?$/.exec(text.trim());
  if (!match) return invalidDatetime(text);
  const [, date, hours, minutes, seconds = '0', half] = match;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const time = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return ApexDatetime.ofLocal(parseLocalDate(date), time, zone);
}

function localeOrder(): string[] {
  const format = new Intl.DateTimeFormat(userLocale(), { year: 'numeric', month: 'numeric', day: 'numeric' });
  return format
    .formatToParts(0)
    .map((part) => part.type as string)
    .filter((type) => type !== 'literal');
}

function dateOf(match: RegExpExecArray | null): ApexDate | null {
  return match ? ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function checkedDate(year: number, month: number, day: number): ApexDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return ApexDate.of(year, month, day);
}

function invalidDate(text: string): never {
  throw new TypeException(`Invalid date: ${text}`);
}

function invalidDatetime(text: string): never {
  throw new TypeException(`Invalid date/time: ${text}`);
}

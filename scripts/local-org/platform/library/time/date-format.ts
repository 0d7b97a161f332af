/** `Datetime.format(pattern)`: the pattern language of `java.text.SimpleDateFormat`. */
import { NotModeled } from '../../../values/not-modeled';
import { padded } from '../../../values/calendar';
import { ApexDate } from '../../../values/date';
import type { ApexDatetime } from '../../../values/datetime';
import { IllegalArgumentException } from '../../../values/exceptions';
import type { ApexTime } from '../../../values/time';
import { offsetAt } from '../../../values/time-zone';
import { weekInfo } from './date';

interface Moment {
  readonly datetime: ApexDatetime;
  readonly date: ApexDate;
  readonly time: ApexTime;
  readonly zone: string;
  readonly locale: string;
}

type Field = (moment: Moment, count: number) => string;

const number =
  (read: (moment: Moment) => number): Field =>
  (moment, count) =>
    padded(read(moment), count);

const FIELDS: Record<string, Field> = {
  G: (moment, count) => localName(moment, { era: count > 3 ? 'long' : 'short' }, 'era'),
  y: ({ date }, count) => yearText(date.year(), count),
  Y: ({ date, locale }, count) => yearText(weekOf(date, locale).year, count),
  M: monthText,
  L: monthText,
  w: number(({ date, locale }) => weekOf(date, locale).week),
  W: number(({ date, locale }) => weekOfMonth(date, locale)),
  D: number(({ date }) => date.epochDay - ApexDate.of(date.year(), 1, 1).epochDay + 1),
  d: number(({ date }) => date.day()),
  F: number(({ date }) => Math.ceil(date.day() / 7)),
  E: (moment, count) => localName(moment, { weekday: count > 3 ? 'long' : 'short' }, 'weekday'),
  u: number(({ date }) => date.dayOfWeek() || 7),
  a: (moment) => localName(moment, { hour: 'numeric', hourCycle: 'h12' }, 'dayPeriod'),
  H: number(({ time }) => time.hour()),
  k: number(({ time }) => time.hour() || 24),
  K: number(({ time }) => time.hour() % 12),
  h: number(({ time }) => time.hour() % 12 || 12),
  m: number(({ time }) => time.minute()),
  s: number(({ time }) => time.second()),
  S: number(({ time }) => time.millisecond()),
  z: zoneName,
  Z: ({ zone, datetime }) => offsetText(offsetAt(zone, datetime.milliseconds), ''),
  X: isoOffset
};

/**
 * Writes an instant by a pattern.
 * @param zone IANA name
 * @throws IllegalArgumentException as Java words it for a malformed pattern
 */
export function formatDatetime(datetime: ApexDatetime, pattern: string, zone: string, locale: string): string {
  const moment = { datetime, date: datetime.dateIn(zone), time: datetime.timeIn(zone), zone, locale };
  return tokens(pattern)
    .map((token) => (token.literal ? token.text : fieldText(moment, token.text)))
    .join('');
}

function fieldText(moment: Moment, letters: string): string {
  const field = FIELDS[letters[0]];
  if (!field) throw new IllegalArgumentException(`Illegal pattern character '${letters[0]}'`);
  return field(moment, letters.length);
}

function tokens(pattern: string): { text: string; literal: boolean }[] {
  const found: { text: string; literal: boolean }[] = [];
  for (const [text] of pattern.matchAll(/''|'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (text === "''") found.push({ text: "'", literal: true });
    else if (text.startsWith("'")) found.push({ text: quoted(text), literal: true });
    else found.push({ text, literal: !/^[A-Za-z]/.test(text) });
  }
  return found;
}

function quoted(text: string): string {
  if (text.length < 2 || !text.endsWith("'")) throw new IllegalArgumentException('Unterminated quote');
  return text.slice(1, -1).replaceAll("''", "'");
}

function yearText(year: number, count: number): string {
  return count === 2 ? padded(year % 100, 2) : padded(year, count);
}

function monthText(moment: Moment, count: number): string {
  if (count < 3) return padded(moment.date.month(), count);
  return localName(moment, { month: count > 3 ? 'long' : 'short', day: 'numeric' }, 'month');
}

const names = new Map<string, Intl.DateTimeFormat>();

function localName(moment: Moment, options: Intl.DateTimeFormatOptions, part: string): string {
  const key = `${moment.locale} ${JSON.stringify(options)}`;
  let format = names.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(moment.locale, { ...options, timeZone: 'UTC' });
    names.set(key, format);
  }
  const parts = format.formatToParts(moment.date.epochDay * 86_400_000 + moment.time.milliseconds);
  return parts.find(({ type }) => type === part)?.value ?? '';
}

/** Java's own table of short names is not available: only those that Intl knows as names are given. */
function zoneName({ datetime, zone }: Moment, count: number): string {
  if (zone === 'UTC' || zone === 'GMT') return count > 3 ? longUtcName(zone) : zone;
  const style = count > 3 ? 'long' : 'short';
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style });
  const minute = Math.floor(datetime.milliseconds / 60_000) * 60_000;
  const name = format.formatToParts(minute).find((part) => part.type === 'timeZoneName')?.value ?? zone;
  if (name.startsWith('GMT')) throw new NotModeled(`the short name of the time zone ${zone} in Datetime.format`);
  return name;
}

function longUtcName(zone: string): string {
  return zone === 'UTC' ? 'Coordinated Universal Time' : 'Greenwich Mean Time';
}

/** `+hhmm` with something between hours and minutes. */
export function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  return `${sign}${padded(Math.floor(minutes / 60), 2)}${separator}${padded(minutes % 60, 2)}`;
}

function isoOffset({ zone, datetime }: Moment, count: number): string {
  const offset = offsetAt(zone, datetime.milliseconds);
  if (offset === 0) return 'Z';
  if (count > 3) throw new IllegalArgumentException('invalid ISO 8601 format: length=' + count);
  const text = offsetText(offset, count === 3 ? ':' : '');
  return count === 1 ? text.slice(0, 3) : text;
}

/** Week and week year by the locale's first day and shortest first week, as `java.util.Calendar` counts them. */
function weekOf(date: ApexDate, locale: string): { week: number; year: number } {
  const year = date.year();
  const next = firstWeekStart(year + 1, locale);
  if (date.epochDay >= next) return { week: 1 + Math.floor((date.epochDay - next) / 7), year: year + 1 };
  const start = firstWeekStart(year, locale);
  if (date.epochDay >= start) return { week: 1 + Math.floor((date.epochDay - start) / 7), year };
  const previous = firstWeekStart(year - 1, locale);
  return { week: 1 + Math.floor((date.epochDay - previous) / 7), year: year - 1 };
}

function firstWeekStart(year: number, locale: string): number {
  return firstWeekFrom(ApexDate.of(year, 1, 1), locale);
}

function firstWeekFrom(first: ApexDate, locale: string): number {
  const { firstDay, minimalDays } = weekInfo(locale);
  const intoWeek = (first.dayOfWeek() - (firstDay % 7) + 7) % 7;
  const start = first.epochDay - intoWeek;
  return 7 - intoWeek >= minimalDays ? start : start + 7;
}

function weekOfMonth(date: ApexDate, locale: string): number {
  const start = firstWeekFrom(date.addDays(1 - date.day()), locale);
  return date.epochDay < start ? 0 : 1 + Math.floor((date.epochDay - start) / 7);
}

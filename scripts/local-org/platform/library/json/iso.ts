/** ISO 8601 dates and times as JSON carries them. */
import { daysInMonth, MILLISECONDS_PER_DAY } from '../../../values/calendar';
import { ApexDate } from '../../../values/date';
import { ApexDatetime } from '../../../values/datetime';
import { ApexTime } from '../../../values/time';

const DATE = /^([+-]?\d{4,})-(\d{2})-(\d{2})/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?/;

/** A date, also the one a date-time begins with; null when malformed. */
export function parseIsoDate(text: string): ApexDate | null {
  const match = /^([+-]?\d{4,})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  return match ? dateOf(match) : null;
}

/** A date-time with zone, or in UTC without one; null when malformed. */
export function parseIsoDatetime(text: string): ApexDatetime | null {
  const dateMatch = DATE.exec(text);
  const date = dateMatch && dateOf(dateMatch);
  if (!dateMatch || !date) return null;
  const start = date.epochDay * MILLISECONDS_PER_DAY;
  const rest = text.slice(dateMatch[0].length);
  if (rest === '') return new ApexDatetime(start);
  const timeMatch = TIME.exec(rest.slice(1));
  if (!/^[T ]/.test(rest) || !timeMatch) return null;
  const offset = offsetOf(rest.slice(1 + timeMatch[0].length));
  const time = timeOf(timeMatch);
  return offset === null || time === null ? null : new ApexDatetime(start + time - offset);
}

/** A time of day; null when malformed. */
export function parseIsoTime(text: string): ApexTime | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const offset = offsetOf(text.slice(match[0].length));
  const time = timeOf(match);
  return offset === null || time === null ? null : new ApexTime(time - offset);
}

function dateOf(match: RegExpExecArray): ApexDate | null {
  const [year, month, day] = match.slice(1, 4).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? ApexDate.of(year, month, day)
    : null;
}

function timeOf(match: RegExpExecArray): number | null {
  const [, hour, minute, second = '0', fraction = '0'] = match;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
}

function offsetOf(text: string): number | null {
  if (text === '' || text === 'Z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!match) return null;
  const [, sign, hours, minutes = '0'] = match;
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
}

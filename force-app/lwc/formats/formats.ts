import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Puts values into the places {0}, {1} … of a label. A value is never read as a label: `{1}` in it stays as it is. */
export function fill(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}

/** The label for one or for many, as the language counts (in French, none is one), with the numbers filled in. */
export function fillCount(count: number, one: string, many: string, ...more: number[]): string {
  const isOne = new Intl.PluralRules(locale).select(count) === 'one';
  return fill(isOne ? one : many, ...[count, ...more].map(formatCount));
}

/** A number with the separators of the user's locale. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** A number as text, with the separators of the user's locale and all its digits behind the point. */
export function formatNumber(value: string): string {
  const number = Number(value);
  return Number.isNaN(number) ? value : new Intl.NumberFormat(locale, { maximumFractionDigits: 18 }).format(number);
}

/** A date without a time, such as `2026-11-22`. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** A share of one as a whole percentage; what is more than nothing is never none. */
export function formatShare(share: number): string {
  const shown = share > 0 ? Math.max(share, 0.01) : 0;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(shown);
}

/** A number of some unit, as `Intl.NumberFormat` names it, in its short form: `1,800 ms`. */
export function formatUnit(value: number, unit: string): string {
  return inUnit(value, unit, 0);
}

/** A duration in its two largest units: `0.4 sec`, `12 sec`, `2 min 5 sec`, `1 hr 3 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10 * SECOND) {
    return inUnit(milliseconds / SECOND, 'second', 1);
  }
  const whole = Math.round(milliseconds / SECOND) * SECOND;
  if (whole < MINUTE) {
    return inUnit(whole / SECOND, 'second', 0);
  }
  return whole < HOUR
    ? inTwoUnits(whole, MINUTE, 'minute', SECOND, 'second')
    : inTwoUnits(whole, HOUR, 'hour', MINUTE, 'minute');
}

/** Date and time in UTC, to the second: the zone that runs are logged in. */
export function formatUtc(moment: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(moment)
  );
}

/** Date and time in the user's own zone, which it names. */
export function formatLocal(moment: string): string {
  return `${inZone(moment, timeZone)} (${timeZone})`;
}

/** Date and time in UTC and in the user's own zone, for hovering over a time. */
export function formatBothZones(moment: string): string {
  return `${inZone(moment, 'UTC')} UTC – ${formatLocal(moment)}`;
}

/** The time of a moment today or tomorrow, in UTC: `14:05 UTC`. */
export function formatClock(moment: string): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(locale, clock).format(new Date(moment))} UTC`;
}

function inZone(moment: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(moment)
  );
}

function inTwoUnits(value: number, size: number, unit: string, restSize: number, restUnit: string): string {
  const rest = Math.floor((value % size) / restSize);
  const first = inUnit(Math.floor(value / size), unit, 0);
  return rest === 0 ? first : `${first} ${inUnit(rest, restUnit, 0)}`;
}

function inUnit(value: number, unit: string, digits: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits
  }).format(value);
}

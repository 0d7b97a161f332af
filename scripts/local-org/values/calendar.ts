/** Day arithmetic on the Gregorian calendar, without time zones. */

export const MILLISECONDS_PER_DAY = 86_400_000;

/** Year, month (1 to 12) and day of month. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01; months and days beyond their range carry over, as the platform lets them. */
export function epochDayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / MILLISECONDS_PER_DAY);
}

/** The calendar day of a number of days since 1970-01-01. */
export function calendarDay(epochDay: number): CalendarDay {
  const date = new Date(epochDay * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether a year has a 29th of February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days a month has; January is 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (isLeapYear(year) ? 0 : 1), month, 0)).getUTCDate();
}

/** The same day some months later, or the last day of that month when it is shorter. */
export function addMonthsToDay(epochDay: number, months: number): number {
  const { year, month, day } = calendarDay(epochDay);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return epochDayOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** A number in at least so many digits. */
export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

import type { ApexValue } from './protocol';
import { addMonthsToDay, calendarDay, epochDayOf, padded } from './calendar';

/**
 * Apex Date: a calendar day.
 * @see "Date Class", Apex Reference Guide
 */
export class ApexDate implements ApexValue {
  /** Days since 1970-01-01. */
  readonly epochDay: number;

  constructor(epochDay: number) {
    this.epochDay = epochDay;
  }

  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(epochDayOf(year, month, day));
  }

  year(): number {
    return calendarDay(this.epochDay).year;
  }

  month(): number {
    return calendarDay(this.epochDay).month;
  }

  day(): number {
    return calendarDay(this.epochDay).day;
  }

  /** 0 is Sunday. */
  dayOfWeek(): number {
    return (((this.epochDay + 4) % 7) + 7) % 7;
  }

  addDays(days: number): ApexDate {
    return new ApexDate(this.epochDay + days);
  }

  addMonths(months: number): ApexDate {
    return new ApexDate(addMonthsToDay(this.epochDay, months));
  }

  compareTo(other: ApexDate): number {
    return Math.sign(this.epochDay - other.epochDay);
  }

  /** `YYYY-MM-DD`. */
  toIsoString(): string {
    const { year, month, day } = calendarDay(this.epochDay);
    return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  }

  /** Concatenation and debug print a Date with a midnight time; `String.valueOf` does not. */
  toApexString(): string {
    return `${this.toIsoString()} 00:00:00`;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexDate && this.epochDay === other.epochDay;
  }

  apexHashCode(): number {
    return this.epochDay;
  }

  apexKey(): string {
    return `\u0000d${this.epochDay}`;
  }
}

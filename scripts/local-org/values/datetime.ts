import type { ApexValue } from './protocol';
import { ApexDate } from './date';
import { ApexTime } from './time';
import { MILLISECONDS_PER_DAY, padded } from './calendar';
import { offsetAt, utcOfLocal } from './time-zone';

/**
 * Apex Datetime: an instant.
 * @see "Datetime Class", Apex Reference Guide
 */
export class ApexDatetime implements ApexValue {
  /** Since 1970-01-01T00:00:00Z. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  /** The instant at which a clock in `zone` (an IANA name) shows this day and time. */
  static ofLocal(date: ApexDate, time: number, zone: string): ApexDatetime {
    return new ApexDatetime(utcOfLocal(date.epochDay * MILLISECONDS_PER_DAY + time, zone));
  }

  /** The day a calendar in `zone` shows. */
  dateIn(zone: string): ApexDate {
    return new ApexDate(Math.floor(this.localMilliseconds(zone) / MILLISECONDS_PER_DAY));
  }

  /** The time of day a clock in `zone` shows. */
  timeIn(zone: string): ApexTime {
    return new ApexTime(this.localMilliseconds(zone));
  }

  /** Milliseconds from 1970-01-01T00:00 to what a clock in `zone` shows. */
  localMilliseconds(zone: string): number {
    return this.milliseconds + offsetAt(zone, this.milliseconds);
  }

  /** `YYYY-MM-DDTHH:MM:SS.mmmZ`, in UTC. */
  toIsoString(): string {
    const date = new ApexDate(Math.floor(this.milliseconds / MILLISECONDS_PER_DAY));
    return `${date.toIsoString()}T${new ApexTime(this.milliseconds).toApexString()}`;
  }

  /** `YYYY-MM-DD HH:MM:SS` as shown in a time zone. */
  toLocalString(zone: string): string {
    const time = this.timeIn(zone);
    const clock = [time.hour(), time.minute(), time.second()].map((part) => padded(part, 2)).join(':');
    return `${this.dateIn(zone).toIsoString()} ${clock}`;
  }

  compareTo(other: ApexDatetime): number {
    return Math.sign(this.milliseconds - other.milliseconds);
  }

  /** Concatenation and debug print a Datetime in GMT. */
  toApexString(): string {
    return this.toLocalString('UTC');
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexDatetime && this.milliseconds === other.milliseconds;
  }

  apexHashCode(): number {
    return (this.milliseconds | 0) ^ Math.floor(this.milliseconds / 2 ** 32);
  }

  apexKey(): string {
    return `\u0000i${this.milliseconds}`;
  }
}

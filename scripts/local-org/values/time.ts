import type { ApexValue } from './protocol';
import { MILLISECONDS_PER_DAY, padded } from './calendar';

/**
 * Apex Time: a time of day.
 * @see "Time Class", Apex Reference Guide
 */
export class ApexTime implements ApexValue {
  /** Since midnight, 0 to 86,399,999. */
  readonly milliseconds: number;

  /** @param milliseconds since midnight; other days wrap around */
  constructor(milliseconds: number) {
    this.milliseconds = ((milliseconds % MILLISECONDS_PER_DAY) + MILLISECONDS_PER_DAY) % MILLISECONDS_PER_DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  hour(): number {
    return Math.floor(this.milliseconds / 3_600_000);
  }

  minute(): number {
    return Math.floor(this.milliseconds / 60_000) % 60;
  }

  second(): number {
    return Math.floor(this.milliseconds / 1000) % 60;
  }

  millisecond(): number {
    return this.milliseconds % 1000;
  }

  compareTo(other: ApexTime): number {
    return Math.sign(this.milliseconds - other.milliseconds);
  }

  /** `HH:mm:ss.SSSZ`. */
  toApexString(): string {
    const clock = [this.hour(), this.minute(), this.second()].map((part) => padded(part, 2)).join(':');
    return `${clock}.${padded(this.millisecond(), 3)}Z`;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexTime && this.milliseconds === other.milliseconds;
  }

  apexHashCode(): number {
    return this.milliseconds;
  }

  apexKey(): string {
    return `\u0000t${this.milliseconds}`;
  }
}

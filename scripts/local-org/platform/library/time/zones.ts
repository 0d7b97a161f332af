import { definePlatformType } from '../../../declarations/define';
import type { ApexDatetime } from '../../../values/datetime';
import { isTimeZone, offsetAt } from '../../../values/time-zone';
import { required } from '../../../declarations/arguments';
import { now } from '../running-user';
import { offsetText } from './date-format';

/** Three-letter names that Java knows and the zone data of Intl does not. */
const JAVA_NAMES: Record<string, string> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AST: 'America/Anchorage',
  BST: 'Asia/Dhaka',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  ECT: 'Europe/Paris',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  PST: 'America/Los_Angeles'
};

/**
 * The zone that `java.util.TimeZone.getTimeZone` finds for an id; GMT when there is none.
 * @returns a name that Intl knows
 */
export function javaTimeZone(id: string): string {
  const custom = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(id);
  if (custom) return `${custom[1]}${custom[2].padStart(2, '0')}:${custom[3] ?? '00'}`;
  const name = JAVA_NAMES[id] ?? id;
  return isTimeZone(name) ? name : 'GMT';
}

/** `System.TimeZone`. */
export class ApexTimeZone {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  /** E.g. `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`. */
  displayName(): string {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: this.id, timeZoneName: 'long' });
    const name = format.formatToParts(now()).find((part) => part.type === 'timeZoneName')?.value ?? this.id;
    return `(GMT${offsetText(offsetAt(this.id, now()), ':')}) ${name} (${this.id})`;
  }

  toApexString(): string {
    return this.id;
  }

  apexKey(): string {
    return `\u0000z${this.id}`;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexTimeZone && other.id === this.id;
  }

  apexHashCode(): number {
    return this.id.length;
  }
}

definePlatformType({
  namespace: 'System',
  name: 'TimeZone',
  kind: 'class',
  javaScriptClass: ApexTimeZone,
  documentation: 'TimeZone Class, Apex Reference Guide',
  members: {
    'String getDisplayName()': (self: ApexTimeZone) => self.displayName(),
    'String getID()': (self: ApexTimeZone) => self.id,
    'Integer getOffset(Datetime dateObj)': (self: ApexTimeZone, datetime: ApexDatetime | null) =>
      offsetAt(self.id, required(datetime, 1).milliseconds),
    'static TimeZone getTimeZone(String timeZoneIdString)': (id: string | null) =>
      new ApexTimeZone(javaTimeZone(required(id, 1))),
    'String toString()': (self: ApexTimeZone) => self.id
  }
});

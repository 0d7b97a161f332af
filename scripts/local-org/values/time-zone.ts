/**
 * Offsets of time zones from the zone data that Node's Intl carries. Offsets are remembered per quarter of an hour,
 * since no zone has changed its offset at any other moment in modern times.
 */
import { MILLISECONDS_PER_DAY } from './calendar';

const QUARTER_HOUR = 900_000;
const MINUTE = 60_000;

interface ZoneOffsets {
  readonly format: Intl.DateTimeFormat;
  readonly known: Map<number, number>;
}

const zones = new Map<string, ZoneOffsets | null>();

/** Whether `zone` is a time zone of the tz database (or GMT, UTC). */
export function isTimeZone(zone: string): boolean {
  return offsetsOf(zone) !== null;
}

/**
 * Milliseconds that clocks in `zone` are ahead of UTC at an instant.
 * @throws Error for an unknown zone; ask {@link isTimeZone} first
 */
export function offsetAt(zone: string, milliseconds: number): number {
  if (zone === 'UTC' || zone === 'GMT') return 0;
  const offsets = offsetsOf(zone);
  if (!offsets) throw new Error(`There is no time zone ${zone}.`);
  const quarter = Math.floor(milliseconds / QUARTER_HOUR);
  let offset = offsets.known.get(quarter);
  if (offset === undefined) {
    offset = readOffset(offsets.format, quarter * QUARTER_HOUR);
    offsets.known.set(quarter, offset);
  }
  return offset;
}

/**
 * The instant at which clocks in `zone` show a local time. A time that was skipped moves forward by the gap and one
 * that happened twice is the second (standard time), as `java.util.GregorianCalendar` reads them.
 */
export function utcOfLocal(localMilliseconds: number, zone: string): number {
  if (zone === 'UTC' || zone === 'GMT') return localMilliseconds;
  const after = offsetAt(zone, localMilliseconds + MILLISECONDS_PER_DAY);
  if (offsetAt(zone, localMilliseconds - after) === after) return localMilliseconds - after;
  return localMilliseconds - offsetAt(zone, localMilliseconds - MILLISECONDS_PER_DAY);
}

function offsetsOf(zone: string): ZoneOffsets | null {
  let offsets = zones.get(zone);
  if (offsets === undefined) {
    offsets = makeOffsets(zone);
    zones.set(zone, offsets);
  }
  return offsets;
}

function makeOffsets(zone: string): ZoneOffsets | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    return { format, known: new Map() };
  } catch {
    return null;
  }
}

function readOffset(format: Intl.DateTimeFormat, milliseconds: number): number {
  const name = format.formatToParts(milliseconds).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
  if (!match) throw new Error(`Unexpected offset ${name}.`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}

/**
 * `convertTimezone()`: moments as clocks in the user's time zone show them. The database knows no zones, so the offsets of
 * the zone are put into a temporary table before the statement runs.
 * @see "convertTimezone() in Date Functions", SOQL and SOSL Reference
 */
import { MILLISECONDS_PER_DAY } from '../../values/calendar';
import { offsetAt } from '../../values/time-zone';
import type { Connection } from '../../store/connection';

const TABLE = 'temp."time zone"';

/** SQL of a moment (milliseconds) as local time, for the functions that take parts of dates. */
export function localMoment(milliseconds: string): string {
  const offset = `SELECT z.shift FROM ${TABLE} AS z WHERE z.start<=${milliseconds} ORDER BY z.start DESC LIMIT 1`;
  return `(${milliseconds}+(${offset}))`;
}

/** Makes the table that {@link localMoment} reads. */
export function fillTimeZoneTable(connection: Connection, zone: string): void {
  connection.run(`CREATE TABLE IF NOT EXISTS ${TABLE} (start INTEGER PRIMARY KEY, shift INTEGER)`);
  connection.run(`DELETE FROM ${TABLE}`);
  connection.run(`INSERT INTO ${TABLE} SELECT value->>0,value->>1 FROM json_each(?)`, [JSON.stringify(shiftsOf(zone))]);
}

/** A moment, and by how much clocks are ahead of UTC from then on. */
type Shift = readonly [start: number, shift: number];

const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2100, 0, 1);
/** No zone has ever changed its clocks and changed them back within so short a time. */
const STEP = 7 * MILLISECONDS_PER_DAY;

const known = new Map<string, readonly Shift[]>();

function shiftsOf(zone: string): readonly Shift[] {
  let shifts = known.get(zone);
  if (!shifts) {
    shifts = findShifts(zone);
    known.set(zone, shifts);
  }
  return shifts;
}

function findShifts(zone: string): Shift[] {
  let offset = offsetAt(zone, FIRST);
  const shifts: Shift[] = [[Number.MIN_SAFE_INTEGER, offset]];
  for (let moment = FIRST; moment < LAST; moment += STEP) {
    const next = offsetAt(zone, moment + STEP);
    if (next === offset) continue;
    shifts.push([changeBetween(zone, moment, moment + STEP, offset), next]);
    offset = next;
  }
  return shifts;
}

/** The first moment after `from` at which the offset is no longer `offset`. */
function changeBetween(zone: string, from: number, to: number, offset: number): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

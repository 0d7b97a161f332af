import type { LocalOrg } from '../../local-org/org';
import { Connection } from '../../local-org/store/connection';
import type { Question } from './questions';

/** Objects whose records grow in number with every run. */
const GROWING = ['Sync_Run__c', 'Sync_Day__c', 'Sync_Slice__c'];

/** An index of a lookup leads to all records of one integration, and those grow as well. */
const OF_ALL_RUNS = /^Sync_(?:Run|Day)__c\.Integration__c$/;

type Read = Connection['all'];

/**
 * How a question has the database look through records that grow in number, by the plan of each of its queries: an object
 * that is read whole, or the index of one that leads to more records with every run. Empty where unique keys, or an index in
 * order up to a limit, lead to what is asked for.
 */
export function lookedThrough(org: LocalOrg, { className, method, parameters }: Question): string[] {
  const found = new Set<string>();
  const { all } = Connection.prototype;
  Connection.prototype.all = function (this: Connection, ...query: Parameters<Read>) {
    for (const step of stepsOf(all.bind(this), query)) found.add(step);
    return all.apply(this, query);
  };
  try {
    org.callApex(className, method, parameters);
  } finally {
    Connection.prototype.all = all;
  }
  return [...found].sort();
}

function stepsOf(all: Read, [sql, values]: Parameters<Read>): string[] {
  if (!GROWING.some((object) => sql.includes(`"${object}"`))) return [];
  return all(`EXPLAIN QUERY PLAN ${sql}`, values)
    .map(([, , , step]) => growingIn(String(step), sql))
    .filter((step) => step !== undefined);
}

function growingIn(step: string, sql: string): string | undefined {
  const whole = /^SCAN (\w+)$/.exec(step);
  if (whole) {
    const object = new RegExp(`"(\\w+)" (?:AS )?${whole[1]}\\b`).exec(sql)?.[1];
    return object && GROWING.includes(object) ? object : undefined;
  }
  const index = /USING (?:COVERING )?INDEX (\S+) \(/.exec(step)?.[1];
  return index && OF_ALL_RUNS.test(index) ? index : undefined;
}

import type { Connection } from '@salesforce/core';
import { InputError } from '../input-error';

const RUN_OBJECT = /^(?:(\w+)__)?Sync_Run__c$/;

/**
 * The prefix of the package's names in an org: that of its namespace where it was installed, none where its source was
 * deployed.
 * @throws InputError when the org does not have it, or does not show it to this user
 */
export async function packagePrefix(connection: Connection): Promise<string> {
  const { sobjects } = await connection.describeGlobal();
  const found = sobjects.map(({ name }) => RUN_OBJECT.exec(name)).find((match) => match !== null);
  if (!found) {
    throw new InputError(
      'Insights Sync is not in this org, or not for this user. Install it, or assign the permission set Insights Sync Admin.'
    );
  }
  return found[1] ? `${found[1]}__` : '';
}

/** Puts the prefix in front of the names of the package's own objects, fields and relationships. */
export function prefixed(text: string, prefix: string): string {
  return text.replace(/\b[A-Z]\w*__[cr]\b/g, (name) => prefix + name);
}

/** A record by the names that the package gives its fields. */
export function withoutPrefix(record: Readonly<Record<string, unknown>>, prefix: string): Record<string, unknown> {
  const entries = Object.entries(record).map(([name, value]) => [
    prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name,
    value
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

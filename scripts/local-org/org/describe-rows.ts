import type { Database } from '../database';
import type { CredentialMetadata } from '../http';

/** A trigger of the project, compiled. */
export interface DeclaredTrigger {
  readonly name: string;
  readonly object: string;
  readonly events: readonly { readonly time: string; readonly operation: string }[];
}

/**
 * Says in the rows of ApexTrigger on which object and when each trigger fires.
 * @see "ApexTrigger", Object Reference for the Salesforce Platform
 */
export function describeTriggers(database: Database, triggers: readonly DeclaredTrigger[]): void {
  for (const { name, object, events } of triggers) {
    const [row] = database.system.find('ApexTrigger', { Name: name });
    const usages = events.map(({ time, operation }) => [`Usage${capitalized(time)}${capitalized(operation)}`, true]);
    const values = { TableEnumOrId: database.schema.object(object)?.name ?? object, ...Object.fromEntries(usages) };
    if (row) database.system.update('ApexTrigger', String(row['Id']), values);
  }
}

/**
 * Makes each named credential of the project a row, as a deployment does.
 * @see "NamedCredential", Object Reference for the Salesforce Platform
 */
export function describeNamedCredentials(database: Database, { named }: CredentialMetadata): void {
  for (const { name, label, url } of named.values()) {
    const [row] = database.system.find('NamedCredential', { DeveloperName: name });
    const values = { MasterLabel: label, Endpoint: url };
    if (row) database.system.update('NamedCredential', String(row['Id']), values);
    else database.system.insert('NamedCredential', { DeveloperName: name, Language: 'en_US', ...values });
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

import type { Database } from '../database';
import type { ApexFile } from '../project/project';

/** Makes each class and trigger of the project a row of ApexClass or ApexTrigger, as a deployment does. */
export function registerApexFiles(database: Database, files: readonly ApexFile[]): void {
  const known = {
    class: namesIn(database, 'ApexClass'),
    trigger: namesIn(database, 'ApexTrigger')
  };
  for (const { name, kind, apiVersion } of files) {
    if (known[kind].has(name)) continue;
    database.system.insert(kind === 'class' ? 'ApexClass' : 'ApexTrigger', {
      Name: name,
      ApiVersion: apiVersion,
      Status: 'Active'
    });
  }
}

function namesIn(database: Database, objectName: string): ReadonlySet<string> {
  return new Set(database.system.find(objectName, {}).map((row) => String(row['Name'])));
}

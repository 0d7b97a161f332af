import { readFileSync } from 'node:fs';
import type { Database } from '../database';
import type { ApexFile } from '../project/project';

const OBJECTS = { class: 'ApexClass', trigger: 'ApexTrigger' } as const;

/**
 * Makes each class and trigger of the project a row of ApexClass or ApexTrigger, as a deployment does.
 * @see "ApexClass" and "ApexTrigger", Object Reference for the Salesforce Platform
 */
export function registerApexFiles(database: Database, files: readonly ApexFile[]): void {
  const known = { class: rowsOf(database, 'ApexClass'), trigger: rowsOf(database, 'ApexTrigger') };
  for (const file of files) {
    const object = OBJECTS[file.kind];
    const values = valuesOf(file);
    const row = known[file.kind].get(file.name);
    if (!row) database.system.insert(object, { Name: file.name, ...values });
    else if (row['Body'] !== values.Body) database.system.update(object, String(row['Id']), values);
  }
}

function valuesOf({ path, apiVersion }: ApexFile): Readonly<Record<string, unknown>> & { readonly Body: string } {
  const body = readFileSync(path, 'utf8');
  const LengthWithoutComments = withoutComments(body).length;
  return { Body: body, LengthWithoutComments, ApiVersion: apiVersion, Status: 'Active', IsValid: true };
}

/** A quote in a comment opens no text, and slashes in a text open no comment. */
function withoutComments(source: string): string {
  return source.replace(/'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (part) =>
    part.startsWith("'") ? part : ''
  );
}

function rowsOf(database: Database, objectName: string): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  return new Map(database.system.find(objectName, {}).map((row) => [String(row['Name']), row]));
}

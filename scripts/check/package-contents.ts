import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { auraEnabledMethods } from './aura-enabled';
import { installedPackages } from './command';

/** What the package's source holds that a component can refer to. */
export interface PackageContents {
  components: Set<string>;
  /** Names below `lightning/`. */
  baseComponents: Set<string>;
  /** Class name → names of its public static `@AuraEnabled` methods. */
  apexMethods: Map<string, Set<string>>;
  labels: Set<string>;
  staticResources: Set<string>;
  customPermissions: Set<string>;
  /** Object name → names of its custom fields. */
  fields: Map<string, Set<string>>;
}

/** Reads what a component of the project can refer to. */
export function packageContents(projectDirectory: string): PackageContents {
  const source = path.join(projectDirectory, 'force-app');
  const files = existsSync(source) ? listFiles(source) : [];
  return {
    components: new Set(namesIn(path.join(source, 'lwc'))),
    baseComponents: baseComponents(),
    apexMethods: new Map(files.filter((file) => file.endsWith('.cls')).map((file) => [className(file), methods(file)])),
    labels: new Set(files.filter((file) => file.endsWith('.labels-meta.xml')).flatMap(labelNames)),
    staticResources: new Set(namesOf(files, '.resource-meta.xml')),
    customPermissions: new Set(namesOf(files, '.customPermission-meta.xml')),
    fields: customFields(files)
  };
}

/** All files below a folder, unit tests of components left out. */
export function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The library on npm, the shims of what it lacks, and the stubs for tests: together all that the platform offers. */
function baseComponents(): Set<string> {
  const library = path.join(installedPackages(), 'lightning-base-components', 'src', 'lightning');
  const stubs = path.join(installedPackages(), '@salesforce', 'sfdx-lwc-jest', 'src', 'lightning-stubs');
  return new Set([...namesIn(library), ...namesIn(stubs)]);
}

function namesIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}

function namesOf(files: string[], ending: string): string[] {
  return files.filter((file) => file.endsWith(ending)).map((file) => path.basename(file, ending));
}

function className(file: string): string {
  return path.basename(file, '.cls');
}

function methods(file: string): Set<string> {
  return auraEnabledMethods(readFileSync(file, 'utf8'));
}

function labelNames(file: string): string[] {
  const parser = new XMLParser({ isArray: (name) => name === 'labels' });
  const { CustomLabels } = parser.parse(readFileSync(file)) as { CustomLabels?: { labels?: { fullName: string }[] } };
  return (CustomLabels?.labels ?? []).map(({ fullName }) => fullName);
}

function customFields(files: string[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const file of files) {
    const [, objectName, rest] = /[\\/]objects[\\/]([^\\/]+)[\\/](.+)$/.exec(file) ?? [];
    if (!objectName) continue;
    const names = fields.get(objectName) ?? new Set();
    const [, fieldName] = /([^\\/]+)\.field-meta\.xml$/.exec(rest) ?? [];
    fields.set(objectName, fieldName ? names.add(fieldName) : names);
  }
  return fields;
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** One class or trigger of a project. */
export interface ApexFile {
  /** File name without ending: the name of the class or trigger. */
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly path: string;
  /** From its `-meta.xml`, else the project's. */
  readonly apiVersion: number;
}

/** A Salesforce project as the local org reads it. */
export interface Project {
  readonly rootDirectory: string;
  /** Absolute paths. */
  readonly packageDirectories: readonly string[];
  /** Namespace of its package; null for a project without one. */
  readonly namespace: string | null;
  /** Features of the scratch orgs that the project is made for. */
  readonly features: readonly string[];
  readonly apexFiles: readonly ApexFile[];
}

const SKIPPED_DIRECTORIES = new Set(['node_modules', 'lwc', 'aura', 'staticresources', '.git', '.sfdx', '.sf']);
const FALLBACK_API_VERSION = 67;

/**
 * Finds what a project consists of. A folder without `sfdx-project.json` counts as one package directory.
 * @throws Error naming the folder when it does not exist or its project file cannot be read
 * @see "Salesforce DX Project Configuration", Salesforce DX Developer Guide
 */
export function readProject(directory: string): Project {
  const rootDirectory = resolve(directory);
  if (!existsSync(rootDirectory)) throw new Error(`There is no folder ${directory}. Check the path of the project.`);
  const configuration = readConfiguration(rootDirectory);
  const packageDirectories = packagePaths(rootDirectory, configuration);
  const apiVersion = Number(configuration?.sourceApiVersion ?? FALLBACK_API_VERSION);
  const apexFiles = packageDirectories.flatMap((path) => apexFilesIn(path, apiVersion));
  const features = featuresOf(rootDirectory);
  const namespace = configuration?.namespace || null;
  return { rootDirectory, packageDirectories, namespace, features, apexFiles: withoutRepetition(apexFiles) };
}

interface ProjectConfiguration {
  readonly packageDirectories?: readonly { readonly path: string }[];
  readonly sourceApiVersion?: string;
  readonly namespace?: string;
}

function readConfiguration(rootDirectory: string): ProjectConfiguration | null {
  const path = join(rootDirectory, 'sfdx-project.json');
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProjectConfiguration;
  } catch (error) {
    throw new Error(`sfdx-project.json is not valid JSON: ${(error as Error).message}. Correct the file.`);
  }
}

function packagePaths(rootDirectory: string, configuration: ProjectConfiguration | null): string[] {
  const paths = configuration?.packageDirectories?.map(({ path }) => resolve(rootDirectory, path)) ?? [rootDirectory];
  return paths.filter((path) => existsSync(path));
}

function apexFilesIn(directory: string, apiVersion: number): ApexFile[] {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return SKIPPED_DIRECTORIES.has(entry.name) ? [] : apexFilesIn(path, apiVersion);
    const match = /^(.+)\.(cls|trigger)$/.exec(entry.name);
    if (!match) return [];
    const kind = match[2] === 'cls' ? 'class' : 'trigger';
    return [{ name: basename(entry.name, `.${match[2]}`), kind, path, apiVersion: versionOf(path) ?? apiVersion }];
  });
}

function versionOf(path: string): number | null {
  const metadata = `${path}-meta.xml`;
  if (!existsSync(metadata)) return null;
  const [, version] = /<apiVersion>\s*([\d.]+)\s*<\/apiVersion>/.exec(readFileSync(metadata, 'utf8')) ?? [];
  return version === undefined ? null : Number(version);
}

/**
 * Package directories may lie within each other, or hold a class of the same name each. An org has one of them: here
 * that of the directory named first.
 */
function withoutRepetition(files: readonly ApexFile[]): ApexFile[] {
  const found = new Map<string, ApexFile>();
  for (const file of files) {
    const key = `${file.kind} ${file.name.toLowerCase()}`;
    if (!found.has(key)) found.set(key, file);
  }
  return [...found.values()];
}

/** What a project's scratch org definition asks for; a project without one asks for nothing. */
function featuresOf(rootDirectory: string): readonly string[] {
  const path = join(rootDirectory, 'config', 'project-scratch-def.json');
  if (!existsSync(path)) return [];
  try {
    const { features } = JSON.parse(readFileSync(path, 'utf8')) as { features?: string | string[] };
    return typeof features === 'string' ? features.split(/[;,]/) : (features ?? []);
  } catch {
    // What is wrong with that file is a matter of those who make scratch orgs with it.
    return [];
  }
}

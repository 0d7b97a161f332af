/** Keeps what a project compiled to, so that a start without changes compiles nothing. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileProject, type CompileInput, type CompileOutput } from './compile';

/** A compilation whose sources carry the address of their content. */
export interface CachedInput extends CompileInput {
  /** Content addresses of all class and trigger sources, in their order. */
  readonly sourceKeys: readonly string[];
}

/**
 * Compiles a project, or reads what the same input compiled to before.
 * @param folder where results are kept; one file per project and coverage setting
 */
export function compileCached(input: CachedInput, folder: string, project: string): CompileOutput {
  const file = join(folder, `${hash([project, String(input.coverage ?? false)])}.json`);
  const key = keyOf(input);
  const known = read(file);
  if (known?.key === key) return known.output;
  const output = compileProject(input);
  write(folder, file, { key, output });
  return output;
}

interface CacheEntry {
  readonly key: string;
  readonly output: CompileOutput;
}

function read(file: string): CacheEntry | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CacheEntry;
  } catch {
    // Not there yet, or cut off by an earlier stop: compile again.
    return null;
  }
}

function write(folder: string, file: string, entry: CacheEntry): void {
  mkdirSync(folder, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(entry));
  renameSync(temporary, file);
}

function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex').slice(0, 32);
}

/** Everything that decides what comes out: sources, versions, schema, labels, platform and the compiler itself. */
function keyOf({ classes, triggers = [], sourceKeys, schema, labels, platformTypes, coverage }: CachedInput): string {
  return hash([
    compilerFingerprint(),
    String(coverage ?? false),
    ...[...classes, ...triggers].map(({ name, apiVersion }) => `${name} ${apiVersion}`),
    ...sourceKeys,
    ...schema.objects().map((object) => JSON.stringify({ ...object, fields: [...object.fields.values()] })),
    ...labels.keys(),
    ...platformTypes.map((type) =>
      JSON.stringify({ ...type, javaScriptClass: null, members: memberKeys(type.members) })
    )
  ]);
}

/** A member without implementation is called on the object, so that counts as well. */
function memberKeys(members: Readonly<Record<string, unknown>> = {}): string[] {
  return Object.entries(members).map(([key, implementation]) => `${key}${implementation === null ? ' null' : ''}`);
}

let fingerprint: string | undefined;

/** Changes with any file of the compiler. */
function compilerFingerprint(): string {
  fingerprint ??= hash(filesUnder(__dirname));
  return fingerprint;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    const { mtimeMs, size } = statSync(path);
    return [`${path} ${mtimeMs} ${size}`];
  });
}

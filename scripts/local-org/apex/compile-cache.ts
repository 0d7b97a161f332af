/** Keeps what a project compiled to, so that a start without changes compiles nothing. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaModel } from '../schema/model';
import type { PlatformTypeDeclaration } from '../declarations/define';
import { prune } from './prune';

/** Everything besides the compiler that decides what comes out. */
export interface CompileKey {
  /** Each source file: what it is, and the address of its content. */
  readonly sources: readonly string[];
  readonly schema: SchemaModel;
  readonly labels: ReadonlyMap<string, string>;
  readonly platformTypes: readonly PlatformTypeDeclaration[];
  readonly coverage: boolean;
}

/** Where results are kept. */
export interface CompileCache {
  readonly folder: string;
  /** Tells projects, and ways to compile one, apart: each has one file for every coverage setting. */
  readonly project: string;
}

/** What nobody used for a week is not kept, nor more than a few large projects. */
const KEPT = { milliseconds: 7 * 24 * 60 * 60 * 1000, bytes: 200 * 1024 * 1024 };

/** Compiles, or reads what the same input compiled to before. */
export function compileCached<Output>(key: CompileKey, cache: CompileCache, compile: () => Output): Output {
  const file = join(cache.folder, `${hash([cache.project, String(key.coverage)])}.json`);
  const address = addressOf(key);
  const known = read<Output>(file, address);
  if (known !== null) return known;
  const output = compile();
  write(cache.folder, file, address, output);
  prune(cache.folder, KEPT);
  return output;
}

/** The first line of a file is the address of the input, so that only the right output is read further. */
function read<Output>(file: string, address: string): Output | null {
  try {
    const text = readFileSync(file, 'utf8');
    if (!text.startsWith(`${address}\n`)) return null;
    const output = JSON.parse(text.slice(address.length)) as Output;
    const now = new Date();
    utimesSync(file, now, now);
    return output;
  } catch {
    // Not there yet, cut off by an earlier stop, or removed just now: compile again.
    return null;
  }
}

function write(folder: string, file: string, address: string, output: unknown): void {
  mkdirSync(folder, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${address}\n${JSON.stringify(output)}`);
  renameSync(temporary, file);
}

function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex').slice(0, 32);
}

function addressOf({ sources, schema, labels, platformTypes, coverage }: CompileKey): string {
  return hash([
    compilerFingerprint(),
    String(coverage),
    ...sources,
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

/** Changes with any file of the compiler, and of the parser of queries that it uses. */
function compilerFingerprint(): string {
  fingerprint ??= hash([__dirname, join(__dirname, '..', 'soql')].flatMap(filesUnder));
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

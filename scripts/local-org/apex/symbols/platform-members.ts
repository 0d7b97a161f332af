/**
 * What the types of the platform that the local org models have on the platform, modelled or not: the names of their
 * methods with how many parameters each overload takes, and of their properties. They decide between "no such method",
 * which is a compile error, and "not modelled", which fails only where it is reached.
 * The names and numbers are those of the Apex Reference Guide, as read from the signatures that the Apex language server
 * carries (the one in prettier-plugin-apex 2.3.0): facts alone, no code. A type that is not listed may have anything.
 * @see "Apex Reference Guide"
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformEntry } from './platform-table';

/**
 * The numbers of parameters of the overloads by lower-case name: empty for a property, null where they are not listed.
 * Constructors are `new`.
 */
type Members = ReadonlyMap<string, readonly number[] | null>;

/** By lower-case qualified name; read only when a member is not found otherwise. */
let listed: ReadonlyMap<string, Members> | undefined;

function membersOf(qualifiedName: string): Members | undefined {
  listed ??= new Map(
    readFileSync(join(__dirname, 'names', 'platform-members.txt'), 'utf8')
      .trim()
      .split('\n')
      .map(readLine)
  );
  return listed.get(qualifiedName.toLowerCase());
}

/** `System.Http: new(0) send(1)` */
function readLine(line: string): [string, Members] {
  const [type, members = ''] = line.split(': ');
  return [type!.toLowerCase(), new Map(members.split(' ').map(readMember))];
}

function readMember(text: string): [string, readonly number[] | null] {
  const [name, counts] = text.split('(');
  if (counts === '*)') return [name!.toLowerCase(), null];
  return [name!.toLowerCase(), counts === undefined ? [] : counts.replace(')', '').split(',').map(Number)];
}

/**
 * Whether the platform may have an overload of a method that the local org lacks, with so many parameters.
 * @param name of the method; `new` for constructors
 */
export function mayHaveMethod(entry: PlatformEntry, name: string, count: number): boolean {
  const members = membersOf(entry.qualifiedName);
  if (!members) return true;
  const overloads = members.get(name.toLowerCase());
  if (overloads === null) return true;
  if (overloads) {
    const known = entry.membersNamed(name).filter(({ parameters }) => parameters.length === count).length;
    return overloads.filter((one) => one === count).length > known;
  }
  return name !== 'new' && inherited(entry).some((parent) => mayHaveMethod(parent, name, count));
}

/** Whether the platform may have a property that the local org lacks. */
export function mayHaveProperty(entry: PlatformEntry, name: string): boolean {
  const members = membersOf(entry.qualifiedName);
  if (!members || name.includes('__') || names(name).some((one) => members.has(one))) return true;
  return inherited(entry).some((parent) => mayHaveProperty(parent, name));
}

/** A property, or what gets or sets it: `result.success` stands for `result.isSuccess()`. */
function names(name: string): string[] {
  return ['', 'get', 'is', 'set'].map((prefix) => prefix + name.toLowerCase());
}

function inherited({ supertypes }: PlatformEntry): PlatformEntry[] {
  return supertypes.flatMap(({ platform }) => platform ?? []);
}

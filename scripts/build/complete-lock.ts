import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The part of a package-lock.json entry that matters here. */
interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

interface LockFile {
  packages: Record<string, LockEntry>;
}

const SYSTEMS = ['linux', 'darwin', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'mips64el'];

/**
 * Lists the platform packages that the lock's packages name but the lock leaves out.
 *
 * A registry that mirrors only some platforms makes `npm install` write such a lock, and `npm ci` refuses it
 * ("Missing: … from lock file"), as it compares the lock with what package.json asks for on every platform.
 */
export function missingPlatformPackages(lock: LockFile): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const entry of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const location = `node_modules/${name}`;
      if (!lock.packages[location]) missing[location] = platformEntry(name, version, entry.dev);
    }
  }
  return missing;
}

function platformEntry(name: string, version: string, dev?: boolean): LockEntry {
  const words = name.split(/[-/]/);
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const os = SYSTEMS.filter((system) => words.includes(system));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: cpu.length ? cpu : ['arm'],
    ...(dev ? { dev } : {}),
    ...(libc && os.includes('linux') ? { libc } : {}),
    optional: true,
    ...(os.length ? { os } : {})
  };
}

/** Adds the missing entries to the lock, sorted as npm sorts them; returns how many there were. */
export function completeLock(file: string): number {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  const missing = missingPlatformPackages(lock);
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  if (Object.keys(missing).length) {
    writeFileSync(file, JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2) + '\n');
  }
  return Object.keys(missing).length;
}

if (require.main === module) {
  const added = completeLock(path.resolve('package-lock.json'));
  console.log(`package-lock.json: ${added} platform packages added.`);
}

/**
 * `--watch`: runs the tests, then again those that a change reaches, until the process is stopped.
 *
 * What a change reaches is told by the references of the compiled classes. Triggers run without being referred to, and
 * metadata reach everything: where one of them is concerned all tests run again. Tests that did not pass run along.
 */
import { watch, type FSWatcher } from 'chokidar';
import { basename, extname, sep } from 'node:path';
import { affectedBy, type Dependents } from '../affected';
import type { TestOptions } from './command';
import type { OpenTestHost, TestHost } from './host';
import type { TestClass, TestReport } from './model';
import { runClasses, selectedClasses } from './selected-run';

/** Editors write a file in several steps, and several files at once. */
const QUIET_MILLISECONDS = 40;

const SOURCES: ReadonlySet<string> = new Set(['.cls', '.trigger']);

/** What is known from the runs before. */
interface Memory {
  dependents: Dependents;
  /** Classes with tests that did not pass, in lower case. */
  failing: ReadonlySet<string>;
}

/**
 * Runs tests now and after every change; ends with the process.
 * @param tell called with each report
 */
export async function watchTests(
  options: TestOptions,
  open: OpenTestHost,
  tell: (report: TestReport, elapsed: number) => void
): Promise<void> {
  const changes = new Changes(options.project);
  const memory: Memory = { dependents: new Map(), failing: new Set() };
  let changed: ReadonlySet<string> | null = null;
  for (;;) {
    const started = performance.now();
    await runOnce(options, open, memory, changed, (report) => tell(report, performance.now() - started));
    console.log('Waiting for changes. Stop with Ctrl+C.');
    changed = await changes.next();
    console.log(`\nChanged: ${[...changed].map((path) => basename(path)).join(', ')}`);
  }
}

/** @param changed paths; null at the first time, when everything runs */
async function runOnce(
  options: TestOptions,
  open: OpenTestHost,
  memory: Memory,
  changed: ReadonlySet<string> | null,
  tell: (report: TestReport) => void
): Promise<void> {
  const { coverage = false, seed, cache } = options;
  try {
    const host = await open(options.project, { coverage, seed, cacheFolder: cache });
    try {
      const classes = dueClasses(host, selectedClasses(host, options), memory, changed);
      if (classes.length === 0) return console.log('No test depends on it.');
      const report = runClasses(host, classes, options);
      remember(memory, report);
      tell(report);
    } finally {
      memory.dependents = host.dependents();
      host.close();
    }
  } catch (error) {
    // Half-written files are no reason to stop watching.
    console.error((error as Error).message);
  }
}

function dueClasses(
  host: TestHost,
  classes: readonly TestClass[],
  memory: Memory,
  changed: ReadonlySet<string> | null
): readonly TestClass[] {
  const paths = [...(changed ?? [])];
  if (!changed || paths.some((path) => !SOURCES.has(extname(path)))) return classes;
  const names = paths.map(unitOf);
  const affected = affectedBy(names, [memory.dependents, host.dependents()]);
  if ([...affected].some((name) => name.startsWith('trigger '))) return classes;
  const lower = new Set([...affected].map((name) => name.toLowerCase()));
  return classes.filter(({ name }) => lower.has(name.toLowerCase()) || memory.failing.has(name.toLowerCase()));
}

/** A class by its name, a trigger as the compiler calls it. */
function unitOf(path: string): string {
  const name = basename(path, extname(path));
  return extname(path) === '.trigger' ? `trigger ${name}` : name;
}

function remember(memory: Memory, { tests }: TestReport): void {
  const ran = new Set(tests.map((test) => test.class.toLowerCase()));
  const failing = tests.filter(({ outcome }) => outcome !== 'passed').map((test) => test.class.toLowerCase());
  memory.failing = new Set([...[...memory.failing].filter((name) => !ran.has(name)), ...failing]);
}

/** Files that change in a folder, gathered until it is quiet for a moment. */
class Changes {
  private readonly paths = new Set<string>();
  private readonly watcher: FSWatcher;
  private timer: NodeJS.Timeout | undefined;
  private settle: (() => void) | null = null;

  constructor(folder: string) {
    this.watcher = watch(folder, { ignoreInitial: true, ignored: isIgnored });
    this.watcher.on('all', (_event, path) => this.note(path));
  }

  /** Waits for changes; those that came meanwhile count. */
  async next(): Promise<ReadonlySet<string>> {
    if (this.paths.size === 0 || this.timer) await new Promise<void>((done) => (this.settle = done));
    const changed = new Set(this.paths);
    this.paths.clear();
    return changed;
  }

  private note(path: string): void {
    if (!isSource(path)) return;
    this.paths.add(path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.settle?.();
      this.settle = null;
    }, QUIET_MILLISECONDS);
  }
}

/** Folders of tools, and components: no test of Apex depends on them. */
function isIgnored(path: string): boolean {
  const name = basename(path);
  return (
    name === 'node_modules' ||
    name === 'lwc' ||
    name === 'aura' ||
    (name.startsWith('.') && name.length > 1 && !name.startsWith('..'))
  );
}

function isSource(path: string): boolean {
  return SOURCES.has(extname(path)) || path.endsWith('-meta.xml') || path.endsWith(`${sep}sfdx-project.json`);
}

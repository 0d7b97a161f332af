/**
 * `--watch`: runs the tests, then again those that a change reaches, until the process is stopped.
 *
 * What a change reaches is told by the references of the compiled classes. Triggers run without being referred to, and
 * metadata reach everything: where one of them is concerned all tests run again. Tests that did not pass run along.
 */
import { watch, type FSWatcher } from 'chokidar';
import { basename, extname, sep } from 'node:path';
import { affectedBy, type Dependents, IncrementalCompiler } from '../apex';
import type { TestOptions } from './command';
import { debugLogOf } from './debug-log-file';
import type { OpenTestHost, TestHost } from './host';
import type { TestClass, TestReport } from './model';
import { isCovering, runClasses, selectedClasses } from './selected-run';
import { classLines } from './watcher';

/** Editors write a file in several steps, and several files at once. */
const QUIET_MILLISECONDS = 40;

const SOURCES: ReadonlySet<string> = new Set(['.cls', '.trigger']);

/** What is known from the runs before. */
interface Memory {
  readonly compiler: IncrementalCompiler;
  dependents: Dependents;
  /** Classes with tests that did not pass, in lower case. */
  failing: ReadonlySet<string>;
}

/**
 * Runs tests now and after every change, until it is stopped.
 * @param tell called with each report
 */
export async function watchTests(
  options: TestOptions,
  open: OpenTestHost,
  tell: (report: TestReport, elapsed: number) => void,
  signal?: AbortSignal
): Promise<void> {
  const changes = new Changes(options.project);
  const memory: Memory = { compiler: new IncrementalCompiler(), dependents: new Map(), failing: new Set() };
  let changed: ReadonlySet<string> | null = null;
  signal?.addEventListener('abort', () => void changes.stop());
  await changes.ready;
  while (!signal?.aborted) {
    const started = performance.now();
    await runOnce(options, open, memory, changed, (report) => tell(report, performance.now() - started));
    console.log('Waiting for changes. Stop with Ctrl+C.');
    changed = await changes.next();
    if (changed.size > 0) console.log(`\nChanged: ${[...changed].map((path) => basename(path)).join(', ')}`);
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
  const { seed, cache } = options;
  const { compiler } = memory;
  if (hasMetadata(changed)) compiler.forget();
  try {
    const host = await open(options.project, {
      coverage: isCovering(options),
      seed,
      cacheFolder: cache,
      compiler,
      features: options.feature
    });
    const log = debugLogOf(options);
    try {
      host.services.debugLogs = log?.recorder();
      const classes = dueClasses(host, selectedClasses(host, options), memory, changed);
      if (classes.length === 0) return console.log('No test depends on it.');
      const report = runClasses(host, classes, options, changed ? classLines : undefined);
      remember(memory, report);
      tell(report);
    } finally {
      memory.dependents = host.dependents();
      host.close();
      log?.close();
    }
  } catch (error) {
    // Half-written files are no reason to stop watching.
    console.error((error as Error).message);
  }
}

/** The classes that a change reaches, the nearest first, and those that did not pass. */
function dueClasses(
  host: TestHost,
  classes: readonly TestClass[],
  memory: Memory,
  changed: ReadonlySet<string> | null
): readonly TestClass[] {
  if (!changed || hasMetadata(changed)) return classes;
  const affected = affectedBy([...changed].map(unitOf), [memory.dependents, host.dependents()]);
  if (affected.some((name) => name.startsWith('trigger '))) return classes;
  const distances = new Map(affected.map((name, index) => [name.toLowerCase(), index]));
  const distance = ({ name }: TestClass): number => distances.get(name.toLowerCase()) ?? affected.length;
  const due = classes.filter(
    (one) => distances.has(one.name.toLowerCase()) || memory.failing.has(one.name.toLowerCase())
  );
  return due.sort((a, b) => distance(a) - distance(b));
}

function hasMetadata(paths: ReadonlySet<string> | null): boolean {
  return [...(paths ?? [])].some((path) => !SOURCES.has(extname(path)));
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
  /** Once the folder was seen: what changes from then on counts. */
  readonly ready: Promise<void>;
  private isStopped = false;
  private readonly paths = new Set<string>();
  /** When the files last changed, by path: systems tell of one change several times, some of them late. */
  private readonly changedAt = new Map<string, number>();
  private readonly watcher: FSWatcher;
  private timer: NodeJS.Timeout | undefined;
  private settle: (() => void) | null = null;
  private letGo: () => void = () => undefined;

  constructor(folder: string) {
    this.watcher = watch(folder, { ignoreInitial: true, ignored: isIgnored, alwaysStat: true });
    this.ready = new Promise((done) => {
      this.letGo = done;
      this.watcher.once('ready', done);
    });
    this.watcher.on('all', (_event, path, stats) => this.note(path, stats?.mtimeMs));
  }

  /** Waits for changes; those that came meanwhile count. */
  async next(): Promise<ReadonlySet<string>> {
    if (!this.isStopped && (this.paths.size === 0 || this.timer))
      await new Promise<void>((done) => (this.settle = done));
    const changed = new Set(this.paths);
    this.paths.clear();
    return changed;
  }

  /** Watches no longer; whoever waits is let go. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.letGo();
    this.settle?.();
    await this.watcher.close();
  }

  /** @param changedAt none when the file was removed */
  private note(path: string, changedAt: number | undefined): void {
    if (!isSource(path) || (changedAt !== undefined && this.changedAt.get(path) === changedAt)) return;
    this.changedAt.set(path, changedAt ?? NaN);
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

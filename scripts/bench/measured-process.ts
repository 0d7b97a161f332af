import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { treeMemory } from './process-tree';

const PROJECT = resolve(__dirname, '../..');
const SAMPLE_EVERY_MS = 100;

/** What a process took from its start on. */
export interface Figures {
  milliseconds: number;
  /** The most that it and its descendants held at once, sampled ten times a second. */
  peakBytes: number;
  /** Processor time of the process and its threads; known when it has ended by itself. */
  processorMilliseconds?: number;
}

/** One of the project's tools as a process of its own, measured as a whole: start-up and children included. */
export class MeasuredProcess {
  readonly child: ChildProcess;
  private readonly startedAt = performance.now();
  private endedAt: number | undefined;
  private readonly sampler: NodeJS.Timeout;
  private readonly exit: Promise<unknown>;
  private peakBytes = 0;
  private output = '';
  private processorTime = '';

  /** @param script path of the tool from the project's folder */
  constructor(script: string, args: string[]) {
    const preloaded = [require.resolve('tsx/cjs'), require.resolve('./tell-processor-time')];
    const command = [...preloaded.flatMap((file) => ['--require', file]), script, ...args];
    this.child = spawn(process.execPath, command, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    this.child.stdio[3]!.on('data', (data) => (this.processorTime += data));
    this.child.stdout!.on('data', (data) => (this.output += data));
    this.child.stderr!.on('data', (data) => (this.output += data));
    // Once its pipes are closed as well, nothing is missing of what it told.
    this.exit = once(this.child, 'close');
    this.sampler = setInterval(() => this.sample(), SAMPLE_EVERY_MS);
    // A process that failed is not sampled for ever: that would keep the benchmark itself from ending.
    this.child.once('exit', () => {
      this.endedAt = performance.now();
      clearInterval(this.sampler);
    });
  }

  /** Waits until the process prints something that matches. @throws Error with what it printed when it ends before */
  async printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const [match] = pattern.exec(this.output) ?? [];
      if (match !== undefined) {
        return match;
      }
      const wait = new Promise((done) => setTimeout(done, 10));
      if (this.endedAt !== undefined) {
        throw new Error(`The process ended with exit code ${this.child.exitCode}:\n${this.output}`);
      }
      await wait;
    }
  }

  /** What the process took so far. */
  figures(): Figures {
    this.sample();
    return { milliseconds: this.ranFor(), peakBytes: this.peakBytes };
  }

  /** Waits for the end. @throws Error with what it printed unless it ends with one of the exit codes */
  async finished(exitCodes: number[]): Promise<Figures> {
    await this.exit;
    if (!exitCodes.includes(this.child.exitCode ?? -1)) {
      throw new Error(`The process ended with exit code ${this.child.exitCode}:\n${this.output}`);
    }
    const { peakBytes } = this;
    return { milliseconds: this.ranFor(), peakBytes, processorMilliseconds: Number(this.processorTime) };
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exit;
  }

  private ranFor(): number {
    return (this.endedAt ?? performance.now()) - this.startedAt;
  }

  private sample(): void {
    this.peakBytes = Math.max(this.peakBytes, treeMemory(this.child.pid!));
  }
}

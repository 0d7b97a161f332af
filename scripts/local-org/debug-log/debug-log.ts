/**
 * The debug log of one transaction, line by line as the platform prints it.
 * @see "Debug Log Details", Salesforce Help; "Working with Logs in the Developer Console", Apex Developer Guide
 */
import { readApexStack } from '../values/exception';
import { levelsText, takesUp, type LogCategory, type LogLevel, type LogLevels } from './levels';

/** "Each debug log must be 20 MB or smaller" ("Debug Log Limits", Salesforce Help). */
const LARGEST_LOG = 20 * 1024 * 1024;
const VERSION = '67.0';

/** What a log is begun with. */
export interface LogStart {
  readonly levels: LogLevels;
  /** Moment on the org's clock. */
  readonly startedAt: number;
  /** Minutes between UTC and the time that the log shows, in milliseconds. */
  readonly offset: number;
  /** Lines below the first one, such as the source of a script. */
  readonly head?: readonly string[];
}

/** Takes up events, and is text in the end. */
export class DebugLog {
  readonly levels: LogLevels;
  private readonly startedAt: number;
  private readonly offset: number;
  private readonly begun = performance.now();
  private readonly lines: string[];
  private readonly thrown = new WeakSet<object>();
  private characters = 0;

  constructor({ levels, startedAt, offset, head = [] }: LogStart) {
    this.levels = levels;
    this.startedAt = startedAt;
    this.offset = offset;
    this.lines = [`${VERSION} ${levelsText(levels)}`, ...head];
  }

  /** Whether an event of this sort is taken up. */
  takesUp(category: LogCategory, level: LogLevel): boolean {
    return takesUp(this.levels, category, level);
  }

  /** Takes up an event, unless its sort is off. @param details what stands behind its name */
  write(category: LogCategory, level: LogLevel, event: string, ...details: readonly string[]): void {
    if (!this.takesUp(category, level) || this.characters > LARGEST_LOG) return;
    const elapsed = performance.now() - this.begun;
    const line = [`${this.timeOfDay(elapsed)} (${Math.round(elapsed * 1e6)})`, event, ...details].join('|');
    this.characters += line.length + 1;
    this.lines.push(this.characters > LARGEST_LOG ? '*********** MAXIMUM DEBUG LOG SIZE REACHED ***********' : line);
  }

  /** The same, with the Apex line that runs now. */
  writeHere(category: LogCategory, level: LogLevel, event: string, ...details: readonly string[]): void {
    if (this.takesUp(category, level)) this.write(category, level, event, `[${lineNow()}]`, ...details);
  }

  /** Whether an exception was not noted before: it passes several `catch` blocks on its way. */
  isNew(exception: object): boolean {
    if (this.thrown.has(exception)) return false;
    this.thrown.add(exception);
    return true;
  }

  /** Milliseconds since the log was begun. */
  get duration(): number {
    return performance.now() - this.begun;
  }

  /** The whole log. */
  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  /** "The time is in the user's time zone and in the format HH:mm:ss.SSS"; milliseconds come without leading zeros. */
  private timeOfDay(elapsed: number): string {
    const local = new Date(this.startedAt + this.offset + elapsed);
    return `${local.toISOString().slice(11, 19)}.${local.getUTCMilliseconds()}`;
  }
}

/** The line of the innermost Apex code; the platform prints EXTERNAL where none runs. */
function lineNow(): string {
  const { line } = readApexStack(new Error().stack ?? '');
  return line > 0 ? String(line) : 'EXTERNAL';
}

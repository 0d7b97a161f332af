/** Debug logs of tests, one after the other, in a file or on the terminal. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { DebugLogRecorder, parseLevels, type FinishedLog, type LogKeeper, type LogLevels } from '../debug-log';

/** The file that `--debug-log` names, if it does; what an earlier run wrote there is gone. */
export function debugLogOf({ debugLog, logLevel }: { debugLog?: string; logLevel?: string }): DebugLogFile | undefined {
  return debugLog ? new DebugLogFile(debugLog, logLevel) : undefined;
}

/** Writes the log of every transaction that is no part of another one. */
export class DebugLogFile implements LogKeeper {
  private readonly levels: LogLevels;
  private readonly file: number;

  /**
   * @param path of the file, or `-` for the terminal
   * @param levels as `--log-level` gives them; undefined for the usual ones
   * @throws Error with a sentence when there are no such levels, or no such folder
   */
  constructor(path: string, levels = 'DEBUG') {
    this.levels = parseLevels(levels);
    this.file = path === '-' ? 1 : open(path);
  }

  /** What an org needs in order to write here. */
  recorder(): DebugLogRecorder {
    return new DebugLogRecorder(this);
  }

  levelsFor(): LogLevels {
    return this.levels;
  }

  keep({ log }: FinishedLog): void {
    writeSync(this.file, `${log.text()}\n`);
  }

  close(): void {
    if (this.file !== 1) closeSync(this.file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new Error(`--debug-log ${path} cannot be written: ${(error as Error).message}`);
  }
}

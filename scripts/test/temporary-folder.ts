import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The variables that say where temporary files go, on every system. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'];

/** A folder for all that is temporary. */
export interface TemporaryFolder {
  readonly folder: string;
  /** What makes programs use it. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

/**
 * Opens a folder for everything that a run puts aside, its child processes included; what killed processes and other
 * people's tools leave behind goes with it, instead of piling up on the machine.
 */
export function openTemporaryFolder(): TemporaryFolder {
  // Short: names of sockets, which browsers make there, must not be long.
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'test-'));
  const environment = Object.fromEntries(VARIABLES.map((name) => [name, folder]));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return { folder, environment, remove };
}

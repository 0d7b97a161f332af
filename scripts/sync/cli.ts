import { CommanderError } from 'commander';
import { parseArguments } from './arguments/command';
import { InputError } from './input-error';
import { isAboutOrg, parseOrgArguments } from './org/org-command';
import { syncInOrg } from './org/org-sync';
import { sync } from './sync';

/** Exit codes by run status; every other status, and input that cannot be used, is 2. */
const EXIT_CODES: Record<string, number> = { Completed: 0, 'Completed with errors': 1 };
const FAILED = 2;

async function main(): Promise<number> {
  try {
    const argv = process.argv.slice(2);
    const { run } = isAboutOrg(argv) ? await syncInOrg(parseOrgArguments(argv)) : await sync(parseArguments(argv));
    return EXIT_CODES[run.status] ?? FAILED;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** Commander has told its own errors already; what nobody foresaw keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : FAILED;
  }
  console.error(error instanceof InputError ? error.message : error);
  return FAILED;
}

void main().then((code) => {
  process.exitCode = code;
});

import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Names under which Chromium and Chrome are on the PATH. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];

/** Where they are on systems that do not put them on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** What to tell a person whose machine has no browser. */
export const BROWSER_MISSING =
  'There is no Chromium or Chrome on this machine, which the browser tests need. ' +
  'On Debian: apt-get install chromium. Elsewhere install Chrome, or set CHROME_PATH to its executable.';

/** The executable of an installed Chromium or Chrome; `CHROME_PATH` goes first. Undefined where there is none. */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  places: readonly string[] = PLACES
): string | undefined {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  const named = environment.CHROME_PATH ? [environment.CHROME_PATH] : [];
  return [...named, ...onPath, ...places].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

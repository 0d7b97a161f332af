import { LOCALE } from './locale';
import { openTemporaryFolder } from './temporary-folder';

/**
 * Before all tests of a run: jest starts its workers later, with this environment. The folder goes with the process and
 * not before: what a library still has in hand when the last test is over does not lose its files.
 */
export default function setUp(): void {
  const { environment, remove } = openTemporaryFolder();
  Object.assign(process.env, environment, LOCALE);
  process.once('exit', remove);
}

import { openTemporaryFolder, type TemporaryFolder } from './temporary-folder';

declare global {
  // where jest's set-up leaves what its teardown needs
  var temporaryFolder: TemporaryFolder;
}

/** Before all tests of a run: jest starts its workers later, with this environment. */
export default function setUp(): void {
  globalThis.temporaryFolder = openTemporaryFolder();
  Object.assign(process.env, globalThis.temporaryFolder.environment);
}

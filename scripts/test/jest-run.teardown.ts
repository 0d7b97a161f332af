/** After all tests of a run. */
export default function tearDown(): void {
  globalThis.temporaryFolder.remove();
}

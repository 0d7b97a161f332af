/**
 * Something of the platform that this local org does not model. Never caught by Apex code, and a test that meets it
 * counts as unsupported, not as passed or failed.
 */
export class NotModeled extends Error {
  /** What is missing, in the platform's terms. */
  readonly what: string;

  constructor(what: string) {
    super(`NotModeled: ${what}`);
    this.name = 'NotModeled';
    this.what = what;
  }
}

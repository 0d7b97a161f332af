/** Something of the platform that this local org does not have. It fails, it never pretends. */
export class NotModeled extends Error {
  constructor(what: string) {
    super(`NotModeled: ${what}`);
    this.name = 'NotModeled';
  }
}

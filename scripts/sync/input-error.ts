/** Something the person gave cannot be used: a sentence that names it and says what to do instead. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}

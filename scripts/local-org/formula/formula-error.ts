/** A formula that cannot be read, or a value that it cannot work on. */
export class FormulaError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaError';
  }
}

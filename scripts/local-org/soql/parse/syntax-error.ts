/** A query or search text that is not SOQL or SOSL; the message is the platform's. */
export class SoqlSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'SoqlSyntaxError';
    this.line = line;
    this.column = column;
  }
}

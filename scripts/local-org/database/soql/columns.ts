/** The select list of one SQL statement. */
export class ColumnList {
  private readonly shares: boolean;
  private readonly expressions: string[] = [];
  private readonly known = new Map<string, number>();

  /** @param shares equal expressions have one column; without that every one has its own */
  constructor(shares = true) {
    this.shares = shares;
  }

  /** The number of the column with this expression. */
  add(expression: string): number {
    const known = this.shares ? this.known.get(expression) : undefined;
    if (known !== undefined) return known;
    const column = this.expressions.length;
    this.expressions.push(expression);
    this.known.set(expression, column);
    return column;
  }

  /** The expressions, named c0, c1, … so that an outer SELECT can refer to them. */
  toSql(): string {
    return this.expressions.map((expression, index) => `${expression} AS c${index}`).join(',');
  }

  get size(): number {
    return this.expressions.length;
  }
}

/** The select list of one SQL statement; equal expressions share a column. */
export class ColumnList {
  private readonly expressions: string[] = [];
  private readonly known = new Map<string, number>();

  /** The number of the column with this expression. */
  add(expression: string): number {
    const known = this.known.get(expression);
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

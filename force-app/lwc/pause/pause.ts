/** Acts when nothing has happened for a while: a person who goes on choosing is not interrupted by answers. */
export class Pause {
  private readonly milliseconds: number;
  private readonly action: () => void;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(milliseconds: number, action: () => void) {
    this.milliseconds = milliseconds;
    this.action = action;
  }

  /** Something happened: the wait begins anew. */
  begin(): void {
    this.end();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one place that waits, and end() ends it
    this.timer = setTimeout(this.action, this.milliseconds);
  }

  /** Nothing is to be done any more. */
  end(): void {
    clearTimeout(this.timer);
  }
}

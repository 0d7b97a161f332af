import { problemOf, type Problem } from 'c/problems';

/** Where a question stands. */
export interface Answer<Value> {
  value?: Value;
  problem?: Problem;
  isPending?: boolean;
}

/**
 * A question that may be asked again before it is answered, for example because somebody went on choosing: only the
 * answer to the last one counts.
 */
export class Question<Value> {
  private readonly show: (answer: Answer<Value>) => void;
  private number = 0;
  private last?: Value;

  constructor(show: (answer: Answer<Value>) => void) {
    this.show = show;
  }

  /** Asks. With `keep`, the answer before stays in view until the new one is there. */
  async ask(put: () => Promise<Value>, keep = false): Promise<Value | undefined> {
    const number = ++this.number;
    this.show({ value: keep ? this.last : undefined, isPending: true });
    try {
      return this.settle(number, { value: await put() });
    } catch (error) {
      return this.settle(number, { problem: problemOf(error) });
    }
  }

  /** There is nothing to ask: whatever comes yet is dropped. */
  drop(): void {
    this.settle(++this.number, {});
  }

  private settle(number: number, answer: Answer<Value>): Value | undefined {
    if (number !== this.number) {
      return undefined;
    }
    this.last = answer.value;
    this.show(answer);
    return answer.value;
  }
}

import { NoSuchElementException } from './exceptions';

/** The iterator of a List or Set; compiled code calls it by the names of interface members. */
export class ListIterator {
  private readonly items: readonly unknown[];
  private position = 0;

  constructor(items: readonly unknown[]) {
    this.items = items;
  }

  hasnext$0(): boolean {
    return this.position < this.items.length;
  }

  next$0(): unknown {
    if (!this.hasnext$0()) throw new NoSuchElementException('Iterator has no more elements.');
    this.position += 1;
    return this.items[this.position - 1];
  }
}

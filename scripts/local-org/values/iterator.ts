import { NoSuchElementException } from './exceptions';
import type { RuntimeType } from './runtime-type';

/** The iterator of a List or Set; compiled code calls it by the names of interface members. */
export class ListIterator {
  readonly elementType: RuntimeType;
  private readonly items: readonly unknown[];
  private position = 0;

  /** @param collection type of the List or Set */
  constructor(collection: RuntimeType, items: readonly unknown[]) {
    this.elementType = collection.typeArguments[0]!;
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

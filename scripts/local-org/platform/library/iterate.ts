import { ApexList } from '../../values/list';
import { ApexSet } from '../../values/set';

/** An Apex iterator, called by the names compiled code implements it under. */
export interface ApexIterator {
  hasnext$0(): boolean | null;
  next$0(): unknown;
}

/** Something that Apex can iterate over. */
export interface ApexIterable {
  iterator$0(): ApexIterator;
}

/** Whether a value fulfils `Iterable`: a List, a Set or an object of the project. */
export function isIterable(value: unknown): value is ApexList | ApexSet | ApexIterable {
  if (value instanceof ApexList || value instanceof ApexSet) return true;
  return typeof value === 'object' && value !== null && 'iterator$0' in value;
}

/** The elements of a List, a Set or an object of the project that implements `Iterable`. */
export function* elementsOf(value: ApexList | ApexSet | ApexIterable): Iterable<unknown> {
  if (value instanceof ApexList || value instanceof ApexSet) {
    yield* value;
    return;
  }
  const iterator = value.iterator$0();
  while (iterator.hasnext$0() === true) yield iterator.next$0();
}

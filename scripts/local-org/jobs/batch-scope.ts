import { ApexList } from '../values/list';
import { runtimeType, typeNameOf } from '../values/runtime-type';
import { ApexSet } from '../values/set';
import { callInterfaceMethod } from '../declarations/call';

/** What a batch's `start` returned, as values to iterate: a query locator, a collection, or Apex's own iterable. */
export function iterationOf(source: object): Iterable<unknown> {
  if (source instanceof ApexList) return source.items;
  if (source instanceof ApexSet) return source;
  if (Symbol.iterator in source) return source as Iterable<unknown>;
  return apexIteration(source);
}

function* apexIteration(source: object): Iterable<unknown> {
  const iterator = callInterfaceMethod(source, 'iterator') as object;
  while (callInterfaceMethod(iterator, 'hasNext') === true) yield callInterfaceMethod(iterator, 'next');
}

/**
 * The list that `execute` gets: of the object of its records, or of the type of its items, as far as they share one.
 * `List.getSObjectType` answers by it.
 */
export function typedScope(items: readonly unknown[]): ApexList {
  const names = new Set(items.map(typeNameOf));
  const [name] = names;
  return new ApexList(runtimeType(`List<${names.size === 1 && name ? name : 'Object'}>`), [...items]);
}

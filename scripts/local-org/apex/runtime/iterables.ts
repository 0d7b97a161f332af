/** Lists and sets are Iterable: code that knows them only as such calls `iterator()` on the object. */
import { ListIterator } from '../../platform/library/collections/iterator';
import { ApexList } from '../../platform/values/list';
import { ApexSet } from '../../platform/values/set';

for (const { prototype } of [ApexList, ApexSet]) {
  Object.defineProperty(prototype, 'iterator$0', {
    value(this: ApexList | ApexSet) {
      return new ListIterator([...this]);
    }
  });
}

/** `super.toString()` and its like in a class without super class: what objects do that override nothing. */
import { identityHash } from '../../values/exception';
import type { ApexInstance } from '../../values/protocol';
import { defaultInstanceText } from '../../values/text';

/** Calls a method of every object past its override. */
export function callObject(name: string, target: ApexInstance, other?: unknown): string | number | boolean {
  switch (name) {
    case 'toString':
      return defaultInstanceText(target);
    case 'hashCode':
      return identityHash(target);
    default:
      return target === other;
  }
}

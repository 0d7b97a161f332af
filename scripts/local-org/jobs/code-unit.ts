import type { CodeUnit } from '../transaction/transaction';
import type { ApexInstance } from '../values/protocol';

/** A job's class, as debug logs name the code that a transaction begins with. */
export function unitOf({ $type }: ApexInstance): CodeUnit {
  return { name: $type.name, apexClass: $type.name.split('.')[0] };
}

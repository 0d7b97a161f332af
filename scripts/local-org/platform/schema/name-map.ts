/** Maps of describe information by name, which are looked up without case. */
import { ApexMap } from '../../values/map';
import { runtimeType } from '../../values/runtime-type';

/**
 * `Schema.getGlobalDescribe()` and `fields.getMap()`: keys are lower case, and any case finds them ("Describing All
 * sObjects", "Field describe", Apex Developer Guide).
 */
export class NameMap extends ApexMap {
  /** @param valueType as a signature says it, e.g. `Schema.SObjectField` */
  constructor(valueType: string) {
    super(runtimeType(`Map<String,${valueType}>`));
  }

  override has(key: unknown): boolean {
    return super.has(lower(key));
  }

  override get(key: unknown): unknown {
    return super.get(lower(key));
  }

  override put(key: unknown, value: unknown): unknown {
    return super.put(lower(key), value);
  }

  override delete(key: unknown): unknown {
    return super.delete(lower(key));
  }
}

function lower(key: unknown): unknown {
  return typeof key === 'string' ? key.toLowerCase() : key;
}

import { ApexMap } from '../../../values/map';
import { runtimeType } from '../../../values/runtime-type';

/**
 * `getParameters()`: "Parameter keys are case-insensitive" ("PageReference Class", Apex Reference Guide), and the
 * address writes them as they were put.
 */
export class ParameterMap extends ApexMap {
  constructor() {
    super(runtimeType('Map<String,String>'));
  }

  override has(key: unknown): boolean {
    return super.has(this.stored(key));
  }

  override get(key: unknown): unknown {
    return super.get(this.stored(key));
  }

  override put(key: unknown, value: unknown): unknown {
    return super.put(this.stored(key), value);
  }

  override delete(key: unknown): unknown {
    return super.delete(this.stored(key));
  }

  /** The parameters as a query string; what is null is left out. */
  query(): string {
    const search = new URLSearchParams();
    for (const { key, value } of this.entries()) {
      if (key !== null && value !== null) search.append(String(key), String(value));
    }
    return search.toString();
  }

  private stored(key: unknown): unknown {
    if (typeof key !== 'string' || super.has(key)) return key;
    const lower = key.toLowerCase();
    for (const entry of this.entries()) if (String(entry.key).toLowerCase() === lower) return entry.key;
    return key;
  }
}

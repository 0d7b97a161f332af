/** Messages of the compiler, in the platform's words. */
import type { Position } from './parse/ast';

/** One compile error. */
export interface Diagnostic {
  /** Name of the class or trigger, without extension. */
  readonly unit: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Collects diagnostics; one message per place, as the first error of a place usually causes the rest. */
export class Diagnostics {
  private readonly list: Diagnostic[] = [];
  private readonly places = new Set<string>();

  report(unit: string, position: Position, message: string): void {
    const place = `${unit}:${position.line}:${position.column}`;
    if (this.places.has(place)) return;
    this.places.add(place);
    this.list.push({ unit, line: position.line, column: position.column, message });
  }

  all(): readonly Diagnostic[] {
    return this.list;
  }

  /** Names of units with at least one error. */
  failedUnits(): ReadonlySet<string> {
    return new Set(this.list.map((diagnostic) => diagnostic.unit));
  }
}

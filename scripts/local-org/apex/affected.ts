/** Which classes a change reaches: those that refer to what was changed, directly or through others. */
import type { CompiledScript } from './script/compiled-script';

/** Names of source files by the name of the file that they refer to. */
export type Dependents = ReadonlyMap<string, ReadonlySet<string>>;

/** Turns the references of compiled scripts around. */
export function dependentsOf(scripts: Iterable<Pick<CompiledScript, 'unit' | 'references'>>): Dependents {
  const dependents = new Map<string, Set<string>>();
  for (const { unit, references } of scripts) {
    for (const reference of references) {
      const name = reference.split('.')[0]!;
      dependents.set(name, (dependents.get(name) ?? new Set()).add(unit));
    }
  }
  return dependents;
}

/**
 * The changed files and all that depend on them, by what is known of several compilations.
 * @returns in the order of their distance
 */
export function affectedBy(changed: Iterable<string>, graphs: readonly Dependents[]): readonly string[] {
  const affected = new Set(changed);
  for (const name of affected) {
    for (const graph of graphs) for (const dependent of graph.get(name) ?? []) affected.add(dependent);
  }
  return [...affected];
}

/** A class that refers to one with errors cannot run either: its dependants are left out, and say why. */
import type { Diagnostic } from './diagnostics';
import type { CompiledScript } from './script/compiled-script';

/** Scripts that can be loaded, and messages for those that cannot although they have no error of their own. */
export interface UsableScripts {
  readonly scripts: readonly CompiledScript[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Leaves out every script that refers, directly or not, to a failed source file.
 * @param failed names of source files with errors
 */
export function withoutDependents(
  scripts: readonly CompiledScript[],
  failed: ReadonlyMap<string, string>
): UsableScripts {
  const reasons = new Map(failed);
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const script of scripts) {
      if (reasons.has(script.unit)) continue;
      const broken = script.references.map((name) => name.split('.')[0]!).find((unit) => reasons.has(unit));
      if (broken === undefined) continue;
      reasons.set(
        script.unit,
        `Dependent class is invalid and needs recompilation: Class ${broken} : ${root(reasons.get(broken)!)}`
      );
      hasChanged = true;
    }
  }
  const diagnostics = [...reasons]
    .filter(([unit]) => !failed.has(unit))
    .map(([unit, message]) => ({ unit, line: 1, column: 1, message }));
  return { scripts: scripts.filter((script) => !reasons.has(script.unit)), diagnostics };
}

/** The message that began a chain of dependants. */
function root(message: string): string {
  return message.replace(/^Dependent class is invalid and needs recompilation: /, '');
}

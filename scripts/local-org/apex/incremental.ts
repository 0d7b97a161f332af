/**
 * Compiles a project over and over, each time only the files that changed, as long as nothing that others see of them
 * has: their members, types, modifiers and annotations. Otherwise all of it is compiled anew.
 */
import { compileProject, compileUnits, triggerUnit, type CompileInput, type CompileOutput } from './compile';
import type { CompiledScript } from './script/compiled-script';

interface Compilation {
  readonly input: CompileInput;
  readonly output: CompileOutput;
}

/** Remembers the last compilation. */
export class IncrementalCompiler {
  private last: Compilation | null = null;

  /** To be called when labels or metadata have changed, which are not looked at here. */
  forget(): void {
    this.last = null;
  }

  /** The same as `compileProject`, sooner. */
  compile(input: CompileInput): CompileOutput {
    const output = (this.last && recompiled(this.last, input)) ?? compileProject(input);
    this.last = { input, output };
    return output;
  }
}

/** Null where the whole project has to be compiled. */
function recompiled({ input: before, output }: Compilation, input: CompileInput): CompileOutput | null {
  const changed = changedUnits(before, input);
  if (!changed || output.diagnostics.length > 0) return null;
  const { scripts, diagnostics } = compileUnits(input, changed);
  if (diagnostics.length > 0) return null;
  const fresh = new Map(scripts.map((script) => [script.name, script]));
  const replaced = output.scripts.filter(({ unit }) => changed.has(unit));
  const isSame = replaced.length === fresh.size && replaced.every((old) => looksTheSame(old, fresh.get(old.name)));
  if (!isSame) return null;
  return { scripts: output.scripts.map((script) => fresh.get(script.name) ?? script), diagnostics };
}

/** Names of the files whose trees are others; null where files came or went, or everything is to be compiled otherwise. */
function changedUnits(before: CompileInput, now: CompileInput): ReadonlySet<string> | null {
  if (before.coverage !== now.coverage || before.platformTypes.length !== now.platformTypes.length) return null;
  const [old, current] = [unitsOf(before), unitsOf(now)];
  if (old.size !== current.size) return null;
  const changed = new Set<string>();
  for (const [name, source] of current) {
    const known = old.get(name);
    if (!known || known.apiVersion !== source.apiVersion) return null;
    if (known.unit !== source.unit) changed.add(name);
  }
  return changed;
}

interface Source {
  readonly unit: unknown;
  readonly apiVersion: number;
}

function unitsOf({ classes, triggers = [] }: CompileInput): Map<string, Source> {
  return new Map<string, Source>([
    ...classes.map((source) => [source.name, source] as const),
    ...triggers.map((source) => [triggerUnit(source.name), source] as const)
  ]);
}

const LINES: ReadonlySet<string> = new Set(['line', 'lastLine']);

/** Lines do not count: nothing that is compiled refers to those of another file. */
function looksTheSame(old: CompiledScript, now: CompiledScript | undefined): boolean {
  return now !== undefined && face(old) === face(now);
}

function face({ description, trigger }: CompiledScript): string {
  return JSON.stringify({ description, trigger }, (key, value: unknown) => (LINES.has(key) ? undefined : value));
}

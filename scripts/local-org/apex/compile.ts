/** Compiles the Apex of a project: declares, resolves, checks, prints. */
import { Script } from 'node:vm';
import type { SchemaModel } from '../schema/model';
import type { PlatformTypeDeclaration } from '../declarations/define';
import type { AnonymousBlock, TriggerDeclaration, TypeDeclaration } from './parse/ast';
import { bindClass } from './check/functions';
import { checkDeclarations } from './check/declaration-rules';
import { checkClassRules } from './check/class-rules';
import { checkMembers } from './check/member-rules';
import { checkTypeHead } from './check/type-rules';
import { withoutDependents } from './dependents';
import type { Diagnostic } from './diagnostics';
import { emitClass } from './emit/classes';
import type { CompiledScript, TriggerDescription } from './script/compiled-script';
import type { ClassSymbol } from './symbols/class-symbols';
import { declareStatements, declareType } from './symbols/declare';
import { Project } from './symbols/project';
import { resolveHeritage, resolveMembers, resolveOverrides } from './symbols/resolve';

/** A parsed file. */
interface Source<Unit> {
  /** File name without extension. */
  readonly name: string;
  readonly unit: Unit;
  /** Of the file's -meta.xml. */
  readonly apiVersion: number;
}

export type ClassSource = Source<TypeDeclaration>;
export type TriggerSource = Source<TriggerDeclaration>;
export type AnonymousSource = Source<AnonymousBlock>;

/** What a compilation needs. */
export interface CompileInput {
  readonly classes: readonly ClassSource[];
  readonly triggers?: readonly TriggerSource[];
  readonly schema: SchemaModel;
  /** Text of each custom label by name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly platformTypes: readonly PlatformTypeDeclaration[];
  /** Namespace of the project, by which its own classes may be called. */
  readonly namespace?: string | null;
  /** Whether lines count their executions. */
  readonly coverage?: boolean;
}

/** Compiled types, and what is wrong with the others. */
export interface CompileOutput {
  readonly scripts: readonly CompiledScript[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Compiled {
  readonly symbol: ClassSymbol;
  readonly trigger: TriggerDescription | null;
}

/** Compiles a project; a class with errors is left out, and so is what depends on it. */
export function compileProject(input: CompileInput): CompileOutput {
  const project = declareClasses(input);
  const triggers = (input.triggers ?? []).map((source) => declareTrigger(project, source));
  const classes = [...project.allClasses()].map((symbol) => ({ symbol, trigger: null }));
  return compileAll(project, [...classes, ...triggers], input.coverage ?? false);
}

/** Compiles some files against the whole project. @param names of classes, and of triggers as {@link triggerUnit} gives them */
export function compileUnits(input: CompileInput, names: ReadonlySet<string>): CompileOutput {
  const project = declareClasses(input);
  const wanted = (input.triggers ?? []).filter(({ name }) => names.has(triggerUnit(name)));
  const triggers = wanted.map((source) => declareTrigger(project, source));
  const symbols = [...project.allClasses()].filter(({ unit }) => names.has(unit.name));
  const classes = symbols.map((symbol) => ({ symbol, trigger: null }));
  return compileAll(project, [...classes, ...triggers], input.coverage ?? false);
}

/** Compiles a script for execute anonymous against a project's classes. */
export function compileAnonymous(input: CompileInput, source: AnonymousSource): CompileOutput {
  const project = declareClasses(input);
  const unit = { name: source.name, kind: 'anonymous', apiVersion: source.apiVersion } as const;
  const symbol = declareStatements(project, unit, source.name, source.unit);
  const inner = [...symbol.inner.values()];
  return compileAll(
    project,
    [symbol, ...inner].map((found) => ({ symbol: found, trigger: null })),
    false
  );
}

function declareClasses(input: CompileInput): Project {
  const project = new Project(input);
  for (const { name, unit, apiVersion } of input.classes) {
    // A project may keep copies of a class in several package directories; an org has one of that name.
    if (project.classes.has(unit.name.toLowerCase())) continue;
    declareType(project, { name, kind: 'class', apiVersion }, unit);
  }
  return project;
}

function declareTrigger(project: Project, { name, unit, apiVersion }: TriggerSource): Compiled {
  const triggerObject = project.sobjectType(unit.object);
  const source = { name: triggerUnit(name), kind: 'trigger', apiVersion, triggerObject } as const;
  const symbol = declareStatements(project, source, source.name, unit);
  if (!triggerObject) project.diagnostics.report(source.name, unit, `Invalid SObject type: ${unit.object}`);
  const events = unit.events.map(({ time, operation }) => ({ time, operation }));
  return { symbol, trigger: { object: triggerObject?.name ?? unit.object, events } };
}

/** Triggers and classes may share a name; in messages and scripts a trigger's has its kind in front. */
export function triggerUnit(name: string): string {
  return `trigger ${name}`;
}

function compileAll(project: Project, compiled: readonly Compiled[], coverage: boolean): CompileOutput {
  const symbols = compiled.flatMap(({ symbol }) => symbol);
  const all = new Set([...project.allClasses(), ...symbols]);
  resolveHeritage(project, all);
  all.forEach((symbol) => resolveMembers(project, symbol));
  all.forEach(resolveOverrides);
  for (const symbol of symbols) {
    checkTypeHead(project, symbol);
    checkDeclarations(project, symbol);
    checkMembers(project, symbol);
    checkClassRules(project, symbol);
  }
  const bound = compiled.map(({ symbol, trigger }) => ({ trigger, bound: bindClass(project, symbol) }));
  const failed = new Map([...project.diagnostics.all()].reverse().map(({ unit, message }) => [unit, message]));
  const scripts = bound
    .filter((item) => !failed.has(item.bound.symbol.unit.name))
    .flatMap((item) => emitted(project, item, coverage, failed));
  for (const script of scripts) refuseBroken(project, script, failed);
  const usable = withoutDependents(
    scripts.filter((script) => !failed.has(script.unit)),
    failed
  );
  return { scripts: usable.scripts, diagnostics: [...project.diagnostics.all(), ...usable.diagnostics] };
}

/** What the compiler cannot print is a fault of its own: it costs one class, not the run. */
function emitted(project: Project, item: BoundItem, coverage: boolean, failed: Map<string, string>): CompiledScript[] {
  const { unit } = item.bound.symbol;
  try {
    return [emitClass(project, item.bound, coverage, item.trigger)];
  } catch (error) {
    const message = `Internal error of the local org: ${(error as Error).message}`;
    project.diagnostics.report(unit.name, { line: 1, column: 1 }, message);
    failed.set(unit.name, message);
    return [];
  }
}

interface BoundItem {
  readonly bound: ReturnType<typeof bindClass>;
  readonly trigger: TriggerDescription | null;
}

/** JavaScript that does not parse is such a fault, too. */
function refuseBroken(project: Project, script: CompiledScript, failed: Map<string, string>): void {
  if (script.code === null) return;
  try {
    void new Script(script.code);
  } catch (error) {
    const message = `Internal error of the local org: ${(error as Error).message} in ${script.name}`;
    project.diagnostics.report(script.unit, { line: 1, column: 1 }, message);
    failed.set(script.unit, message);
  }
}

/** Compiles the Apex of a project: declares, resolves, checks, prints. */
import type { SchemaModel } from '../database/schema/model';
import type { PlatformTypeDeclaration } from '../platform/define';
import type { TypeDeclaration } from './parse/ast';
import { bindClass } from './check/functions';
import { checkClassRules } from './check/class-rules';
import type { Diagnostic } from './diagnostics';
import { emitClass } from './emit/classes';
import type { CompiledScript } from './emit/compiled-script';
import { declareType } from './symbols/declare';
import { Project } from './symbols/project';
import { resolveHeritage, resolveMembers } from './symbols/resolve';

/** A parsed class file. */
export interface ClassSource {
  /** File name without extension. */
  readonly name: string;
  readonly unit: TypeDeclaration;
  /** Of the file's -meta.xml. */
  readonly apiVersion: number;
}

/** What a compilation needs. */
export interface CompileInput {
  readonly classes: readonly ClassSource[];
  readonly schema: SchemaModel;
  readonly labels: ReadonlyMap<string, string>;
  readonly platformTypes: readonly PlatformTypeDeclaration[];
  /** Whether lines count their executions. */
  readonly coverage?: boolean;
}

/** Compiled types, and what is wrong with the others. */
export interface CompileOutput {
  readonly scripts: readonly CompiledScript[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles a project; a class with errors is left out, and so is what depends on it. */
export function compileProject(input: CompileInput): CompileOutput {
  const project = new Project(input);
  for (const { name, unit, apiVersion } of input.classes) {
    declareType(project, { name, kind: 'class', apiVersion }, unit);
  }
  resolveHeritage(project);
  const symbols = [...project.allClasses()];
  symbols.forEach((symbol) => resolveMembers(project, symbol));
  symbols.forEach((symbol) => checkClassRules(project, symbol));
  const bound = symbols.map((symbol) => bindClass(project, symbol));
  const failed = project.diagnostics.failedUnits();
  const scripts = bound
    .filter(({ symbol }) => !failed.has(symbol.unit.name))
    .map((item) => emitClass(project, item, input.coverage ?? false));
  return { scripts, diagnostics: project.diagnostics.all() };
}

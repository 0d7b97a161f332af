import { compileProject, type CompileOutput } from '../apex/compile';
import type { TriggerDeclaration, TypeDeclaration } from '../apex/parse/ast';
import { parseProjectSources, type ParsedSource } from '../apex/parse';
import { ApexProgram } from '../apex/runtime/program';
import type { SchemaModel } from '../database/schema/model';
import type { Labels } from '../project/labels';
import type { ApexFile, Project } from '../project/project';
import { platformTypes } from './platform-types';

/** A project's Apex, compiled and loaded. */
export interface CompiledApex {
  readonly program: ApexProgram;
  readonly sources: readonly ParsedSource[];
  /** Why a class or trigger could not be compiled; undefined when it was. */
  problemOf(name: string): string | undefined;
  /** Every problem, by name of the class or trigger. */
  readonly problems: ReadonlyMap<string, string>;
}

/** What a compilation takes. */
export interface CompileOptions {
  readonly project: Project;
  readonly schema: SchemaModel;
  readonly labels: Labels;
  /** Folder for syntax trees of earlier runs. */
  readonly cacheFolder: string;
  readonly coverage: boolean;
}

/** Parses, compiles and loads the Apex of a project; what cannot be compiled is left out, with the reason. */
export async function compileApex(options: CompileOptions): Promise<CompiledApex> {
  const { project, schema, labels, cacheFolder, coverage } = options;
  const sources = await parseProjectSources(
    project.apexFiles.map(({ path }) => path),
    { cacheFolder, project: project.rootDirectory }
  );
  const output = compileProject({
    classes: parsedUnits<TypeDeclaration>(project, sources, 'class'),
    triggers: parsedUnits<TriggerDeclaration>(project, sources, 'trigger'),
    schema,
    labels: new Map(Object.entries(labels.all('en_US'))),
    platformTypes: platformTypes(),
    coverage
  });
  const problems = problemsOf(project, sources, output);
  const program = new ApexProgram(output.scripts, schema);
  return { program, sources, problems, problemOf: (name) => problems.get(name.toLowerCase()) };
}

function parsedUnits<Unit>(
  project: Project,
  sources: readonly ParsedSource[],
  wanted: ApexFile['kind']
): { name: string; unit: Unit; apiVersion: number }[] {
  return project.apexFiles.flatMap(({ name, apiVersion, kind }, index) => {
    const unit = sources[index]?.unit;
    return unit && kind === wanted ? [{ name, unit: unit as Unit, apiVersion }] : [];
  });
}

function problemsOf(
  project: Project,
  sources: readonly ParsedSource[],
  { diagnostics }: CompileOutput
): ReadonlyMap<string, string> {
  const problems = new Map<string, string[]>();
  const add = (name: string, text: string): void => {
    const list = problems.get(name.toLowerCase()) ?? [];
    problems.set(name.toLowerCase(), [...list, text]);
  };
  project.apexFiles.forEach(({ name }, index) => {
    const source = sources[index];
    for (const { line, column, message } of source?.errors ?? []) add(name, `${name}:${line}:${column} ${message}`);
    if (source?.notModeled) add(name, `NotModeled: ${source.notModeled}`);
  });
  for (const { unit, line, column, message } of diagnostics) add(unit, `${unit}:${line}:${column} ${message}`);
  return new Map([...problems].map(([name, texts]) => [name, texts.join('\n')]));
}

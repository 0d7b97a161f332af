import { join } from 'node:path';
import {
  compileProject,
  type CompileInput,
  type CompileOutput,
  compileCached,
  type CompileKey,
  type CompiledScript,
  type IncrementalCompiler,
  type TriggerDeclaration,
  type TypeDeclaration,
  ApexProgram
} from '../apex';
import { readProjectSources, type ParsedSource } from '../apex/parse';
import type { SchemaModel } from '../schema/model';
import type { Labels } from '../project/labels';
import type { ApexFile, Project } from '../project/project';
import { platformTypes } from './platform-types';

/** A project's Apex, compiled and loaded. */
export interface CompiledApex {
  readonly program: ApexProgram;
  readonly sources: readonly ParsedSource[];
  /** What was compiled, for scripts that are compiled against it. */
  readonly input: CompileInput;
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
  /** Folder for what earlier runs compiled. */
  readonly cacheFolder: string;
  readonly coverage: boolean;
  /** Whether classes annotated `@IsTest` are compiled too. */
  readonly includeTests: boolean;
  /** Compiles in place of what is kept on disk. */
  readonly compiler?: IncrementalCompiler;
}

/** A class or trigger as the compiler takes it. */
interface Unit<Tree> {
  readonly name: string;
  readonly unit: Tree;
  readonly apiVersion: number;
}

/** What is kept of a compilation. */
interface Compiled {
  readonly scripts: readonly CompiledScript[];
  /** By name of the class or trigger. */
  readonly problems: readonly (readonly [string, string])[];
}

/**
 * Compiles and loads the Apex of a project; what cannot be compiled is left out, with the reason. Nothing is parsed that
 * was compiled before and has not changed.
 */
export async function compileApex(options: CompileOptions): Promise<CompiledApex> {
  const { project, schema } = options;
  const sources = await readProjectSources(project.apexFiles.map(({ path }) => path));
  const { scripts, problems: list } = compiled(options, sources);
  const problems = new Map(list);
  return {
    program: new ApexProgram(scripts, schema, project.namespace),
    sources,
    get input() {
      return inputOf(options, sources);
    },
    problems,
    problemOf: (name) => problems.get(name.toLowerCase())
  };
}

function compiled(options: CompileOptions, sources: readonly ParsedSource[]): Compiled {
  const { project, cacheFolder, includeTests } = options;
  const name = includeTests ? project.rootDirectory : `${project.rootDirectory} without tests`;
  const { compiler } = options;
  const compile = (): Compiled => {
    const input = inputOf(options, sources);
    const output = compiler ? compiler.compile(input) : compileProject(input);
    return { scripts: output.scripts, problems: [...problemsOf(project, sources, output)] };
  };
  if (compiler) return compile();
  return compileCached(keyOf(options, sources), { folder: join(cacheFolder, 'compiled'), project: name }, compile);
}

function keyOf({ project, schema, labels, coverage }: CompileOptions, sources: readonly ParsedSource[]): CompileKey {
  const files = project.apexFiles.map(
    ({ name, kind, apiVersion }, index) => `${kind} ${name} ${apiVersion} ${sources[index]?.key}`
  );
  return {
    sources: [...files, `namespace ${project.namespace ?? ''}`],
    schema,
    labels: labelTexts(labels),
    platformTypes: platformTypes(),
    coverage
  };
}

function inputOf(options: CompileOptions, sources: readonly ParsedSource[]): CompileInput {
  const { project, schema, labels, coverage, includeTests } = options;
  const all = parsedUnits<TypeDeclaration>(project, sources, 'class');
  return {
    classes: includeTests ? all : all.filter(({ unit }) => !isTestClass(unit)),
    triggers: parsedUnits<TriggerDeclaration>(project, sources, 'trigger'),
    schema,
    labels: labelTexts(labels),
    platformTypes: platformTypes(),
    namespace: project.namespace,
    coverage
  };
}

function labelTexts(labels: Labels): ReadonlyMap<string, string> {
  return new Map(Object.entries(labels.all('en_US')));
}

function isTestClass({ annotations }: TypeDeclaration): boolean {
  return annotations.some(({ name }) => name.toLowerCase() === 'istest');
}

function parsedUnits<Tree>(project: Project, sources: readonly ParsedSource[], wanted: ApexFile['kind']): Unit<Tree>[] {
  return project.apexFiles.flatMap(({ name, apiVersion, kind }, index) => {
    const source = sources[index];
    if (!source?.unit || kind !== wanted) return [];
    return [{ name, unit: source.unit as Tree, apiVersion }];
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

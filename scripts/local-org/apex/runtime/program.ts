/** A compiled project, loaded: its classes by name, ready to be called. */
import { Script } from 'node:vm';
import type { SchemaModel } from '../../schema/model';
import { setRuntimeTypeResolver } from '../../values/runtime-type';
import { platformTypes } from '../../declarations/define';
import type { CompiledScript, TriggerDescription } from '../script/compiled-script';
import { BODY_METHOD } from '../symbols/trigger-class';
import { buildClassInfo, buildMetadata, type LoadedClass } from './class-info';
import type { ClassMetadata, MethodMetadata } from './class-metadata';
import { coverageOf, CoverageWindow, type UnitCoverage } from './coverage';
import './instance-of';
import { Linker } from './linker';
import { RuntimeType } from './runtime-type';
import { installStackReader, type StackSource } from './stack';
import { TypeReader } from './type-descriptor';
import { TypeNames } from './type-names';

/** A trigger that can be run; what it sees is in the platform's `Trigger` context. */
export interface LoadedTrigger {
  readonly name: string;
  readonly object: string;
  readonly events: TriggerDescription['events'];
  readonly apiVersion: number;
  run(): void;
}

interface Loaded {
  readonly script: CompiledScript;
  readonly type: RuntimeType;
  readonly hits: number[];
  javaScriptClass: LoadedClass | null;
  metadata: ClassMetadata | null;
}

type ScriptResult = { readonly javaScriptClass: LoadedClass; link(): void };
type ScriptFunction = (linker: Linker, superclass: unknown, hits: number[]) => ScriptResult;

/** All compiled classes of a project. */
export class ApexProgram {
  private readonly types: TypeReader;
  private readonly names: TypeNames;
  private readonly linker: Linker;
  private readonly byName = new Map<string, Loaded>();
  private readonly links: (() => void)[] = [];

  /** @param namespace that of the project, by which `Type.forName` finds its classes too */
  constructor(scripts: readonly CompiledScript[], schema: SchemaModel, namespace: string | null = null) {
    this.types = new TypeReader(schema, (name) => this.byName.get(name.toLowerCase())?.type);
    this.names = new TypeNames(schema, (lowerName) => this.byName.get(lowerName)?.type, namespace);
    this.linker = new Linker(this.types, schema, (name) => this.classOf(name));
    this.load(scripts);
  }

  /**
   * Loads scripts beside those there are, as execute anonymous does; of two with one name the later one counts. What is
   * running goes on with the classes it has.
   */
  add(scripts: readonly CompiledScript[]): void {
    this.load(scripts);
    installStackReader(this.stackSources());
  }

  /** Makes the types of this program those that `Type.forName` and the platform find by name. */
  activate(): void {
    setRuntimeTypeResolver((name) => this.names.find(name));
    installStackReader(this.stackSources());
  }

  /** A type by the name a program writes, without case. */
  findType(name: string): RuntimeType | undefined {
    return this.names.find(name);
  }

  /** A class, interface or enum of the project by its full name, without case. */
  findClass(name: string): ClassMetadata | undefined {
    return this.byName.get(name.toLowerCase())?.metadata ?? undefined;
  }

  /** Every type of the project. */
  classes(): ClassMetadata[] {
    return [...this.byName.values()].map((loaded) => loaded.metadata!);
  }

  /** The project's triggers. */
  triggers(): LoadedTrigger[] {
    return [...this.byName.values()].flatMap(({ script }) => {
      const { trigger } = script;
      if (!trigger) return [];
      const name = script.name.replace(/^trigger /, '');
      const run = (): void => void this.callStatic(script.name, BODY_METHOD);
      return [{ name, object: trigger.object, events: trigger.events, apiVersion: script.description.apiVersion, run }];
    });
  }

  /** What was loaded. */
  scripts(): CompiledScript[] {
    return [...this.byName.values()].map(({ script }) => script);
  }

  /** Static methods of this name. */
  staticMethods(className: string, methodName: string): MethodMetadata[] {
    const lower = methodName.toLowerCase();
    const methods = this.findClass(className)?.methods ?? [];
    return methods.filter((method) => method.isStatic && method.name.toLowerCase() === lower);
  }

  /**
   * Calls a static method with Apex values.
   * @throws Error when the class has no such method with that many parameters
   */
  callStatic(className: string, methodName: string, values: readonly unknown[] = []): unknown {
    const methods = this.staticMethods(className, methodName);
    const method = methods.find((candidate) => candidate.parameters.length === values.length);
    if (!method) throw new Error(`${className} has no static method ${methodName} with ${values.length} parameters.`);
    return this.invokeStatic(className, method, values);
  }

  /** Calls one static method with Apex values. */
  invokeStatic(className: string, method: MethodMetadata, values: readonly unknown[] = []): unknown {
    const owner = this.classOf(className) as unknown as Record<string, (...parameters: unknown[]) => unknown>;
    return owner[method.javaScriptName]!(...values);
  }

  /** What was executed so far, of programs compiled with coverage. */
  coverage(): UnitCoverage[] {
    return coverageOf(this.byName.values());
  }

  /** For what single tests execute. */
  coverageWindow(): CoverageWindow {
    return new CoverageWindow(this.byName.values());
  }

  private load(scripts: readonly CompiledScript[]): void {
    for (const script of scripts) {
      const { description } = script;
      const kind = description.isException ? 'exception' : description.kind;
      const hits = new Array<number>(script.coverage.counters).fill(0);
      const type = new RuntimeType(script.name, kind);
      this.byName.set(script.name.toLowerCase(), { script, type, hits, javaScriptClass: null, metadata: null });
    }
    for (const loaded of this.byName.values()) this.instantiate(loaded);
    for (const loaded of this.byName.values()) this.describe(loaded);
    this.links.splice(0).forEach((link) => link());
  }

  /** Runs a script after that of its super class. */
  private instantiate(loaded: Loaded): LoadedClass | null {
    const { script } = loaded;
    if (loaded.javaScriptClass || script.code === null) return loaded.javaScriptClass;
    const superclass = this.superclassOf(script);
    const make = new Script(script.code, {
      filename: `apex:${script.name.replace(' ', '.')}`
    }).runInThisContext() as ScriptFunction;
    const { javaScriptClass, link } = make(this.linker, superclass, loaded.hits);
    loaded.javaScriptClass = javaScriptClass;
    loaded.type.javaScriptClass = javaScriptClass;
    this.links.push(link);
    return javaScriptClass;
  }

  private superclassOf({ description, name }: CompiledScript): unknown {
    const { superclass } = description;
    if (superclass === null) return undefined;
    if (superclass.startsWith('u:')) {
      const loaded = this.byName.get(superclass.slice(2).toLowerCase());
      return loaded && this.instantiate(loaded);
    }
    const platform = superclass.slice(2).replace(/<.*/, '');
    const declaration = platformTypes().find((type) => `${type.namespace}.${type.name}` === platform);
    if (!declaration?.javaScriptClass) throw new Error(`${name} extends ${platform}, which has no JavaScript class.`);
    return declaration.javaScriptClass;
  }

  private describe(loaded: Loaded): ClassMetadata {
    if (loaded.metadata) return loaded.metadata;
    const { script, type, javaScriptClass } = loaded;
    const outerName = script.description.outer;
    const outer = outerName === null ? null : this.describe(this.byName.get(outerName.toLowerCase())!);
    const metadata = buildMetadata(script, type, javaScriptClass, this.types, outer);
    loaded.metadata = metadata;
    type.metadata = metadata;
    type.classInfo = buildClassInfo(metadata);
    if (javaScriptClass) {
      javaScriptClass.$meta = metadata;
      Object.defineProperty(javaScriptClass.prototype, '$type', { value: type });
    }
    return metadata;
  }

  private classOf(name: string): LoadedClass {
    const found = this.byName.get(name.toLowerCase())?.javaScriptClass;
    if (!found) throw new Error(`${name} is not a compiled class.`);
    return found;
  }

  private stackSources(): ReadonlyMap<string, StackSource> {
    return new Map(
      [...this.byName.values()].map(({ script }) => [
        script.name.replace(' ', '.'),
        {
          name: script.name.replace(/^trigger /, ''),
          unitKind: script.unitKind,
          lines: script.lines,
          methods: script.description.methods
        }
      ])
    );
  }
}

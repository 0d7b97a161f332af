/** Everything one compilation knows: the project's types, the platform's, the schema, labels and what went wrong. */
import type { SchemaModel } from '../../schema/model';
import type { PlatformTypeDeclaration } from '../../declarations/define';
import { Diagnostics } from '../diagnostics';
import type { ClassSymbol } from './class-symbols';
import { PlatformTable } from './platform-table';
import { TypeTable, type Type } from './types';

/** What a compilation starts from, besides sources. */
export interface ProjectEnvironment {
  readonly schema: SchemaModel;
  readonly platformTypes: readonly PlatformTypeDeclaration[];
  /** Text of each custom label by name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Namespace of the project, if it has one. */
  readonly namespace?: string | null;
}

/** The symbol tables of one compilation. */
export class Project {
  readonly schema: SchemaModel;
  readonly types = new TypeTable();
  readonly platform: PlatformTable;
  /** Lower-case label name to its canonical name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly diagnostics = new Diagnostics();
  /** Its own namespace in lower case. */
  readonly namespace: string | null;
  /** Top-level types by lower-case name. */
  readonly classes = new Map<string, ClassSymbol>();

  constructor(environment: ProjectEnvironment) {
    this.schema = environment.schema;
    this.labels = new Map([...environment.labels.keys()].map((name) => [name.toLowerCase(), name]));
    this.platform = new PlatformTable(environment.platformTypes, this.types, (name) => this.sobjectType(name));
    this.namespace = environment.namespace?.toLowerCase() ?? null;
    if (this.namespace) this.platform.addNamespace(this.namespace);
  }

  /** The type of an object's records by API name in any case. */
  sobjectType(name: string): Type | undefined {
    const object = this.schema.object(name);
    return object && this.types.sobject(object);
  }

  /** Every type of the project, outer before inner. */
  *allClasses(): Generator<ClassSymbol> {
    for (const symbol of this.classes.values()) {
      yield symbol;
      yield* symbol.inner.values();
    }
  }
}

/** What the checker knows while it is inside one function body. */
import type { Position } from '../parse/ast';
import type { BoundExpression, LocalSymbol } from '../bound/expressions';
import type { ClassSymbol, FieldSymbol } from '../symbols/class-symbols';
import type { Project } from '../symbols/project';
import type { Type } from '../symbols/types';
import { nameProblem } from './identifiers';

/** JavaScript words that an Apex identifier may collide with. */
const RESERVED = new Set(
  (
    'abstract arguments await boolean break byte case catch char class const continue debugger default delete do double ' +
    'else enum eval export extends false final finally float for function goto if implements import in instanceof int ' +
    'interface let long native new null package private protected public return short static super switch synchronized ' +
    'this throw throws transient true try typeof var void volatile while with yield undefined NaN Infinity async of get set'
  ).split(' ')
);

/** Local variables by lower-case name, innermost scope first. */
export class Scope {
  private readonly locals = new Map<string, LocalSymbol>();
  readonly parent: Scope | null;

  constructor(parent: Scope | null) {
    this.parent = parent;
  }

  find(name: string): LocalSymbol | undefined {
    return this.locals.get(name.toLowerCase()) ?? this.parent?.find(name);
  }

  /** Every variable that can be seen, innermost first. */
  *all(): Generator<LocalSymbol> {
    yield* this.locals.values();
    if (this.parent) yield* this.parent.all();
  }

  add(local: LocalSymbol): void {
    this.locals.set(local.name.toLowerCase(), local);
  }
}

/** One function body being checked. */
export class BodyContext {
  readonly project: Project;
  readonly owner: ClassSymbol;
  readonly isStatic: boolean;
  readonly returnType: Type;
  /** The property whose accessor this is: inside, its name means the stored value. */
  readonly property: FieldSymbol | null;
  /** Whether `return` yields the object, as emitted constructors do. */
  readonly isConstructor: boolean;
  /** Whether this is a constructor or initialiser, where final fields may be assigned. */
  readonly isInitializing: boolean;
  /** The field whose initialiser this is. */
  readonly initialized: FieldSymbol | null;
  /** Whether this is an instance initialiser, from which nothing returns. */
  readonly isBlock: boolean;
  readonly temporaries: LocalSymbol[] = [];
  scope = new Scope(null);
  loopDepth = 0;
  /** What is being assigned. */
  assigned: Position | null = null;
  /** The name on which a method is being called. */
  receiver: Position | null = null;
  private nextName = 1;

  constructor(options: {
    project: Project;
    owner: ClassSymbol;
    isStatic: boolean;
    returnType: Type;
    property?: FieldSymbol | null;
    isInitializing?: boolean;
    isBlock?: boolean;
    initialized?: FieldSymbol | null;
    isConstructor?: boolean;
  }) {
    this.project = options.project;
    this.owner = options.owner;
    this.isStatic = options.isStatic;
    this.returnType = options.returnType;
    this.property = options.property ?? null;
    this.isConstructor = options.isConstructor ?? false;
    this.isInitializing = options.isInitializing ?? false;
    this.isBlock = options.isBlock ?? false;
    this.initialized = options.initialized ?? null;
  }

  report(position: Position, message: string): void {
    this.project.diagnostics.report(this.owner.unit.name, position, message);
  }

  /** Declares a variable of the source. */
  declare(name: string, type: Type, position: Position, options: { isAssigned?: boolean } = {}) {
    const problem = nameProblem(name);
    if (problem) this.report(position, problem);
    if (this.scope.find(name)) this.report(position, `Duplicate variable: ${name}`);
    const local: LocalSymbol = {
      name,
      type,
      assigned: options.isAssigned ? [] : null,
      isTemporary: false,
      javaScriptName: RESERVED.has(name) ? `${name}$` : name
    };
    this.scope.add(local);
    return local;
  }

  /** Makes a variable of the compiler's own. */
  temporary(type: Type, value?: BoundExpression): LocalSymbol {
    const name = `$${this.nextName++}`;
    const assigned = value ? [value] : null;
    const local: LocalSymbol = { name, type, assigned, isTemporary: true, javaScriptName: name };
    this.temporaries.push(local);
    return local;
  }

  /** Runs `body` with a scope of its own for variables. */
  inScope<T>(body: () => T): T {
    const outer = this.scope;
    this.scope = new Scope(outer);
    try {
      return body();
    } finally {
      this.scope = outer;
    }
  }
}

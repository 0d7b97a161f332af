/**
 * What one emitted script needs from outside, each thing named once at its top: operators of the runtime, types,
 * platform implementations, other classes, constants.
 */
import type { ClassSymbol } from '../symbols/class-symbols';
import type { PlatformMember } from '../symbols/platform-table';
import { typeDescriptor, type Type } from '../symbols/types';
import type { OperatorName } from '../runtime/operators';
import { CounterList, type BranchKind, type CoveragePoints } from '../script/coverage-points';

/** Marks, in emitted text, where code of another Apex line begins. */
const LINE_MARK = '\u0001';
const LINE_MARK_PATTERN = /\u0001(\d+);/g;

/** Emitted text with a mark for its Apex line in front. */
export function atLine(line: number, code: string): string {
  return `${LINE_MARK}${line};${code}`;
}

/** A finished script. */
export interface ScriptText {
  readonly code: string;
  /** Apex line by JavaScript line, both from 1; index 0 is unused. */
  readonly lines: readonly number[];
}

/** Collects what a script refers to. */
export class ScriptContext {
  /** The type this script is for: every Apex type has a script of its own. */
  readonly owner: ClassSymbol;
  /** Whether statements count their executions. */
  isCovering: boolean;
  private readonly operators = new Set<OperatorName>();
  private readonly linked = new Map<string, string>();
  private readonly counters = new CounterList();

  constructor(options: { readonly owner: ClassSymbol; readonly isCovering: boolean }) {
    this.owner = options.owner;
    this.isCovering = options.isCovering;
  }

  /** The name of a runtime operator in this script. */
  operator(name: OperatorName): string {
    this.operators.add(name);
    return `$${name}`;
  }

  /** A run-time type. */
  type(type: Type): string {
    return this.constant(`$.type(${JSON.stringify(typeDescriptor(type))})`);
  }

  /** The function behind a platform member. */
  platform(member: PlatformMember): string {
    const values = [member.owner.qualifiedName, member.key, this.owner.unit.apiVersion];
    return this.constant(`$.implementation(${values.map((value) => JSON.stringify(value)).join(', ')})`);
  }

  /** The emitted class of a symbol. */
  classOf(symbol: ClassSymbol): string {
    return this.constant(`$.classOf(${JSON.stringify(symbol.fullName)})`);
  }

  /** The object that holds a class's static fields in the running transaction. */
  statics(symbol: ClassSymbol): string {
    return `${this.classOf(symbol)}.$s()`;
  }

  /** A value computed once, when all scripts of the program are there. @param expression may use `$`, the runtime */
  constant(expression: string): string {
    let name = this.linked.get(expression);
    if (!name) {
      name = `$k${this.linked.size + 1}`;
      this.linked.set(expression, name);
    }
    return name;
  }

  /** Code that counts an execution of a line; empty without coverage. */
  cover(line: number): string {
    return this.isCovering ? this.counters.line(line) : '';
  }

  /** Prints code of the compiler's own, whose branches nobody wrote. */
  uncounted(print: () => string): string {
    const { isCovering } = this;
    this.isCovering = false;
    const code = print();
    this.isCovering = isCovering;
    return code;
  }

  /** Expressions that count the ways of a branch; to be asked for with coverage only. */
  branch(kind: BranchKind, line: number, ways: readonly string[]): readonly string[] {
    return this.counters.branch(kind, line, ways);
  }

  /** What the script counts. */
  get coverage(): CoveragePoints {
    return this.counters.points();
  }

  /** Declarations for the top of the script, and the body of its link function. */
  header(): { readonly declarations: string; readonly link: string } {
    const operators = [...this.operators].map((name) => `$${name} = $.operators.${name}`);
    const names = [...this.linked.values()];
    const declarations = [
      operators.length > 0 ? `const ${operators.join(', ')};` : '',
      names.length > 0 ? `let ${names.join(', ')};` : ''
    ].join('');
    const link = [...this.linked].map(([expression, name]) => `${name} = ${expression};`).join('');
    return { declarations, link };
  }
}

/** Puts code of each Apex line on a line of its own and notes which is which. */
export function finishText(marked: string): ScriptText {
  const lines = [0, 0];
  let current = 0;
  const code = marked.replace(LINE_MARK_PATTERN, (_mark, digits: string) => {
    const line = Number(digits);
    if (line === current) return '';
    current = line;
    lines.push(line);
    return '\n';
  });
  if (!code.includes(LINE_MARK)) return { code, lines };
  throw new Error('An emitted line mark is malformed.');
}

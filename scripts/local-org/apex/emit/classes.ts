/**
 * Prints a class: fields, members, static state and the aliases under which the platform calls it.
 *
 * A JavaScript instance is made bare (`new C()`), then initialised by the method of its Apex constructor; static
 * fields live in an object per transaction that `$s()` returns.
 */
import type { BoundClass, BoundMember } from '../bound/classes';
import type { ClassSymbol, FieldSymbol } from '../symbols/class-symbols';
import type { Project } from '../symbols/project';
import { aliasesOf } from './aliases';
import type { CompiledScript, TriggerDescription } from '../script/compiled-script';
import { describeClass, isException } from './descriptions';
import { emitFunction } from './function';
import { accessorName, constructorName, initializerPrefix, methodName, storageName } from '../script/names';
import { atLine, finishText, ScriptContext } from './script';
import { sharingGuard } from './sharing';

type MemberOf<K extends BoundMember['kind']> = Extract<BoundMember, { kind: K }>;

/** Prints one type of the project. */
export function emitClass(
  project: Project,
  bound: BoundClass,
  isCovering: boolean,
  trigger: TriggerDescription | null = null
): CompiledScript {
  const { symbol } = bound;
  const script = new ScriptContext({ owner: symbol, isCovering });
  const description = describeClass(project, symbol);
  const text = symbol.kind === 'class' ? finishText(new ClassPrinter(project, bound, script).print()) : null;
  return {
    name: symbol.fullName,
    unit: symbol.unit.name,
    unitKind: symbol.unit.kind,
    code: text?.code ?? null,
    lines: text?.lines ?? [],
    coverage: script.coverage,
    description,
    references: referencesOf(symbol.fullName, `${script.header().link} ${JSON.stringify(description)}`),
    trigger
  };
}

/** Names of user types in descriptors and links. */
function referencesOf(own: string, text: string): string[] {
  const names = [...text.matchAll(/u:([\w.]+)|\$\.classOf\("([\w.]+)"\)/g)].map((match) => match[1] ?? match[2]!);
  return [...new Set(names)].filter((name) => name !== own);
}

class ClassPrinter {
  private readonly project: Project;
  private readonly bound: BoundClass;
  private readonly symbol: ClassSymbol;
  private readonly script: ScriptContext;
  private readonly instanceInitializers: string[] = [];
  private readonly staticInitializers: string[] = [];
  /** Those of the static initialisers that come first. */
  private readonly constants = new Set<string>();

  constructor(project: Project, bound: BoundClass, script: ScriptContext) {
    this.project = project;
    this.bound = bound;
    this.symbol = bound.symbol;
    this.script = script;
  }

  /** The whole script: a function of the linker, the super class and the line counters. */
  print(): string {
    const body = [
      this.instanceFields(),
      ...this.bound.members.map((member) => this.member(member)),
      // From here on it is no Apex line's code.
      atLine(0, this.impliedConstructor()),
      this.instanceInitializer(),
      this.statics(),
      aliasesOf(this.project, this.symbol)
    ].join('');
    const heritage = this.symbol.superclass ? ' extends $super' : '';
    const { declarations, link } = this.script.header();
    const state = 'let $S = null, $E = -1;';
    const head = `(function ($, $super, $h) {"use strict";${declarations}${state}`;
    return `${head}class $C${heritage} {${body}}return {javaScriptClass: $C, link() {${link}}};})`;
  }

  private get fields(): FieldSymbol[] {
    return [...this.symbol.fields.values()];
  }

  private instanceFields(): string {
    const names = this.fields.filter((field) => !field.isStatic && !isAbstract(field)).map(storageName);
    return names.map((name) => `${name} = null;`).join('');
  }

  private member(member: BoundMember): string {
    switch (member.kind) {
      case 'method':
        return this.method(member);
      case 'constructor':
        return this.constructorMethod(member);
      case 'initializer':
        return this.initializer(member);
      case 'accessor':
        return this.accessor(member);
    }
  }

  private method({ method, body }: MemberOf<'method'>): string {
    const guard = sharingGuard(this.script, this.symbol, body, method.access !== 'private');
    const prefix = method.isStatic ? 'static ' : '';
    const first = (method.isStatic ? this.enterClass() : '') + guard.before;
    return `${prefix}${methodName(method)}${emitFunction(this.script, body, first, guard.after)}`;
  }

  /** Static initialiser blocks run when the class is first used, whatever is used of it. */
  private enterClass(): string {
    const hasBlock = this.bound.members.some(
      (member) => member.kind === 'initializer' && member.isStatic && member.isBlock
    );
    return hasBlock ? '$C.$s();' : '';
  }

  private constructorMethod({ constructor, body, delegates }: MemberOf<'constructor'>): string {
    const guard = sharingGuard(this.script, this.symbol, body, true);
    const first = this.enterClass() + guard.before + (delegates ? '' : this.initialise());
    const last = `${guard.after}return this;`;
    return `${constructorName(this.symbol, constructor)}${emitFunction(this.script, body, first, last)}`;
  }

  /** What a constructor does before its body: the constructor of the super class. */
  private initialise(): string {
    const superclass = this.symbol.superclass?.symbol;
    return superclass ? `this.${constructorName(superclass, null)}();` : '';
  }

  /** Every class has a constructor without parameters unless it declares one; so has every exception. */
  private impliedConstructor(): string {
    const { constructors } = this.symbol;
    const declaresPlain = constructors.some((constructor) => constructor.parameters.length === 0);
    if (declaresPlain || (constructors.length > 0 && !isException(this.symbol))) return '';
    return `${constructorName(this.symbol, null)}() {${this.enterClass()}${this.initialise()}return this;}`;
  }

  private initializer({ isStatic, isConstant, body }: MemberOf<'initializer'>): string {
    const names = isStatic ? this.staticInitializers : this.instanceInitializers;
    const name = `${initializerPrefix(this.symbol, isStatic)}${names.length}`;
    names.push(name);
    if (isStatic && isConstant) this.constants.add(name);
    return `${isStatic ? 'static ' : ''}${name}${emitFunction(this.script, body)}`;
  }

  /**
   * All field initialisers run before any constructor, those of the super class first: public code that passes on the
   * platform relies on it where a constructor calls an overridden method.
   */
  private instanceInitializer(): string {
    const calls = this.instanceInitializers.map((name) => `this.${name}();`).join('');
    const before = this.symbol.superclass ? 'super.$initialize?.();' : '';
    return `$initialize() {${before}${calls}return this;}`;
  }

  private accessor({ field, accessor, body }: MemberOf<'accessor'>): string {
    const prefix = `${field.isStatic ? 'static ' : ''}${accessor} ${accessorName(field)}`;
    if (body) {
      const guard = sharingGuard(this.script, this.symbol, body, field.access !== 'private');
      return `${prefix}${emitFunction(this.script, body, guard.before, guard.after)}`;
    }
    const place = `${field.isStatic ? '$C.$s()' : 'this'}.${storageName(field)}`;
    return accessor === 'get' ? `${prefix}() {return ${place};}` : `${prefix}($value) {${place} = $value;}`;
  }

  /**
   * In source order, but constants first: a static field may be made of one that stands below it, which public code that
   * passes on the platform does.
   */
  private staticOrder(): string[] {
    return [...this.constants, ...this.staticInitializers.filter((name) => !this.constants.has(name))];
  }

  private statics(): string {
    const fields = this.fields.filter((field) => field.isStatic);
    const initial = fields.map((field) => `${storageName(field)}: null`).join(', ');
    const epoch = this.script.operator('epoch');
    const enter = this.script.operator('enterStatics');
    const run = this.staticOrder()
      .map((name) => `$C.${name}();`)
      .join('');
    const load =
      `const entered = ${enter}($C, () => ({${initial}}));$S = entered.values;$E = ${epoch}.n;` +
      `if (entered.isNew) {${run}}return $S;`;
    return `static $s() {return $E === ${epoch}.n ? $S : $C.$load();}static $load() {${load}}`;
  }
}

function isAbstract(field: FieldSymbol): boolean {
  return field.modifiers.includes('abstract');
}

/** The select list of a query of records: which columns, and the tree of records they become. */
import { NotModeled } from '../../values/not-modeled';
import type { ObjectDefinition } from '../../schema/model';
import { isStored } from '../../store/codec';
import type { SoqlField, SoqlFieldsFunction, SoqlQuery, SoqlSelectValue, SoqlTypeOf } from '../../soql/ast';
import type { ColumnList } from './columns';
import { SoqlError } from './errors';
import { addressOperand } from './addresses';
import { compileOperand, selectedField, type Operand } from './operands';
import type { ChildReader, ParentReader, RecordPlan, RecordReader, ValueReader } from './plan';
import { parentFieldOf } from '../../schema/parent-field';
import type { QueryScope, Source } from './scope';

/** A record reader under construction. */
class RecordNode implements RecordReader {
  readonly object: ObjectDefinition;
  readonly idColumn: number;
  readonly values: ValueReader[] = [];
  readonly parents: ParentReader[] = [];
  readonly children: ChildReader[] = [];
  readonly selected = new Set<string>();
  private readonly alias: string;
  private readonly nodes = new Map<string, RecordNode[]>();

  constructor(source: Source, columns: ColumnList) {
    this.object = source.object;
    this.alias = source.alias;
    this.idColumn = columns.add(`${source.alias}."Id"`);
    this.addValue('Id', this.idColumn, (stored) => stored);
  }

  addValue(name: string, column: number, decode: (stored: unknown) => unknown): void {
    if (this.selected.has(name)) return;
    this.selected.add(name);
    this.values.push({ name, column, decode });
  }

  /** The nodes of a parent, made on first use; the reference to the parent can then be read too. */
  parent(name: string, columns: ColumnList, make: () => RecordNode[]): RecordNode[] {
    let nodes = this.nodes.get(name);
    if (!nodes) {
      const reference = parentFieldOf(this.object, name);
      if (reference)
        this.addValue(reference.name, columns.add(`${this.alias}."${reference.name}"`), (stored) => stored);
      nodes = make();
      this.nodes.set(name, nodes);
      this.parents.push({ name, options: nodes });
      this.selected.add(name);
    }
    return nodes;
  }
}

/** Compiles child SELECTs; the compiler of whole statements provides it. */
export type ChildCompiler = (query: SoqlQuery, parent: ObjectDefinition) => { name: string; plan: RecordPlan };

/** Functions that give a value as a person reads it; they may have an alias. */
const TRANSLATIONS: ReadonlySet<string> = new Set(['CONVERTCURRENCY', 'FORMAT', 'TOLABEL']);

/** Builds the record tree of one SELECT. */
export class RecordSelect {
  private readonly scope: QueryScope;
  private readonly columns: ColumnList;
  private readonly root: RecordNode;
  private readonly compileChild: ChildCompiler;
  private readonly written = new Set<string>();

  constructor(scope: QueryScope, columns: ColumnList, compileChild: ChildCompiler) {
    this.scope = scope;
    this.columns = columns;
    this.compileChild = compileChild;
    this.root = new RecordNode(scope.root, columns);
  }

  /** Adds a whole select list. */
  read(query: SoqlQuery): RecordReader {
    for (const item of query.select) {
      switch (item.kind) {
        case 'value':
          this.value(item);
          break;
        case 'fields':
          this.fields(item, query);
          break;
        case 'typeof':
          this.typeOf(item);
          break;
        default:
          this.child(item.query);
      }
    }
    return this.root;
  }

  private value(item: SoqlSelectValue): void {
    const { value } = item;
    if (item.alias && value.kind === 'function' && TRANSLATIONS.has(value.name)) {
      throw new NotModeled(`SOQL function ${value.name} with an alias`);
    }
    if (item.alias) throw new SoqlError('only aggregate expressions use field aliasing', item);
    if (value.kind === 'function') {
      const argument = value.arguments[0];
      if (argument?.kind !== 'field') throw new SoqlError(`function ${value.name} is not supported here`, item);
      const resolved = this.scope.field(argument.path, argument);
      this.addOperand(compileOperand(value, this.scope), resolved.relationships, resolved.field.name);
      return;
    }
    const key = value.path.join('.').toLowerCase();
    if (this.written.has(key))
      throw new SoqlError(`duplicate field selected: ${value.path[value.path.length - 1]}`, item);
    this.written.add(key);
    this.field(value);
  }

  private field(value: SoqlField): void {
    const resolved = this.scope.field(value.path, value);
    if (resolved.field.type === 'ADDRESS') {
      this.addOperand(addressOperand(resolved), resolved.relationships, resolved.field.name);
      return;
    }
    if (resolved.relationships.length === 0) {
      this.addOperand(selectedField(resolved), [], resolved.field.name);
      return;
    }
    // Each object a polymorphic reference may point to has its own column.
    for (const node of this.parentNodes(resolved.relationships, value)) {
      const source = resolved.sources.find((candidate) => candidate.object === node.object);
      if (!source) continue;
      const single = { ...resolved, sources: resolved.sources.length > 1 ? [source] : resolved.sources };
      if (resolved.field.name === 'Type' && resolved.sources.length > 1) {
        node.addValue('Type', this.columns.add(`'${source.object.name}'`), (stored) => stored);
      } else {
        const operand = selectedField(single);
        node.addValue(resolved.field.name, this.columns.add(operand.selected), operand.decode);
      }
    }
  }

  private addOperand(operand: Operand, relationships: readonly string[], name: string): void {
    const column = this.columns.add(operand.selected);
    const nodes = relationships.length === 0 ? [this.root] : this.parentNodes(relationships, { line: 1, column: 1 });
    for (const node of nodes) node.addValue(name, column, operand.decode);
  }

  /** The nodes at the end of a relationship path. */
  private parentNodes(relationships: readonly string[], position: { line: number; column: number }): RecordNode[] {
    let nodes = [this.root];
    relationships.forEach((name, index) => {
      const { sources } = this.scope.follow(relationships.slice(0, index + 1), position);
      nodes = nodes.flatMap((node) =>
        node.parent(name, this.columns, () => sources.map((source) => new RecordNode(source, this.columns)))
      );
    });
    return nodes;
  }

  /** "FIELDS()", SOQL and SOSL Reference: ALL and CUSTOM are unbounded and want a LIMIT of at most 200. */
  private fields(item: SoqlFieldsFunction, query: SoqlQuery): void {
    const limit = query.limit?.kind === 'number' ? Number(query.limit.text) : query.limit ? 200 : Infinity;
    if (item.scope !== 'standard' && limit > 200) {
      throw new SoqlError('The SOQL FIELDS function must have a LIMIT of at most 200', item);
    }
    for (const field of this.scope.root.object.fields.values()) {
      if (item.scope !== 'all' && field.custom !== (item.scope === 'custom')) continue;
      if (isStored(field) || field.formula || field.rollUp)
        this.field({ kind: 'field', path: [field.name], line: item.line, column: item.column });
    }
  }

  /** "TYPEOF", SOQL and SOSL Reference: each object has its own fields, the rest those of ELSE. */
  private typeOf(item: SoqlTypeOf): void {
    const { sources, relationships } = this.scope.follow(item.path, item);
    for (const node of this.parentNodes(relationships, item)) {
      const branch = item.whens.find((when) => when.object.toLowerCase() === node.object.name.toLowerCase());
      const source = sources.find((candidate) => candidate.object === node.object);
      for (const { path } of branch?.fields ?? item.otherwise ?? []) {
        const field = node.object.fields.get(path[path.length - 1].toLowerCase());
        if (!field || !source) continue;
        const { selected, decode } = selectedField({
          ...this.scope.field([...item.path, field.name], item),
          field,
          sources: [source]
        });
        node.addValue(field.name, this.columns.add(selected), decode);
      }
    }
  }

  private child(query: SoqlQuery): void {
    const child = this.compileChild(query, this.scope.root.object);
    if (this.root.selected.has(child.name)) throw new SoqlError(`duplicate field selected: ${child.name}`, query);
    this.root.selected.add(child.name);
    this.root.children.push(child);
  }
}

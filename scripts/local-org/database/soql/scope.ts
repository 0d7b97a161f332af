/**
 * The tables one SELECT reads: its object and the parents its field paths lead to, each joined once.
 * @see "Relationship Queries", SOQL and SOSL Reference
 */
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../../schema/model';
import { parentFieldOf } from '../../schema/parent-field';
import { foldedColumn } from '../../store/fold';
import { isEvaluated, isStored, isText } from '../../store/codec';
import { NotModeled } from '../../values/not-modeled';
import type { SoqlPosition } from '../../soql/ast';
import { formulaTable } from './formula-tables';
import { rollUpValue } from '../../store/roll-ups';
import { wrapSql, type Sql } from './sql';
import { SoqlError, unknownField, unknownParent } from './errors';

/** Levels of parents a path may climb ("Understanding Relationship Query Limitations"). */
const PARENT_LEVELS = 5;

/** A table in a SELECT. */
export interface Source {
  readonly object: ObjectDefinition;
  readonly alias: string;
  /** Not the object the query is about: its row can be missing. */
  readonly outer: boolean;
}

/** A field that a path leads to. */
export interface ResolvedField {
  readonly field: FieldDefinition;
  /** One source, or one per target of a polymorphic reference. */
  readonly sources: readonly Source[];
  /** Canonical relationship names on the way. */
  readonly relationships: readonly string[];
  readonly schema: SchemaModel;
  /** Notes that the statement needs the values of a formula field in a table. */
  needTable(source: Source): void;
}

/** Makes the aliases of one statement, subqueries included. */
export class AliasMaker {
  private next = 0;

  make(): string {
    this.next += 1;
    return `t${this.next}`;
  }
}

/** A field the query touches, for the check of the user's permissions. */
export interface FieldUse {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
  readonly position: SoqlPosition;
  /** A formula field that the statement compares, sorts or groups by: its values must stand in a table when it runs. */
  readonly isInTable?: true;
  /** Of such a field: the Ids of the records whose value can matter; null for all. */
  readonly candidates?: () => Sql | null;
}

/** Name resolution and joins of one SELECT. */
export class QueryScope {
  readonly schema: SchemaModel;
  readonly root: Source;
  readonly aliases: AliasMaker;
  readonly uses: FieldUse[];
  private readonly names: ReadonlySet<string>;
  private readonly joins: string[] = [];
  private readonly joined = new Map<string, Source>();
  private narrowing: Sql | null = null;

  /**
   * @param names what a path may begin with and still mean the object itself: its name and its alias
   */
  constructor(
    schema: SchemaModel,
    object: ObjectDefinition,
    names: readonly string[],
    aliases: AliasMaker,
    uses: FieldUse[]
  ) {
    this.schema = schema;
    this.aliases = aliases;
    this.uses = uses;
    this.root = { object, alias: aliases.make(), outer: false };
    this.names = new Set(names.map((name) => name.toLowerCase()));
  }

  /** The FROM clause with every join that resolved paths needed. */
  fromClause(): string {
    return `"${this.root.object.name}" AS ${this.root.alias}${this.joins.join('')}`;
  }

  /**
   * Notes conditions that every row of the result meets and that need no formula: formulas are evaluated for the records
   * behind such rows alone.
   */
  narrow(conditions: Sql): void {
    this.narrowing = wrapSql(`FROM ${this.fromClause()} WHERE `, conditions, '');
  }

  private candidates(alias: string): Sql | null {
    return this.narrowing && wrapSql(`SELECT DISTINCT ${alias}."Id" `, this.narrowing, '');
  }

  /**
   * Follows a path to a field.
   * @throws SoqlError in the platform's words
   */
  field(path: readonly string[], position: SoqlPosition): ResolvedField {
    const own = this.withoutOwnName(path);
    if (own.length - 1 > PARENT_LEVELS) {
      throw new SoqlError(
        `Only ${PARENT_LEVELS} levels of parent relationships can be traversed in a query.`,
        position
      );
    }
    const { sources, relationships } = this.follow(own.slice(0, -1), position);
    const found = this.fieldOf(sources, own[own.length - 1], position);
    const needTable = ({ object, alias }: Source): void => {
      const field = object.fields.get(found.field.name.toLowerCase()) as FieldDefinition;
      this.uses.push({ object, field, position, isInTable: true, candidates: () => this.candidates(alias) });
    };
    return { ...found, relationships, schema: this.schema, needTable };
  }

  private withoutOwnName(path: readonly string[]): readonly string[] {
    if (path.length < 2 || !this.names.has(path[0].toLowerCase())) return path;
    return this.parentField(this.root.object, path[0]) ? path : path.slice(1);
  }

  /** Follows relationship names from the object of the query. */
  follow(path: readonly string[], position: SoqlPosition): { sources: readonly Source[]; relationships: string[] } {
    let sources: readonly Source[] = [this.root];
    const relationships: string[] = [];
    for (const name of path) {
      const from = sources.map((source) => ({ source, field: this.parentField(source.object, name) }));
      const steps = from.filter((step) => step.field !== undefined) as { source: Source; field: FieldDefinition }[];
      if (steps.length === 0) throw unknownParent(name, position);
      for (const step of steps) this.uses.push({ object: step.source.object, field: step.field, position });
      relationships.push(steps[0].field.relationshipName as string);
      sources = steps.flatMap((step) => this.parents(step.source, step.field));
      if (sources.length === 0) throw new NotModeled(`the object that ${steps[0].field.name} refers to`);
    }
    return { sources, relationships };
  }

  private parentField(object: ObjectDefinition, relationship: string): FieldDefinition | undefined {
    return parentFieldOf(object, relationship);
  }

  private parents(source: Source, field: FieldDefinition): Source[] {
    return field.referenceTo
      .map((name) => this.schema.object(name))
      .filter((object) => object !== undefined)
      .map((object) => this.join(source, field, object));
  }

  private join(source: Source, field: FieldDefinition, object: ObjectDefinition): Source {
    const key = `${source.alias}.${field.name}.${object.name}`;
    const known = this.joined.get(key);
    if (known) return known;
    const joined: Source = { object, alias: this.aliases.make(), outer: true };
    const on = `${joined.alias}."Id"=${idOfParent(source, field)}`;
    this.joins.push(` LEFT JOIN "${object.name}" AS ${joined.alias} ON ${on}`);
    this.joined.set(key, joined);
    return joined;
  }

  private fieldOf(
    sources: readonly Source[],
    name: string,
    position: SoqlPosition
  ): Pick<ResolvedField, 'field' | 'sources'> {
    if (sources.length > 1 && name.toLowerCase() === 'type') return { field: typeField(this.schema), sources };
    const found = sources.filter((source) => source.object.fields.has(name.toLowerCase()));
    if (found.length === 0) {
      requireNoRecordTypes(sources[0].object, name);
      throw unknownField(name, entityName(sources), position);
    }
    const fields = found.map((source) => source.object.fields.get(name.toLowerCase()) as FieldDefinition);
    found.forEach((source, index) => this.uses.push({ object: source.object, field: fields[index], position }));
    return { field: fields[0], sources: found };
  }
}

/** A metadata relationship to a field holds its name alone; another field says which object it is of. */
function idOfParent({ alias }: Source, { name, controllingField }: FieldDefinition): string {
  const reference = `${alias}."${name}"`;
  if (controllingField === undefined) return reference;
  return `(${alias}."${controllingField}"||'.'||${reference}) COLLATE NOCASE`;
}

/** A polymorphic parent is called `Name` ("Understanding Polymorphic Keys and Relationships"). */
function entityName(sources: readonly Source[]): string {
  return sources.length > 1 ? 'Name' : sources[0].object.name;
}

/** `Owner.Type`, `What.Type`: the name of the object the reference points to. */
function typeField(schema: SchemaModel): FieldDefinition {
  const field = schema.object('Name')?.fields.get('type');
  if (!field) throw new Error('The catalogue of standard objects lacks Name.Type.');
  return field;
}

/** The SQL of a field's stored value. */
export function storedValue(resolved: ResolvedField): string {
  const { field, sources } = resolved;
  requireStored(resolved);
  if (isTypeOfParent(resolved)) return typeOfParent(sources);
  const columns = sources.map((source) => {
    if (isEvaluated(field)) return formulaColumn(resolved, source, 'stored');
    if (field.rollUp) return rollUpValue(resolved.schema, source.object, field, source.alias);
    return `${source.alias}."${field.name}"`;
  });
  return columns.length === 1 ? columns[0] : `coalesce(${columns.join(',')})`;
}

/** The SQL of a field's value as it is compared, grouped and ordered: text without case. */
export function comparableValue(resolved: ResolvedField): string {
  const { field, sources } = resolved;
  requireStored(resolved);
  if (isTypeOfParent(resolved)) return `${typeOfParent(sources)} COLLATE NOCASE`;
  // A Boolean of a parent that does not exist is false ("Using Relationship Queries", null foreign keys).
  if (field.type === 'BOOLEAN' && sources[0].outer) return `coalesce(${storedValue(resolved)},0)`;
  if (!isText(field) || field.caseSensitive) return storedValue(resolved);
  if (field.formula) {
    const values = sources.map((source) => formulaColumn(resolved, source, 'folded'));
    return `${values.length === 1 ? values[0] : `coalesce(${values.join(',')})`} COLLATE NOCASE`;
  }
  const columns = sources.map((source) => foldedColumn(`${source.alias}.`, field.name));
  if (columns.length === 1) return columns[0];
  return `coalesce(${columns.map((column) => column.replace(' COLLATE NOCASE', '')).join(',')}) COLLATE NOCASE`;
}

/** A formula field's value in the table that is made before the statement runs. */
function formulaColumn(resolved: ResolvedField, source: Source, column: 'stored' | 'folded'): string {
  resolved.needTable(source);
  const table = formulaTable(source.object, resolved.field);
  return `(SELECT f.${column} FROM ${table} AS f WHERE f."Id"=${source.alias}."Id")`;
}

function isTypeOfParent({ field, sources }: ResolvedField): boolean {
  return sources.length > 1 && field.name === 'Type';
}

function typeOfParent(sources: readonly Source[]): string {
  const cases = sources.map((source) => `WHEN ${source.alias}."Id" IS NOT NULL THEN '${source.object.name}'`);
  return `CASE ${cases.join(' ')} END`;
}

function requireStored({ field, sources }: ResolvedField): void {
  if (isStored(field) || field.rollUp || field.formula) return;
  throw new NotModeled(`compound field ${sources[0].object.name}.${field.name} in a query`);
}

/**
 * Standard objects have the field as soon as somebody made a record type for them, in the org or in another package: a
 * query for it is no mistake of the project.
 */
function requireNoRecordTypes(object: ObjectDefinition, name: string): void {
  if (object.custom || name.toLowerCase() !== 'recordtypeid') return;
  throw new NotModeled(`${object.name}.RecordTypeId without record types of ${object.name} in the project`);
}

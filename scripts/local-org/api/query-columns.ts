/**
 * The columns of a query's result, which `sf data query` asks for to print its table (`query?q=…&columns=true`; the shape
 * is the one that @salesforce/plugin-data reads).
 */
import type { SoqlOperand, SoqlQuery, SoqlSelectItem } from '../soql/ast';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../schema/model';
import { NotModeled } from '../values/not-modeled';
import type { Json } from './record-json';

/** Functions whose value stands under the name of their field. */
const NAMED_BY_FIELD = new Set(['TOLABEL', 'FORMAT', 'CONVERTCURRENCY']);

/** The columns of a query that the schema accepts. */
export function queryColumns(schema: SchemaModel, query: SoqlQuery): Json {
  const [from] = query.from;
  const object = schema.object(from?.path[0] ?? '');
  if (!object) throw new NotModeled(`columns of a query on ${from?.path.join('.') ?? ''}`);
  const columns = new Columns(schema, object, from?.alias ?? null);
  return { entityName: object.name, columnMetadata: query.select.flatMap((item) => columns.of(item)) };
}

class Columns {
  private readonly schema: SchemaModel;
  private readonly object: ObjectDefinition;
  private readonly alias: string | null;
  private expressions = 0;

  constructor(schema: SchemaModel, object: ObjectDefinition, alias: string | null) {
    this.schema = schema;
    this.object = object;
    this.alias = alias;
  }

  of(item: SoqlSelectItem): Json[] {
    switch (item.kind) {
      case 'subquery':
        return [this.children(item.query)];
      case 'fields':
        return fieldsOf(this.object, item.scope).map(({ name }) => column(name, false));
      case 'typeof':
        throw new NotModeled('columns of TYPEOF');
      default:
        return this.value(item.value, item.alias);
    }
  }

  private value(operand: SoqlOperand, alias: string | null): Json[] {
    if (operand.kind === 'field') return alias ? [column(alias, false)] : [this.path(operand.path)];
    const [argument] = operand.arguments;
    const field = argument?.kind === 'field' ? argument.path : null;
    if (!alias && field && NAMED_BY_FIELD.has(operand.name)) return [this.path(field)];
    // COUNT() alone has no column: its number is the size of the result.
    if (operand.name === 'COUNT' && !argument && !alias) return [];
    const shown = `${operand.name.toLowerCase()}(${field?.join('.') ?? ''})`;
    return [column(alias ?? `expr${this.expressions++}`, true, shown)];
  }

  private path(path: readonly string[]): Json {
    const isAliased = path.length > 1 && path[0]?.toLowerCase() === (this.alias ?? this.object.name).toLowerCase();
    return nested(this.schema, this.object, isAliased ? path.slice(1) : path);
  }

  private children(query: SoqlQuery): Json {
    const name = query.from[0]?.path.at(-1) ?? '';
    const child = this.object.childRelationships.find(
      ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase()
    );
    const object = this.schema.object(child?.childObject ?? '');
    if (!child?.relationshipName || !object) throw new NotModeled(`columns of child records ${name}`);
    const columns = new Columns(this.schema, object, query.from[0]?.alias ?? null);
    const joined = query.select.flatMap((item) => columns.of(item));
    return { ...column(child.relationshipName, true), joinColumns: joined };
  }
}

function column(name: string, aggregate: boolean, displayName = name): Readonly<Record<string, Json>> {
  return { columnName: name, displayName, aggregate, custom: name.endsWith('__c'), joinColumns: [] };
}

/** A field, or a parent with its field as joined column. */
function nested(schema: SchemaModel, object: ObjectDefinition | undefined, path: readonly string[]): Json {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return column(object?.fields.get(first.toLowerCase())?.name ?? first, false);
  const reference = [...(object?.fields.values() ?? [])].find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === first.toLowerCase()
  );
  const parent = schema.object(parentName(reference));
  return { ...column(reference?.relationshipName ?? first, false), joinColumns: [nested(schema, parent, rest)] };
}

/** Through a reference to several objects a query reads the fields of Name. */
function parentName(reference: FieldDefinition | undefined): string {
  const names = reference?.referenceTo ?? [];
  return names.length === 1 ? (names[0] ?? '') : 'Name';
}

function fieldsOf(object: ObjectDefinition, scope: 'all' | 'standard' | 'custom'): FieldDefinition[] {
  const fields = [...object.fields.values()];
  return scope === 'all' ? fields : fields.filter(({ custom }) => custom === (scope === 'custom'));
}

/** Checks the names in inline SOQL against the schema, as the platform does when it compiles a class. */
import type { ObjectDefinition } from '../../schema/model';
import type { SoqlCondition, SoqlField, SoqlOperand, SoqlQuery, SoqlSelectItem } from '../../soql/ast';
import type { Position } from '../parse/ast';
import type { Type } from '../symbols/types';
import type { BodyContext } from './context';
import { mayHaveField } from './member-access';

/**
 * Reports every field, relationship and child relationship that does not exist.
 * @returns standard names that the local org does not model
 */
export function checkQueryFields(context: BodyContext, query: SoqlQuery, record: Type): readonly string[] {
  const unknown: string[] = [];
  if (record.object && query.from.length === 1) new QueryFields(context, query, record.object, unknown).check();
  return unknown;
}

class QueryFields {
  private readonly context: BodyContext;
  private readonly query: SoqlQuery;
  private readonly object: ObjectDefinition;
  private readonly aliases = new Set<string>();
  /** Standard names that the catalogue of standard objects lacks. */
  private readonly unknown: string[];

  constructor(context: BodyContext, query: SoqlQuery, object: ObjectDefinition, unknown: string[]) {
    this.unknown = unknown;
    this.context = context;
    this.query = query;
    this.object = object;
  }

  check(): void {
    const { query } = this;
    for (const item of query.select) this.selectItem(item);
    if (query.where) this.condition(query.where);
    for (const item of query.groupBy?.items ?? []) this.operand(item);
    if (query.having) this.condition(query.having);
    for (const order of query.orderBy) this.operand(order.value);
  }

  private selectItem(item: SoqlSelectItem): void {
    if (item.kind === 'value') {
      this.operand(item.value);
      if (item.alias) this.aliases.add(item.alias.toLowerCase());
    } else if (item.kind === 'subquery') {
      this.childQuery(item.query);
    }
  }

  private childQuery(query: SoqlQuery): void {
    const path = query.from[0]!.path;
    const name = path[path.length - 1]!;
    const child = this.object.childRelationships.find(
      (relationship) => relationship.relationshipName?.toLowerCase() === name.toLowerCase()
    );
    const object = child && this.context.project.schema.object(child.childObject);
    if (object) new QueryFields(this.context, query, object, this.unknown).check();
    else if (mayHaveField(this.context.project, this.object, name)) this.unmodeled(`${this.object.name}.${name}`);
    else this.report(query, `Didn't understand relationship '${name}' in FROM part of query call.`);
  }

  private operand(operand: SoqlOperand): void {
    if (operand.kind === 'field') {
      this.field(operand);
      return;
    }
    for (const argument of operand.arguments) {
      if (argument.kind === 'field' || argument.kind === 'function') this.operand(argument);
    }
  }

  private condition(condition: SoqlCondition): void {
    switch (condition.kind) {
      case 'and':
      case 'or':
        condition.operands.forEach((operand) => this.condition(operand));
        return;
      case 'not':
        this.condition(condition.operand);
        return;
      case 'comparison':
        this.operand(condition.left);
        if (condition.value.kind === 'subquery') this.semiJoin(condition.value.query);
    }
  }

  private semiJoin(query: SoqlQuery): void {
    const object = this.context.project.schema.object(query.from[0]!.path[0]!);
    if (object) new QueryFields(this.context, query, object, this.unknown).check();
  }

  private field(field: SoqlField): void {
    const [first, ...rest] = field.path;
    const isAliased = rest.length > 0 && this.isObjectName(first!);
    const path = isAliased ? rest : field.path;
    let object: ObjectDefinition | undefined = this.object;
    for (const name of path.slice(0, -1)) {
      object = this.parent(object, name, field);
      if (!object) return;
    }
    const name = path[path.length - 1]!;
    if (object.fields.has(name.toLowerCase()) || this.aliases.has(name.toLowerCase())) return;
    if (mayHaveField(this.context.project, object, name)) this.unmodeled(`${object.name}.${name}`);
    else this.reportColumn(field, name, object);
  }

  private isObjectName(name: string): boolean {
    const lower = name.toLowerCase();
    const { alias, path } = this.query.from[0]!;
    return alias?.toLowerCase() === lower || path[path.length - 1]!.toLowerCase() === lower;
  }

  /** The one object behind a relationship; undefined when there are several, or after an error. */
  private parent(object: ObjectDefinition, name: string, position: Position): ObjectDefinition | undefined {
    const lower = name.toLowerCase();
    for (const field of object.fields.values()) {
      if (field.relationshipName?.toLowerCase() !== lower) continue;
      return field.referenceTo.length === 1 ? this.context.project.schema.object(field.referenceTo[0]!) : undefined;
    }
    if (mayHaveField(this.context.project, object, name)) {
      this.unmodeled(`${object.name}.${name}`);
      return undefined;
    }
    this.report(
      position,
      `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`
    );
    return undefined;
  }

  private reportColumn(position: Position, name: string, object: ObjectDefinition): void {
    const advice =
      "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. " +
      'Please reference your WSDL or the describe call for the appropriate names.';
    this.report(position, `No such column '${name}' on entity '${object.name}'. ${advice}`);
  }

  private unmodeled(what: string): void {
    this.unknown.push(what);
  }

  private report(position: Position, message: string): void {
    this.context.report(position, message);
  }
}

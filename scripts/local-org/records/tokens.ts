/** `Schema.SObjectType` and `Schema.SObjectField`: one token per object and per field. */
import { hashOfString, type ApexValue } from '../values/protocol';
import { runtimeType, type RuntimeType } from '../values/runtime-type';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';

/** Token of an object. */
export class SObjectTypeToken implements ApexValue {
  readonly object: ObjectDefinition;

  constructor(object: ObjectDefinition) {
    this.object = object;
  }

  get $type(): RuntimeType {
    return runtimeType('Schema.SObjectType');
  }

  toApexString(): string {
    return this.object.name;
  }

  apexEquals(other: unknown): boolean {
    return this === other;
  }

  apexHashCode(): number {
    return hashOfString(this.object.name);
  }

  apexKey(): string {
    return `\u0000t${this.object.name}`;
  }
}

/** Token of a field. */
export class SObjectFieldToken implements ApexValue {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;

  constructor(object: ObjectDefinition, field: FieldDefinition) {
    this.object = object;
    this.field = field;
  }

  get $type(): RuntimeType {
    return runtimeType('Schema.SObjectField');
  }

  toApexString(): string {
    return this.field.name;
  }

  apexEquals(other: unknown): boolean {
    return this === other;
  }

  apexHashCode(): number {
    return hashOfString(`${this.object.name}.${this.field.name}`);
  }

  apexKey(): string {
    return `\u0000f${this.object.name}.${this.field.name}`;
  }
}

const types = new WeakMap<ObjectDefinition, SObjectTypeToken>();
const fields = new WeakMap<ObjectDefinition, Map<string, SObjectFieldToken>>();

/** The token of an object; always the same one. */
export function typeToken(object: ObjectDefinition): SObjectTypeToken {
  let token = types.get(object);
  if (!token) {
    token = new SObjectTypeToken(object);
    types.set(object, token);
  }
  return token;
}

/**
 * The token of a field, always the same one.
 * @param name field name in any case
 * @returns null when the object has no such field
 */
export function fieldToken(object: ObjectDefinition, name: string): SObjectFieldToken | null {
  let tokens = fields.get(object);
  if (!tokens) {
    tokens = new Map();
    fields.set(object, tokens);
  }
  const key = name.toLowerCase();
  let token = tokens.get(key);
  if (!token) {
    const field = object.fields.get(key);
    if (!field) return null;
    token = new SObjectFieldToken(object, field);
    tokens.set(key, token);
  }
  return token;
}

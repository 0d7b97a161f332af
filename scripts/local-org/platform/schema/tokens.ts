/** Tokens of objects and fields: one per object and field of a schema, so that they compare by identity. */
import type { FieldDefinition, ObjectDefinition } from '../../database/schema/model';
import type { ApexValue } from '../values/protocol';
import { hashOfString } from '../values/protocol';

/** `Account.SObjectType`. */
export class SObjectTypeToken implements ApexValue {
  readonly object: ObjectDefinition;

  constructor(object: ObjectDefinition) {
    this.object = object;
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
    return `\u0000o${this.object.name}`;
  }
}

/** `Account.Name`. */
export class SObjectFieldToken implements ApexValue {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;

  constructor(object: ObjectDefinition, field: FieldDefinition) {
    this.object = object;
    this.field = field;
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

const objectTokens = new WeakMap<ObjectDefinition, SObjectTypeToken>();
const fieldTokens = new WeakMap<FieldDefinition, Map<ObjectDefinition, SObjectFieldToken>>();

/** The token of an object. */
export function objectToken(object: ObjectDefinition): SObjectTypeToken {
  let token = objectTokens.get(object);
  if (!token) {
    token = new SObjectTypeToken(object);
    objectTokens.set(object, token);
  }
  return token;
}

/** The token of a field of an object; system fields may be shared between objects. */
export function fieldToken(object: ObjectDefinition, field: FieldDefinition): SObjectFieldToken {
  const byObject = fieldTokens.get(field) ?? new Map<ObjectDefinition, SObjectFieldToken>();
  fieldTokens.set(field, byObject);
  let token = byObject.get(object);
  if (!token) {
    token = new SObjectFieldToken(object, field);
    byObject.set(object, token);
  }
  return token;
}

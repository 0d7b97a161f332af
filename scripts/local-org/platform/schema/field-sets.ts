/** `Schema.FieldSet`. @see "FieldSet Class" and "FieldSetMember Class", Apex Reference Guide */
import { fieldToken, typeToken } from '../../records/tokens';
import type { FieldDefinition, FieldSetDefinition, ObjectDefinition } from '../../schema/model';
import { parentFieldOf } from '../../schema/parent-field';
import { definePlatformType } from '../../declarations/define';
import { newList } from '../../declarations/platform-lists';
import { NotModeled } from '../../values/not-modeled';
import { transaction } from '../../transaction/transaction';
import type { ApexMap } from '../../values/map';
import { hashOfString, type ApexValue } from '../../values/protocol';
import { displayTypeOf } from './enums';
import { NameMap } from './name-map';
import { withProperties } from './properties';

class FieldSet {
  readonly object: ObjectDefinition;
  readonly definition: FieldSetDefinition;

  constructor(object: ObjectDefinition, definition: FieldSetDefinition) {
    this.object = object;
    this.definition = definition;
  }
}

class FieldSetMember implements ApexValue {
  readonly object: ObjectDefinition;
  readonly path: string;
  readonly required: boolean;

  constructor(object: ObjectDefinition, path: string, required: boolean) {
    this.object = object;
    this.path = path;
    this.required = required;
  }

  /** Two members of one name are equal, as sets of members show that public code compares. */
  apexEquals(other: unknown): boolean {
    return other instanceof FieldSetMember && other.object === this.object && other.path === this.path;
  }

  apexHashCode(): number {
    return hashOfString(`${this.object.name}.${this.path}`);
  }

  apexKey(): string {
    return `FieldSetMember ${this.object.name}.${this.path}`;
  }

  toApexString(): string {
    throw new NotModeled('the text of a Schema.FieldSetMember');
  }

  toJsonValue(): never {
    throw new NotModeled('a Schema.FieldSetMember as JSON');
  }

  /** The object and field at the end of the path. */
  target(): { readonly object: ObjectDefinition; readonly field: FieldDefinition } {
    const names = this.path.split('.');
    const last = names.pop() as string;
    let { object } = this;
    for (const name of names) {
      const [parent] = parentFieldOf(object, name)?.referenceTo ?? [];
      const next = parent === undefined ? undefined : transaction().org.schema.object(parent);
      if (!next) throw new NotModeled(`field set member ${this.object.name}.${this.path}`);
      object = next;
    }
    const field = object.fields.get(last.toLowerCase());
    if (!field) throw new NotModeled(`field set member ${this.object.name}.${this.path}`);
    return { object, field };
  }
}

/** `describe.fieldSets`. */
export class SObjectTypeFieldSets {
  readonly object: ObjectDefinition;

  constructor(object: ObjectDefinition) {
    this.object = object;
  }

  map(): ApexMap {
    const map = new NameMap('Schema.FieldSet');
    for (const definition of this.object.fieldSets) map.put(definition.name, new FieldSet(this.object, definition));
    return map;
  }
}

definePlatformType({
  namespace: 'Schema',
  name: 'SObjectTypeFieldSets',
  kind: 'class',
  javaScriptClass: SObjectTypeFieldSets,
  members: { 'Map<String, Schema.FieldSet> getMap()': (self: SObjectTypeFieldSets) => self.map() }
});

definePlatformType({
  namespace: 'Schema',
  name: 'FieldSet',
  kind: 'class',
  javaScriptClass: FieldSet,
  documentation: 'Apex Reference Guide, FieldSet Class',
  members: withProperties({
    'String getName()': ({ definition }: FieldSet) => definition.name,
    'String getLabel()': ({ definition }: FieldSet) => definition.label,
    'String getDescription()': ({ definition }: FieldSet) => definition.description || null,
    'String getNamespace()': () => null,
    'Schema.SObjectType getSObjectType()': ({ object }: FieldSet) => typeToken(object),
    'List<Schema.FieldSetMember> getFields()': ({ object, definition }: FieldSet) =>
      newList(
        'Schema.FieldSetMember',
        definition.members.map(({ path, required }) => new FieldSetMember(object, path, required))
      )
  })
});

definePlatformType({
  namespace: 'Schema',
  name: 'FieldSetMember',
  kind: 'class',
  javaScriptClass: FieldSetMember,
  documentation: 'Apex Reference Guide, FieldSetMember Class',
  members: withProperties({
    'String getFieldPath()': (self: FieldSetMember) => self.path,
    'String getLabel()': (self: FieldSetMember) => self.target().field.label,
    'Boolean getRequired()': (self: FieldSetMember) => self.required,
    'Boolean getDbRequired()': (self: FieldSetMember) => !self.target().field.nillable,
    'Schema.DisplayType getType()': (self: FieldSetMember) => displayTypeOf(self.target().field),
    'Schema.SObjectField getSObjectField()': (self: FieldSetMember) => {
      const { object, field } = self.target();
      return fieldToken(object, field.name);
    }
  })
});

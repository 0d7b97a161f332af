/**
 * Reads the catalogue of standard objects: one data file per object, names and types as the platform's describe gives
 * them ("Object Reference for the Salesforce Platform",
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_list.htm).
 *
 * A field is one line: `Name | Label | TYPE(length)` or `TYPE(precision,scale)` or `REFERENCE -> Target/Target`, then
 * flags: `required`, `readonly`, `createonly`, `updateonly`, `defaulted`, `name`, `autonumber`, `unique`, `externalid`,
 * `restricted` (picklist), `calculated`, `unfilterable`, `unsortable`, `ungroupable`, `cascade` and `restrict` (on delete
 * of the parent), `parent=`/`children=` (relationship names) and `default=`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldDefinition, FieldType, PicklistValueDefinition } from './model';
import { makeField, makeObject, type ObjectDraft } from './definitions';

interface StandardObjectFile {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly prefix: string;
  readonly flags: string;
  readonly fields: readonly string[];
  readonly picklists: Readonly<Record<string, readonly string[]>>;
}

const CATALOGUE = join(__dirname, 'standard-objects');

let files: readonly StandardObjectFile[] | null = null;

/** Fresh drafts of every standard object of the catalogue. */
export function standardObjects(): ObjectDraft[] {
  files ??= readCatalogue(CATALOGUE);
  return files.map(objectOf);
}

/** Fresh drafts of the objects that another folder describes. */
export function objectsIn(folder: string): ObjectDraft[] {
  return readCatalogue(folder).map(objectOf);
}

function readCatalogue(folder: string): StandardObjectFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StandardObjectFile);
}

function objectOf(file: StandardObjectFile): ObjectDraft {
  const flags = new Set(file.flags.split(' '));
  return makeObject({
    name: file.name,
    kind: flags.has('event') ? 'platformEvent' : 'standard',
    label: file.label,
    labelPlural: file.plural,
    keyPrefix: file.prefix,
    createable: !flags.has('nocreate'),
    updateable: !flags.has('noupdate'),
    deletable: !flags.has('nodelete'),
    queryable: !flags.has('noquery'),
    searchable: !flags.has('nosearch'),
    triggerable: !flags.has('notrigger'),
    mergeable: flags.has('merge'),
    sharingModel: flags.has('private') ? 'Private' : 'ReadWrite',
    undeletable: !flags.has('nodelete') && file.fields.some((line) => line.startsWith('IsDeleted |')),
    fields: file.fields.map((line) => fieldOf(line, file.picklists))
  });
}

function fieldOf(line: string, picklists: StandardObjectFile['picklists']): FieldDefinition {
  const [name, label, typeText, flagText = ''] = line.split(' | ');
  const flags = flagsOf(flagText);
  const { typeName, size, scale, targets } = typeOf(typeText);
  return makeField({
    name,
    label,
    type: typeName as FieldType,
    custom: false,
    ...sizes(typeName, size, scale),
    nillable: !flags.has('required'),
    createable: !flags.has('readonly') && !flags.has('updateonly'),
    updateable: !flags.has('readonly') && !flags.has('createonly'),
    filterable: !flags.has('unfilterable'),
    sortable: !flags.has('unsortable'),
    groupable: !flags.has('ungroupable'),
    unique: flags.has('unique'),
    externalId: flags.has('externalid'),
    nameField: flags.has('name'),
    autoNumber: flags.has('autonumber'),
    calculated: flags.has('calculated'),
    defaultedOnCreate: flags.has('defaulted'),
    defaultValue: literal(flags.get('default'), typeName),
    restrictedPicklist: flags.has('restricted'),
    picklistValues: (picklists[name] ?? []).map(picklistValue),
    referenceTo: targets ? targets.split('/') : [],
    relationshipName: flags.get('parent'),
    childRelationshipName: flags.get('children'),
    cascadeDelete: flags.has('cascade'),
    onDelete: flags.has('cascade') ? 'cascade' : flags.has('restrict') ? 'restrict' : 'clear'
  });
}

/** Flags by name; a default value is the last of them and may hold spaces. */
function flagsOf(text: string): Map<string, string> {
  const flags = new Map<string, string>();
  const defaultAt = text.indexOf('default=');
  const words = defaultAt < 0 ? text : text.slice(0, defaultAt);
  for (const word of words.split(' ')) if (word) flags.set(...keyAndValue(word));
  if (defaultAt >= 0) flags.set('default', text.slice(defaultAt + 'default='.length));
  return flags;
}

interface TypeParts {
  readonly typeName: string;
  readonly size: string | undefined;
  readonly scale: string | undefined;
  readonly targets: string | undefined;
}

/** Reads `TYPE(size,scale) -> Target/Target`; done thousands of times at every start. */
function typeOf(text: string): TypeParts {
  const arrow = text.indexOf(' -> ');
  const targets = arrow < 0 ? undefined : text.slice(arrow + 4);
  const type = arrow < 0 ? text : text.slice(0, arrow);
  const open = type.indexOf('(');
  if (open < 0) return { typeName: type, size: undefined, scale: undefined, targets };
  const [size, scale] = type.slice(open + 1, -1).split(',');
  return { typeName: type.slice(0, open), size, scale, targets };
}

function keyAndValue(flag: string): [string, string] {
  const at = flag.indexOf('=');
  return at < 0 ? [flag, ''] : [flag.slice(0, at), flag.slice(at + 1)];
}

function sizes(type: string, size: string | undefined, scale: string | undefined): Partial<FieldDefinition> {
  if (scale !== undefined) return { precision: Number(size), scale: Number(scale) };
  if (size !== undefined) return { length: Number(size) };
  return type === 'INTEGER' ? { precision: 9 } : {};
}

function literal(text: string | undefined, type: string): string | boolean | number | undefined {
  if (text === undefined) return undefined;
  if (type === 'BOOLEAN') return text === 'true';
  return type === 'INTEGER' || type === 'DOUBLE' ? Number(text) : text;
}

function picklistValue(text: string): PicklistValueDefinition {
  const isDefault = text.startsWith('*');
  const [value, label] = keyAndValue(isDefault ? text.slice(1) : text);
  return { value, label: label || value, active: true, isDefault };
}

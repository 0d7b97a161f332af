/**
 * Objects of a project: its custom objects, custom settings, custom metadata types and platform events, and what it adds
 * to standard objects.
 * @see "CustomObject", Metadata API Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm)
 */
import { basename, dirname } from 'node:path';
import { makeObject, recordTypeField, type ObjectDraft, type ObjectInput } from '../definitions';
import type {
  FieldDefinition,
  FieldSetDefinition,
  ObjectDefinition,
  PicklistValueDefinition,
  RecordTypeDefinition,
  ValidationRuleDefinition
} from '../model';
import { fieldsOf } from './fields';
import { flag, nodes, readMetadata, text, type MetadataFile, type XmlNode } from '../../project/metadata-files';
import { shareFields, systemFields } from './system-fields';
import { readValueSets, type ValueSets } from './value-sets';

/** What the files of one object say, gathered. */
interface ObjectParts {
  readonly name: string;
  root: XmlNode;
  readonly fields: FieldDefinition[];
  readonly recordTypes: RecordTypeDefinition[];
  readonly validationRules: ValidationRuleDefinition[];
  readonly fieldSets: FieldSetDefinition[];
  readonly sharingReasons: PicklistValueDefinition[];
}

/** Adds a project's objects and fields to the drafts of the standard objects. */
export function addProjectObjects(drafts: Map<string, ObjectDraft>, files: readonly MetadataFile[]): void {
  for (const parts of [...gather(files).values()].flatMap(withActivities)) {
    const standard = drafts.get(parts.name.toLowerCase());
    if (standard) extend(standard, parts);
    else if (/__(c|mdt|e|b|x)$/i.test(parts.name))
      for (const draft of create(parts)) {
        drafts.set(draft.name.toLowerCase(), draft);
        addOpenReferences(drafts, draft);
      }
  }
}

/**
 * Fields of the abstract object Activity are those of Task and Event. Under which names their parents list the two is not
 * documented: only where the field itself says "Tasks" or "Events" is it clear which of them is meant.
 * @see "Activity", Object Reference: custom fields of activities
 */
function withActivities(parts: ObjectParts): ObjectParts[] {
  if (parts.name.toLowerCase() !== 'activity') return [parts];
  return ['Task', 'Event'].map((name) => {
    const isOwn = ({ childRelationshipName }: FieldDefinition): boolean => childRelationshipName === `${name}s__r`;
    const fields = parts.fields.map((field) => (isOwn(field) ? field : { ...field, childRelationshipName: undefined }));
    return { ...parts, name, fields };
  });
}

/** Standard references that may point to any custom object, and those that only activities have. */
const OPEN_REFERENCES: readonly (readonly [string, string])[] = [
  ['Attachment', 'ParentId'],
  ['ContentDocumentLink', 'LinkedEntityId'],
  ['Note', 'ParentId'],
  ['FeedItem', 'ParentId'],
  ['ProcessInstance', 'TargetObjectId'],
  ['TopicAssignment', 'EntityId']
];
const ACTIVITY_REFERENCES: readonly (readonly [string, string])[] = [
  ['Task', 'WhatId'],
  ['Event', 'WhatId']
];

/** A custom object becomes a target of the standard objects' open references. */
function addOpenReferences(drafts: Map<string, ObjectDraft>, target: ObjectDraft): void {
  if (target.kind !== 'custom' || target.name.endsWith('__Share')) return;
  const references = target.fields.has('lastactivitydate')
    ? [...OPEN_REFERENCES, ...ACTIVITY_REFERENCES]
    : OPEN_REFERENCES;
  for (const [object, name] of references) {
    const draft = drafts.get(object.toLowerCase());
    const field = draft?.fields.get(name.toLowerCase());
    if (!draft || !field) continue;
    draft.fields.set(name.toLowerCase(), { ...field, referenceTo: [...field.referenceTo, target.name] });
  }
}

function gather(files: readonly MetadataFile[]): Map<string, ObjectParts> {
  const valueSets = readValueSets(files);
  const objects = new Map<string, ObjectParts>();
  const partsOf = (name: string): ObjectParts => {
    const key = name.toLowerCase();
    if (!objects.has(key))
      objects.set(key, {
        name,
        root: {},
        fields: [],
        recordTypes: [],
        validationRules: [],
        fieldSets: [],
        sharingReasons: []
      });
    return objects.get(key) as ObjectParts;
  };
  for (const file of files) gatherFile(file, partsOf, valueSets);
  return objects;
}

/** Parts stand in files of their own (source format) or inside the object's file (metadata format). */
function gatherFile(file: MetadataFile, partsOf: (name: string) => ObjectParts, valueSets: ValueSets): void {
  const owner = basename(dirname(dirname(file.path)));
  switch (file.kind) {
    case 'object': {
      const parts = partsOf(file.name);
      parts.root = readMetadata(file.path);
      for (const node of nodes(parts.root, 'fields')) addField(parts, node, text(node, 'fullName') ?? '', valueSets);
      for (const node of nodes(parts.root, 'recordTypes')) parts.recordTypes.push(recordType(node));
      for (const node of nodes(parts.root, 'fieldSets')) parts.fieldSets.push(fieldSet(node));
      for (const node of nodes(parts.root, 'validationRules')) parts.validationRules.push(validationRule(node));
      for (const node of nodes(parts.root, 'sharingReasons')) parts.sharingReasons.push(sharingReason(node));
      break;
    }
    case 'field':
      addField(partsOf(owner), readMetadata(file.path), file.name, valueSets);
      break;
    case 'recordType':
      partsOf(owner).recordTypes.push(recordType(readMetadata(file.path)));
      break;
    case 'fieldSet':
      partsOf(owner).fieldSets.push(fieldSet(readMetadata(file.path)));
      break;
    case 'validationRule':
      partsOf(owner).validationRules.push(validationRule(readMetadata(file.path)));
      break;
    case 'sharingReason':
      partsOf(owner).sharingReasons.push(sharingReason(readMetadata(file.path)));
      break;
    default:
  }
}

function addField(parts: ObjectParts, node: XmlNode, name: string, valueSets: ValueSets): void {
  try {
    parts.fields.push(...fieldsOf(node, name, valueSets));
  } catch (error) {
    throw new Error(`${parts.name}.${name}: ${(error as Error).message}`);
  }
}

function recordType(node: XmlNode): RecordTypeDefinition {
  return {
    developerName: text(node, 'fullName') ?? '',
    label: text(node, 'label') ?? '',
    description: text(node, 'description') ?? '',
    active: flag(node, 'active'),
    picklistValues: new Map(nodes(node, 'picklistValues').map(availableValues))
  };
}

/** Names of values are written with URL escapes ("RecordType", Metadata API Developer Guide). */
function availableValues(node: XmlNode): [string, Set<string>] {
  const names = nodes(node, 'values').map((value) => decoded(text(value, 'fullName') ?? ''));
  return [text(node, 'picklist') ?? '', new Set(names)];
}

function decoded(name: string): string {
  return name.replace(/(?:%[0-9A-F]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

function fieldSet(node: XmlNode): FieldSetDefinition {
  return {
    name: text(node, 'fullName') ?? '',
    label: text(node, 'label') ?? '',
    description: text(node, 'description') ?? '',
    members: nodes(node, 'displayedFields').map((member) => ({
      path: text(member, 'field') ?? '',
      required: flag(member, 'isRequired')
    }))
  };
}

function validationRule(node: XmlNode): ValidationRuleDefinition {
  return {
    name: text(node, 'fullName') ?? '',
    active: flag(node, 'active'),
    formula: text(node, 'errorConditionFormula') ?? '',
    message: text(node, 'errorMessage') ?? '',
    errorField: text(node, 'errorDisplayField')
  };
}

function extend(standard: ObjectDraft, parts: ObjectParts): void {
  for (const field of parts.fields) standard.fields.set(field.name.toLowerCase(), field);
  if (parts.recordTypes.length > 0) addRecordTypeField(standard);
  Object.assign(standard, {
    recordTypes: [...standard.recordTypes, ...parts.recordTypes],
    validationRules: [...standard.validationRules, ...parts.validationRules],
    fieldSets: [...standard.fieldSets, ...parts.fieldSets]
  });
  const sharing = sharingModel(parts.root);
  if (sharing) Object.assign(standard, { sharingModel: sharing });
  if (text(parts.root, 'enableFeeds')) Object.assign(standard, { feedEnabled: flag(parts.root, 'enableFeeds') });
}

/** An org shows `RecordTypeId` only on objects that have record types. */
function addRecordTypeField(draft: ObjectDraft): void {
  if (draft.fields.has('recordtypeid')) return;
  draft.fields.set('recordtypeid', recordTypeField());
}

function create(parts: ObjectParts): ObjectDraft[] {
  const { root, name } = parts;
  const kind = kindOf(root, name);
  const hasMaster = parts.fields.some((field) => field.cascadeDelete);
  const setting = text(root, 'customSettingsType') as 'Hierarchy' | 'List' | undefined;
  const nameNode = nodes(root, 'nameField')[0] ?? {};
  const system = systemFields({
    kind,
    customSettingType: setting,
    nameField: {
      label: text(nameNode, 'label') ?? 'Name',
      displayFormat: text(nameNode, 'type') === 'AutoNumber' ? (text(nameNode, 'displayFormat') ?? '{0}') : undefined
    },
    hasMaster,
    hasRecordTypes: parts.recordTypes.length > 0,
    hasActivities: flag(root, 'enableActivities')
  });
  const sharing = sharingModel(root) ?? (hasMaster ? 'ControlledByParent' : 'ReadWrite');
  const draft = makeObject({
    name,
    kind,
    label: text(root, 'label') ?? name,
    labelPlural: text(root, 'pluralLabel') ?? text(root, 'label') ?? name,
    customSettingType: setting,
    sharingModel: sharing,
    searchable: kind === 'custom' && flag(root, 'enableSearch'),
    feedEnabled: flag(root, 'enableFeeds'),
    ...abilities(kind),
    fields: [...system, ...parts.fields],
    recordTypes: parts.recordTypes,
    validationRules: parts.validationRules,
    fieldSets: parts.fieldSets
  });
  return kind === 'custom' && !hasMaster && sharing !== 'ReadWrite'
    ? [draft, shareObject(draft, parts.sharingReasons)]
    : [draft];
}

function abilities(kind: ObjectDefinition['kind']): Partial<ObjectInput> {
  if (kind === 'customMetadata') return { createable: false, updateable: false, deletable: false, triggerable: false };
  if (kind === 'platformEvent') return { updateable: false, deletable: false, queryable: false };
  return { undeletable: true, triggerable: kind === 'custom' };
}

function kindOf(root: XmlNode, name: string): ObjectDefinition['kind'] {
  if (/__mdt$/i.test(name)) return 'customMetadata';
  if (/__e$/i.test(name)) return 'platformEvent';
  return text(root, 'customSettingsType') ? 'customSetting' : 'custom';
}

const SHARING: Readonly<Record<string, ObjectDefinition['sharingModel']>> = {
  private: 'Private',
  read: 'Read',
  readwrite: 'ReadWrite',
  readwritetransfer: 'ReadWrite',
  fullaccess: 'ReadWrite',
  controlledbyparent: 'ControlledByParent'
};

function sharingModel(root: XmlNode): ObjectDefinition['sharingModel'] | undefined {
  return SHARING[(text(root, 'sharingModel') ?? '').toLowerCase()];
}

/** A reason for sharing that the project adds. @see "SharingReason", Metadata API Developer Guide */
function sharingReason(node: XmlNode): PicklistValueDefinition {
  const name = text(node, 'fullName') ?? '';
  // The metadata may leave the suffix out, Apex never does.
  const value = /__c$/i.test(name) ? name : `${name}__c`;
  return { value, label: text(node, 'label') ?? value, active: true, isDefault: false };
}

function shareObject(parent: ObjectDraft, reasons: readonly PicklistValueDefinition[]): ObjectDraft {
  return makeObject({
    name: parent.name.replace(/__c$/i, '__Share'),
    kind: 'custom',
    label: `Share: ${parent.label}`,
    searchable: false,
    triggerable: false,
    fields: shareFields(parent.name, reasons)
  });
}

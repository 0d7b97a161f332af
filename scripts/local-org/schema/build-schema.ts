/** Builds the schema of an org: standard objects, the project's metadata, and fields that a caller adds. */
import { makeField, type FieldInput, type ObjectDraft } from './definitions';
import { joinSchema } from './model-index';
import type { SchemaModel } from './model';
import { addPersonAccounts, PERSON_ACCOUNTS } from './person-accounts';
import { assignKeyPrefixes } from './key-prefixes';
import { metadataFiles, type MetadataFile } from '../project/metadata-files';
import { addAutomations } from './project/automations';
import { addProjectObjects } from './project/objects';
import { standardObjects } from './standard-objects';

/** A field that exists in this org but not in the project's metadata. */
export interface ExtraField extends FieldInput {
  readonly object: string;
}

/** What a schema is built from. */
export interface SchemaSources {
  /** Directories with metadata: the paths of the project's package directories. */
  readonly directories: readonly string[];
  readonly extraFields?: readonly ExtraField[];
  /** Features that the org has, by their names in a scratch org definition. */
  readonly features?: readonly string[];
  /** Prefixes given in earlier runs, by object name in lower case; they never change again. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
}

/** A schema and the files it was read from, so that others need not search them again. */
export interface BuiltSchema {
  readonly schema: SchemaModel;
  readonly files: readonly MetadataFile[];
}

/**
 * Reads everything and joins it.
 * @throws Error naming the file or field that cannot be read
 */
export function buildSchema(sources: SchemaSources): BuiltSchema {
  const drafts = new Map<string, ObjectDraft>(standardObjects().map((draft) => [draft.name.toLowerCase(), draft]));
  const files = metadataFiles(sources.directories);
  addProjectObjects(drafts, files);
  addAutomations(drafts, files);
  for (const extra of sources.extraFields ?? []) addExtraField(drafts, extra);
  if (sources.features?.includes(PERSON_ACCOUNTS)) addPersonAccounts(drafts, files);
  const all = [...drafts.values()];
  assignKeyPrefixes(all, sources.keyPrefixes ?? new Map());
  return { schema: joinSchema(all), files };
}

function addExtraField(drafts: Map<string, ObjectDraft>, { object, ...field }: ExtraField): void {
  const draft = drafts.get(object.toLowerCase());
  if (!draft) throw new Error(`There is no object ${object} to add the field ${field.name} to.`);
  if (draft.fields.has(field.name.toLowerCase())) return;
  draft.fields.set(field.name.toLowerCase(), makeField(field));
}

import type { ObjectDefinition } from '../schema/model';

/** The field of each object of files that names the document; access is that to the document. */
const DOCUMENT_FIELDS: Readonly<Record<string, string>> = {
  ContentDocument: 'Id',
  ContentVersion: 'ContentDocumentId'
};

/** The field by which records of an object are files; undefined where they are none. */
export function documentField(object: ObjectDefinition): string | undefined {
  return DOCUMENT_FIELDS[object.name];
}

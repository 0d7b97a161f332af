/**
 * What the platform writes besides when records of certain standard objects are inserted.
 * @see "ContentVersion", "ContentDocument" and "ContentDocumentLink", Object Reference
 */
import { transaction } from '../../transaction/transaction';
import { ApexBlob } from '../../values/blob';
import type { ObjectDefinition } from '../../schema/model';
import { insertRows, updateRows } from '../../store/rows';
import type { DmlContext } from './context';
import { applyDefaults, stampAudit } from './defaults';
import { assetWithoutOwner, requiredFieldsMissing } from './messages';
import type { DmlRow } from './row';

/** Runs on rows that are about to be inserted; may complete their values. */
export function beforeInsertEffects(context: DmlContext, rows: readonly DmlRow[]): void {
  if (context.object.name === 'PermissionSetGroupComponent') rows.forEach(outdateGroup);
  if (context.object.name === 'Document') for (const row of rows) setAuthor(context, row);
  if (context.object.name !== 'ContentVersion') return;
  for (const row of rows) completeVersion(context, row);
}

/** "Document", Object Reference: whoever makes it is its author unless somebody else is named. */
function setAuthor({ stamp }: DmlContext, { changes }: DmlRow): void {
  if ((changes.get('AuthorId') ?? null) === null) changes.set('AuthorId', stamp.userId);
}

/** A group that got another permission set has to be calculated anew ("PermissionSetGroup", Object Reference: Status). */
function outdateGroup({ changes }: DmlRow): void {
  const id = changes.get('PermissionSetGroupId');
  if (id) transaction().org.database.system.update('PermissionSetGroup', id as string, { Status: 'Outdated' });
}

/** What certain standard objects ask of new records beyond their required fields. */
export function checkNewRecord(object: ObjectDefinition, row: DmlRow): void {
  const isSet = (name: string): boolean => {
    const value = row.changes.get(name) ?? null;
    return value instanceof ApexBlob ? value.bytes.length > 0 : value !== null;
  };
  if (object.name === 'ContentVersion') checkFile(row, isSet);
  if (object.name === 'Asset' && !isSet('AccountId') && !isSet('ContactId')) row.fail(assetWithoutOwner());
}

/** A file needs a name and content, unless it is a link ("ContentVersion", Object Reference). */
function checkFile(row: DmlRow, isSet: (name: string) => boolean): void {
  if (isSet('ContentUrl')) return;
  const missing = ['PathOnClient', 'VersionData'].filter((name) => !isSet(name));
  if (missing.length > 0) row.fail(requiredFieldsMissing(missing));
}

/** The first version of a file makes its document; a further one becomes the latest. */
function completeVersion(context: DmlContext, row: DmlRow): void {
  const { changes } = row;
  const path = String(changes.get('PathOnClient') ?? changes.get('Title') ?? '');
  const extension = /\.([^./\\]+)$/.exec(path)?.[1] ?? null;
  const content = changes.get('VersionData');
  if ((changes.get('Title') ?? null) === null)
    changes.set('Title', path.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, ''));
  changes.set('FileExtension', extension);
  changes.set('FileType', fileType(extension));
  changes.set('ContentSize', content instanceof ApexBlob ? content.bytes.length : 0);
  changes.set('IsLatest', true);
  const documentId = changes.get('ContentDocumentId') as string | null | undefined;
  if (documentId) supersede(context, row, documentId);
  else createDocument(context, row);
}

/** Names that differ from the extension in capitals ("FileType", ContentVersion). */
const FILE_TYPES: Readonly<Record<string, string>> = {
  txt: 'TEXT',
  doc: 'WORD',
  docx: 'WORD_X',
  xls: 'EXCEL',
  xlsx: 'EXCEL_X',
  ppt: 'POWER_POINT',
  pptx: 'POWER_POINT_X'
};

function fileType(extension: string | null): string {
  if (extension === null) return 'UNKNOWN';
  return FILE_TYPES[extension.toLowerCase()] ?? extension.toUpperCase();
}

function createDocument(context: DmlContext, row: DmlRow): void {
  const { changes } = row;
  const ownerId = changes.get('OwnerId') ?? context.stamp.userId;
  const documentId = insertSystemRow(context, 'ContentDocument', {
    Title: changes.get('Title'),
    FileExtension: changes.get('FileExtension'),
    FileType: changes.get('FileType'),
    ContentSize: changes.get('ContentSize'),
    LatestPublishedVersionId: row.id,
    OwnerId: ownerId,
    PublishStatus: 'P'
  });
  changes.set('ContentDocumentId', documentId);
  changes.set('VersionNumber', '1');
  link(context, documentId, ownerId, 'I');
  const location = changes.get('FirstPublishLocationId') ?? null;
  if (location !== null && location !== ownerId) link(context, documentId, location, 'V');
}

function link(context: DmlContext, documentId: string, entityId: unknown, shareType: string): void {
  const values = {
    ContentDocumentId: documentId,
    LinkedEntityId: entityId,
    ShareType: shareType,
    Visibility: 'AllUsers'
  };
  insertSystemRow(context, 'ContentDocumentLink', values);
}

function supersede(context: DmlContext, row: DmlRow, documentId: string): void {
  const { connection } = context.store;
  const [[count]] = connection.all('SELECT count(*) FROM "ContentVersion" WHERE "ContentDocumentId"=?', [documentId]);
  connection.run('UPDATE "ContentVersion" SET "IsLatest"=0 WHERE "ContentDocumentId"=?', [documentId]);
  row.changes.set('VersionNumber', String(Number(count) + 1));
  const values = new Map<string, unknown>([
    ['LatestPublishedVersionId', row.id],
    ['Title', row.changes.get('Title')]
  ]);
  updateRows(connection, objectOf(context, 'ContentDocument'), [{ id: documentId, values }]);
}

function insertSystemRow(context: DmlContext, name: string, values: Readonly<Record<string, unknown>>): string {
  const object = objectOf(context, name);
  const id = context.store.nextId(object);
  const row = new Map<string, unknown>([['Id', id]]);
  for (const [field, value] of Object.entries(values)) row.set(field, value ?? null);
  applyDefaults(object, row, context.stamp, false);
  stampAudit(object, row, context.stamp, true);
  insertRows(context.store.connection, object, [row]);
  return id;
}

function objectOf(context: DmlContext, name: string): ObjectDefinition {
  const object = context.schema.object(name);
  if (!object) throw new Error(`The catalogue of standard objects lacks ${name}.`);
  return object;
}

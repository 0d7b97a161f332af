/** Expected behaviour: "ContentDocumentLink" and "ContentDocument", Object Reference. */
import { ApexBlob } from '../values/blob';
import { execution } from '../transaction/execution';
import { objectXml, TestOrg } from './testing';

const secret = objectXml('Secret').replace('ReadWrite', 'Private');
const org = new TestOrg({ metadata: { 'objects/Secret__c/Secret__c.object-meta.xml': secret } });
const [standard] = org.database.system.find('Profile', { Name: 'Standard User' });
const user = (alias: string): string =>
  org.database.system.insert('User', {
    LastName: alias,
    Alias: alias,
    Username: `${alias}@example.com`,
    ProfileId: standard['Id'],
    TimeZoneSidKey: 'GMT'
  });
const one = user('one');
const two = user('two');
let documentId: string;

function upload(title: string, userId: string, location?: string): string {
  return org.run(() => {
    const VersionData = new ApexBlob(Buffer.from(title));
    const where = location ? { FirstPublishLocationId: location } : {};
    const version = org.record('ContentVersion', { Title: title, PathOnClient: `${title}.csv`, VersionData, ...where });
    org.dml('insert', [version]);
    return String(org.database.system.find('ContentVersion', { Id: version.id })[0]['ContentDocumentId']);
  }, userId);
}

const titles = (userId?: string): unknown[] =>
  org.run(() => org.column('SELECT Title FROM ContentVersion ORDER BY Title'), userId);

function share(entityId: string, ShareType: string, document = documentId): void {
  org.database.system.insert('ContentDocumentLink', {
    ContentDocumentId: document,
    LinkedEntityId: entityId,
    ShareType
  });
}

function rename(userId: string): unknown[] {
  return org.run(() => {
    const record = org.record('ContentDocument', { Id: documentId, Title: 'mine' });
    const [row] = org.dml('update', [record], { allOrNone: false });
    return row.errors.map((error) => error.statusCode);
  }, userId);
}

beforeAll(() => {
  documentId = upload('mine', one);
});

org.restoreAfterEach();

beforeEach(() => {
  execution.sharing = 'with';
});

afterAll(() => {
  execution.sharing = null;
});

test('a file is seen by whoever uploaded it, by whoever may query all files, and by all code without sharing', () => {
  expect([titles(one), titles(two), titles()]).toEqual([['mine'], [], ['mine']]);
  execution.sharing = 'without';
  expect(titles(two)).toEqual(['mine']);
});

test('a viewer sees it, a collaborator may change it', () => {
  share(two, 'V');
  expect(titles(two)).toEqual(['mine']);
  expect(rename(two)).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  share(two, 'C');
  expect(rename(two)).toEqual([]);
});

test('a file on a record is seen by whoever sees the record', () => {
  share(two, 'V');
  const [record, open] = org.run(() => {
    const records = [org.record('Secret__c', { Name: 'of one' }), org.record('Account', { Name: 'of all' })];
    records.forEach((each) => org.dml('insert', [each]));
    return records.map(({ id }) => String(id));
  }, one);
  upload('on a secret', one, record);
  upload('on an account', one, open);
  expect(titles(two)).toEqual(['mine', 'on an account']);
  const [{ Id: ParentId }] = org.database.system.find('PermissionSet', { ProfileId: standard['Id'] });
  const mayRead = { ParentId, SobjectType: 'Secret__c', PermissionsRead: true };
  org.run(() => org.database.system.insert('ObjectPermissions', mayRead));
  expect(titles(two)).toEqual(['mine', 'on an account']);
  org.database.system.insert('Secret__Share', { ParentId: record, UserOrGroupId: two, AccessLevel: 'Read' });
  expect(titles(two)).toEqual(['mine', 'on a secret', 'on an account']);
});

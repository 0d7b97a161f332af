/** Expected behaviour: "Using the with sharing, without sharing, and inherited sharing Keywords", Apex Developer Guide. */
import { execution } from '../transaction/execution';
import { fieldXml, objectXml, TestOrg } from './testing';

const secret = objectXml('Secret').replace('ReadWrite', 'Private');
const org = new TestOrg({
  metadata: {
    'objects/Secret__c/Secret__c.object-meta.xml': secret,
    'objects/Part__c/Part__c.object-meta.xml': objectXml('Part').replace('ReadWrite', 'ControlledByParent'),
    'objects/Part__c/fields/Secret__c.field-meta.xml': fieldXml(
      'MasterDetail',
      '<referenceTo>Secret__c</referenceTo><relationshipName>Parts</relationshipName>'
    )
  }
});
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

beforeAll(() => {
  org.run(() => {
    const record = org.record('Secret__c', { Name: 'of one' });
    org.dml('insert', [record]);
    org.dml('insert', [org.record('Part__c', { Name: 'detail', Secret__c: record.id })]);
  }, one);
});

org.restoreAfterEach();

afterEach(() => {
  execution.sharing = null;
});

test('with sharing, a private record is seen by its owner alone, and so are its details', () => {
  execution.sharing = 'with';
  org.run(() => expect(org.column('SELECT Name FROM Secret__c')).toEqual(['of one']), one);
  org.run(() => expect(org.column('SELECT Name FROM Secret__c')).toEqual([]), two);
  org.run(() => expect(org.column('SELECT Name FROM Part__c')).toEqual([]), two);
  org.run(() => expect(org.column('SELECT Name FROM Secret__c')).toEqual(['of one']));
});

test('without sharing everybody sees it', () => {
  execution.sharing = 'without';
  org.run(() => expect(org.column('SELECT Name FROM Secret__c')).toEqual(['of one']), two);
});

test('with sharing, a record of someone else cannot be changed; a share changes that', () => {
  const [{ Id: id }] = org.database.system.find('Secret__c', { Name: 'of one' });
  const change = (): unknown[] =>
    org.run(() => {
      const [row] = org.dml('update', [org.record('Secret__c', { Id: id, Name: 'changed' })], { allOrNone: false });
      return row.errors.map((error) => error.statusCode);
    }, two);
  execution.sharing = 'with';
  expect(change()).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  org.database.system.insert('Secret__Share', { ParentId: id, UserOrGroupId: two, AccessLevel: 'Edit' });
  expect(change()).toEqual([]);
});

test('a record has a share of its owner, and loses those made by hand with the owner (Sharing a Record Using Apex)', () => {
  execution.sharing = 'without';
  org.run(() => {
    const record = org.record('Secret__c', { Name: 'shared' });
    org.dml('insert', [record]);
    const share = { ParentId: record.id, UserOrGroupId: two, AccessLevel: 'Edit' };
    org.dml('insert', [org.record('Secret__Share', share)]);
    const shares = (): unknown[] =>
      org
        .query(
          'SELECT UserOrGroupId, AccessLevel, RowCause FROM Secret__Share WHERE ParentId = :id ORDER BY RowCause',
          {
            id: record.id
          }
        )
        .map((row) => ['UserOrGroupId', 'AccessLevel', 'RowCause'].map((name) => row.get(name)));
    expect(shares()).toEqual([
      [two, 'Edit', 'Manual'],
      [org.database.administratorId, 'All', 'Owner']
    ]);
    org.dml('update', [org.record('Secret__c', { Id: record.id, OwnerId: one })]);
    expect(shares()).toEqual([[one, 'All', 'Owner']]);
  });
});

test('what is shared with all internal users is seen by each of them (Group, Object Reference)', () => {
  const [everybody] = org.database.system.find('Group', { Type: 'Organization' });
  expect(everybody['DeveloperName']).toBe('AllInternalUsers');
  execution.sharing = 'with';
  const id = org.run(() => {
    const record = org.record('Secret__c', { Name: 'for all' });
    org.dml('insert', [record]);
    return record.id;
  });
  const names = (): unknown[] => org.run(() => org.column("SELECT Name FROM Secret__c WHERE Name = 'for all'"), two);
  expect(names()).toEqual([]);
  org.database.system.insert('Secret__Share', { ParentId: id, UserOrGroupId: everybody['Id'], AccessLevel: 'Read' });
  expect(names()).toEqual(['for all']);
});

test('every org has business hours, all day and every day', () => {
  org.run(() => expect(org.column('SELECT Name FROM BusinessHours WHERE IsDefault = TRUE')).toEqual(['Default']));
});

test('a role comes with a group of its people, and one of them and those below (Group, Object Reference)', () => {
  org.run(() => {
    const role = org.record('UserRole', { Name: 'Sales', DeveloperName: 'Sales' });
    org.dml('insert', [role]);
    const groups = org.query('SELECT Type, DeveloperName FROM Group WHERE RelatedId = :id ORDER BY Type', {
      id: role.id
    });
    expect(groups.map((group) => [group.get('Type'), group.get('DeveloperName')])).toEqual([
      ['Role', 'Sales'],
      ['RoleAndSubordinates', 'Sales']
    ]);
  });
});

test('what is shared with a role and those below is seen by people of both', () => {
  const above = org.database.system.insert('UserRole', { Name: 'Above', DeveloperName: 'Above' });
  const [inRole, below] = ['inRole', 'below'].map((name) => {
    const role = org.record('UserRole', { Name: name, DeveloperName: name, ParentRoleId: above });
    org.run(() => org.dml('insert', [role]));
    const id = user(name);
    org.database.system.update('User', id, { UserRoleId: role.id });
    return { id, role: role.id };
  });
  org.database.system.update('UserRole', String(below?.role), { ParentRoleId: inRole?.role });
  const record = org.record('Secret__c', { Name: 'by role' });
  org.run(() => org.dml('insert', [record]), one);
  const shareWith = (type: string): void =>
    org.run(() => {
      const [group] = org.query(`SELECT Id FROM Group WHERE Type = '${type}' AND RelatedId = :id`, {
        id: inRole?.role
      });
      const values = { ParentId: record.id, UserOrGroupId: group?.id, AccessLevel: 'Read' };
      org.dml('insert', [org.record('Secret__Share', values)]);
    });
  const seen = (): number[] =>
    [inRole, below].map((person) =>
      org.run(() => {
        execution.sharing = 'with';
        return org.query("SELECT Id FROM Secret__c WHERE Name = 'by role'").length;
      }, person?.id)
    );
  shareWith('Role');
  expect(seen()).toEqual([1, 0]);
  shareWith('RoleAndSubordinates');
  expect(seen()).toEqual([1, 1]);
});

test('the permissions of an object hold for its shares (Sharing a Record Using Apex)', () => {
  const [parent] = org.database.system.find('PermissionSet', { ProfileId: standard['Id'] });
  const read = (): unknown[] => org.run(() => org.query('SELECT Id, RowCause FROM Secret__Share', {}, true), two);
  expect(read).toThrow("sObject type 'Secret__Share' is not supported");
  org.database.system.insert('ObjectPermissions', {
    ParentId: parent?.['Id'],
    SobjectType: 'Secret__c',
    PermissionsRead: true
  });
  org.services.access.forget();
  expect(read).not.toThrow();
});

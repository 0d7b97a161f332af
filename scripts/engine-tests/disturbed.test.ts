import type { EngineOrg } from './support/engine-org';
import { openStory, type OpenStory } from './support/open-story';
import { checkSums, contactsOf, lastRun, rowsOf, type Run } from './support/result';

let story: OpenStory;
let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  story = await openStory();
  ({ org, integrationId } = story);
});
afterAll(() => story.close());

const start = (): string => org.call('RunController', 'start', { integrationId });
const contact = (key: string): Record<string, unknown> | undefined =>
  contactsOf(org).find(({ Key__c }) => Key__c === key);

/** The run has ended, and its figures add up. */
function ended(): Run {
  const run = lastRun(org);
  checkSums(org, run.id, run.counts);
  expect(org.query('SELECT Id FROM Sync_Run__c WHERE Active_Key__c != NULL')).toEqual([]);
  expect(org.waiting).toEqual([]);
  return run;
}

describe('a permission that is taken away while a run goes on', () => {
  let userId: string;
  let permissionSetId: string;

  /** A user with what the package asks for, and what the story needs of contacts. */
  function addUser(): void {
    const { system } = org.services.database;
    const [profile] = system.find('Profile', { Name: 'Standard User' });
    userId = system.insert('User', {
      LastName: 'Runner',
      Alias: 'runner',
      Email: 'runner@example.com',
      Username: 'runner@example.com',
      ProfileId: profile['Id'],
      TimeZoneSidKey: 'Etc/UTC',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      IsActive: true
    });
    permissionSetId = system.insert('PermissionSet', { Name: 'Story', Label: 'Story', IsOwnedByProfile: false });
    for (const field of ['Key__c', 'Score__c']) {
      system.insert('FieldPermissions', {
        ParentId: permissionSetId,
        SobjectType: 'Contact',
        Field: `Contact.${field}`,
        PermissionsRead: true,
        PermissionsEdit: true
      });
    }
    const [admin] = system.find('PermissionSet', { Name: 'Insights_Sync_Admin' });
    for (const PermissionSetId of [permissionSetId, admin['Id']]) {
      system.insert('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId });
    }
  }

  const profileContacts = (permissions: Record<string, boolean>): void => {
    const { system } = org.services.database;
    const [{ ProfileId }] = system.find('User', { Id: userId });
    const [owned] = system.find('PermissionSet', { ProfileId });
    const ParentId =
      owned?.['Id'] ?? system.insert('PermissionSet', { Name: 'Profile', ProfileId, IsOwnedByProfile: true });
    org.remove('ObjectPermissions', { ParentId, SobjectType: 'Contact' });
    system.insert('ObjectPermissions', { ParentId, SobjectType: 'Contact', ...permissions });
  };

  /** Runs the first slice as that user, takes something away, and runs the others. */
  const runWithout = (takeAway: () => void): Promise<Run> =>
    org.aside(async () => {
      addUser();
      org.actAs(userId);
      start();
      await org.runLinks(1);
      expect(lastRun(org)).toMatchObject({ status: 'Running', counts: { read: 3, updated: 1 } });
      takeAway();
      org.restart();
      const before = JSON.stringify(contactsOf(org));
      await org.finish();
      expect(JSON.stringify(contactsOf(org))).toBe(before);
      expect(contact('ada')).toMatchObject({ Title: 'Engineer', Score__c: '4.5' });
      org.actAs(null);
      return ended();
    });

  test('nothing taken away: the user may do all of it', () =>
    org.aside(async () => {
      addUser();
      org.actAs(userId);
      start();
      await org.finish();
      expect(ended()).toMatchObject({ status: 'Completed with errors', counts: { read: 9, updated: 3 } });
    }));

  test.each([
    [
      'edit of a mapped field',
      (): void =>
        org.set(
          'FieldPermissions',
          { ParentId: permissionSetId, Field: 'Contact.Score__c' },
          { PermissionsEdit: false }
        ),
      /Score/
    ],
    [
      'read of a mapped field',
      (): void => org.remove('FieldPermissions', { ParentId: permissionSetId, Field: 'Contact.Score__c' }),
      /Score__c/
    ],
    [
      'read of the key field',
      (): void => org.remove('FieldPermissions', { ParentId: permissionSetId, Field: 'Contact.Key__c' }),
      /Key__c/
    ],
    ['edit of the object', (): void => profileContacts({ PermissionsRead: true, PermissionsEdit: false }), /Contact/],
    ['read of the object', (): void => profileContacts({ PermissionsRead: false, PermissionsEdit: false }), /Contact/],
    [
      'the permission set of the package',
      (): void => {
        const [admin] = org.services.database.system.find('PermissionSet', { Name: 'Insights_Sync_Admin' });
        org.remove('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: admin['Id'] });
      },
      /permission|credential|access/i
    ]
  ] as const)('%s: the run fails with a sentence, and nothing is half written', async (_what, takeAway, names) => {
    const run = await runWithout(takeAway);
    expect(run).toMatchObject({ status: 'Failed', counts: { read: 3, updated: 1, unchanged: 1, skipped: 1 } });
    expect(run.message).toMatch(names);
    expect(run.message).toMatch(/^[“A-ZÀ-Ü].*[.”]$/);
  });
});

describe('a record that somebody else touches between the look at it and the save', () => {
  const runWhile = (act: () => void): Promise<Run> =>
    org.aside(async () => {
      start();
      org.restart();
      org.before('dml update Contact', act);
      await org.finish();
      return { ...ended(), ada: contact('ada'), rows: rowsOf(org, lastRun(org).id) } as Run;
    });

  test('deleted: its row is Rejected with what the platform says, and the others go through', async () => {
    const run = await runWhile(() => org.set('Contact', { Key__c: 'ada' }, { IsDeleted: true }));
    expect(run).toMatchObject({ status: 'Completed with errors', counts: { read: 9, rejected: 2, updated: 1 } });
    expect(run).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ line: 2, outcome: 'Rejected' })])
    });
    expect((run as unknown as { rows: { reason: string }[] }).rows[0].reason).toMatch(/^ENTITY_IS_DELETED: /);
  });

  test('merged away: the same, and its row in a later slice is Unmatched', async () => {
    const run = await runWhile(() => {
      const [master] = org.query<{ Id: string }>("SELECT Id FROM Contact WHERE Key__c = 'bea'");
      org.set('Contact', { Key__c: 'ada' }, { IsDeleted: true, MasterRecordId: master.Id });
    });
    expect(run).toMatchObject({ counts: { read: 9, rejected: 2, unmatched: 2, updated: 1 } });
  });

  test('edited in another field: both edits stay', async () => {
    const run = await runWhile(() => org.set('Contact', { Key__c: 'ada' }, { LastName: 'Edited' }));
    expect(run).toMatchObject({ counts: { updated: 3 }, ada: { LastName: 'Edited', Title: 'Architect' } });
  });

  test('edited in a mapped field: the report has the last word, and an undo brings back what the run had found', () =>
    org.aside(async () => {
      const runId = start();
      org.restart();
      org.before('dml update Contact', () => org.set('Contact', { Key__c: 'ada' }, { Title: 'Edited' }));
      await org.finish();
      expect(contact('ada')).toMatchObject({ Title: 'Architect' });
      org.call('RunController', 'undo', { runId });
      await org.finish();
      expect(contact('ada')).toMatchObject({ Title: 'Junior', Email: null, Score__c: null });
    }));

  test('deleted or given another key between two slices: its later rows are Unmatched', () =>
    org.aside(async () => {
      start();
      await org.runLinks(1);
      org.remove('Contact', { Key__c: 'ada' });
      org.set('Contact', { Key__c: 'eve' }, { Key__c: 'eva' });
      await org.finish();
      expect(ended()).toMatchObject({ counts: { read: 9, updated: 1, unmatched: 3 } });
    }));
});

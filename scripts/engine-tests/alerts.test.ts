import { sentNotifications } from '../local-org/platform/library/messaging/custom-notification';
import { sentEmails, SINGLE_EMAILS_A_DAY } from '../local-org/platform/library/messaging/email';
import type { ApexList } from '../local-org/values/list';
import type { EngineOrg } from './support/engine-org';
import { openStory, type OpenStory } from './support/open-story';

let story: OpenStory;
let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  story = await openStory();
  ({ org, integrationId } = story);
});
afterAll(() => story.close());

/** What has left the org since: subjects of emails with their addresses, and notifications. */
async function leftBy(body: () => unknown): Promise<{ mails: unknown[]; notifications: unknown[] }> {
  const [mailsBefore, notificationsBefore] = [sentEmails(org.services).length, sentNotifications(org.services).length];
  await body();
  await org.finish();
  const mails = sentEmails(org.services).slice(mailsBefore);
  return {
    mails: mails.map((mail) => [mail.read('subject'), (mail.read('toAddresses') as ApexList | null)?.items ?? 'user']),
    notifications: sentNotifications(org.services)
      .slice(notificationsBefore)
      .map(({ title }) => title)
  };
}

const start = (): string => org.call('RunController', 'start', { integrationId });

test('a run with errors, of many slices, tells people once where they asked for it', () =>
  org.aside(async () => {
    expect(await leftBy(start)).toEqual({ mails: [], notifications: [] });
    const [{ OwnerId }] = org.query<{ OwnerId: string }>('SELECT OwnerId FROM Integration__c');
    const recipients = `ops@example.com, ${OwnerId}`;
    org.set('Integration__c', {}, { Alert_On__c: 'FailuresAndErrors', Alert_Recipients__c: recipients });
    const title = 'Insights Sync: “Story” completed with errors';
    expect(await leftBy(start)).toEqual({
      mails: [
        [title, 'user'],
        [title, ['ops@example.com']]
      ],
      notifications: [title]
    });
  }));

test('a run that fails tells the owner of the integration, with a link to its log', () =>
  org.aside(async () => {
    org.set('Integration__c', {}, { Report_Id__c: 'nowhere' });
    let runId = '';
    const left = await leftBy(() => (runId = start()));
    expect(left.mails).toEqual([['Insights Sync: “Story” failed', 'user']]);
    const [mail] = sentEmails(org.services).slice(-1);
    expect(mail.read('plainTextBody')).toContain(`/lightning/r/Sync_Run__c/${runId}/view`);
    const [{ targetId }] = sentNotifications(org.services).slice(-1);
    expect(targetId).toBe(runId);
  }));

test('an address of a user is told as that user, and one alert is enough for both', () =>
  org.aside(async () => {
    const [{ OwnerId }] = org.query<{ OwnerId: string }>('SELECT OwnerId FROM Integration__c');
    const [{ Email }] = org.query<{ Email: string }>('SELECT Email FROM User WHERE Id = :OwnerId', { OwnerId });
    const recipients = `${Email.toUpperCase()}; ${OwnerId}`;
    org.set('Integration__c', {}, { Report_Id__c: 'nowhere', Alert_Recipients__c: recipients });
    const title = 'Insights Sync: “Story” failed';
    expect(await leftBy(start)).toEqual({ mails: [[title, 'user']], notifications: [title] });
  }));

test('a run that is held back tells people once', () =>
  org.aside(async () => {
    start();
    await org.finish();
    org.remove('Contact', { Key__c: 'ada' });
    org.remove('Contact', { Key__c: 'bea' });
    org.set('Integration__c', {}, { Most_Matches_Lost__c: 0 });
    const title = 'Insights Sync: “Story” was stopped before writing';
    expect(await leftBy(start)).toEqual({ mails: [[title, 'user']], notifications: [title] });
  }));

test('a retry tells like a run; a preview, an undo and a cancelled run tell nobody, because somebody waits for them', () =>
  org.aside(async () => {
    org.set('Integration__c', {}, { Alert_On__c: 'FailuresAndErrors' });
    const errors = 'Insights Sync: “Story” completed with errors';
    let runId = '';
    await leftBy(() => (runId = start()));
    expect(await leftBy(() => org.call('RunController', 'retryFailed', { runId }))).toEqual({
      mails: [[errors, 'user']],
      notifications: [errors]
    });
    const nobody = { mails: [], notifications: [] };
    expect(await leftBy(() => org.call('RunController', 'preview', { integrationId }))).toEqual(nobody);
    expect(await leftBy(() => org.call('RunController', 'undo', { runId }))).toEqual(nobody);
    expect(await leftBy(() => org.call('RunController', 'cancel', { runId: start() }))).toEqual(nobody);
  }));

test('where the day has no more emails for addresses, users are told and the run ends as it would', () =>
  org.aside(async () => {
    const [{ OwnerId }] = org.query<{ OwnerId: string }>('SELECT OwnerId FROM Integration__c');
    const addresses = Array.from({ length: SINGLE_EMAILS_A_DAY + 1 }, (_, index) => `somebody${index}@example.com`);
    const recipients = [OwnerId, ...addresses].join(',');
    org.set('Integration__c', {}, { Alert_On__c: 'FailuresAndErrors', Alert_Recipients__c: recipients });
    const title = 'Insights Sync: “Story” completed with errors';
    expect(await leftBy(start)).toEqual({ mails: [[title, 'user']], notifications: [title] });
    const [{ Status__c }] = org.query<{ Status__c: string }>('SELECT Status__c FROM Sync_Run__c');
    expect(Status__c).toBe('Completed with errors');
  }));

/** More writes than a run of this report has, so that every one of them dies once. */
const WRITES = Array.from({ length: 16 }, (_, index) => index + 1);

test.each(WRITES)('a link that dies at write %i takes its alert with it: the run that goes on tells once', (write) =>
  org.aside(async () => {
    org.set('Integration__c', {}, { Alert_On__c: 'FailuresAndErrors', Alert_Recipients__c: 'ops@example.com' });
    const left = await leftBy(() => {
      start();
      org.restart(`dml:${write}=limit`);
    });
    expect(left.mails).toHaveLength(1);
  })
);

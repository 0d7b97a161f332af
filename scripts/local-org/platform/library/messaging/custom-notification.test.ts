import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { executeTransaction } from '../../../jobs';
import { buildOrg, type BuiltOrg } from '../../../org';
import { sentNotifications } from './custom-notification';

const FILES: Readonly<Record<string, string>> = {
  'sfdx-project.json': '{"packageDirectories":[{"path":"main","default":true}],"sourceApiVersion":"62.0"}',
  'main/notificationtypes/News.notiftype-meta.xml': `<CustomNotificationType xmlns="http://soap.sforce.com/2006/04/metadata">
    <customNotifTypeName>News</customNotifTypeName><desktop>true</desktop><masterLabel>News</masterLabel>
    <mobile>false</mobile></CustomNotificationType>`,
  'main/classes/Teller.cls': `public class Teller {
    public static String tell(String title, Boolean fails) {
      Messaging.CustomNotification news = new Messaging.CustomNotification();
      news.setNotificationTypeId([SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'News'].Id);
      news.setTitle(title);
      news.setBody('Body');
      news.setTargetId('000000000000000AAA');
      try {
        news.send(new Set<String>{ UserInfo.getUserId() });
      } catch (Exception e) { return e.getMessage(); }
      if (fails) { Integer nothing = 1 / 0; }
      return 'sent';
    }
  }`,
  'main/classes/Teller.cls-meta.xml': '<ApexClass><apiVersion>62.0</apiVersion></ApexClass>'
};

let folder: string;
let org: BuiltOrg;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notifications-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  org = await buildOrg({ projectDirectory: folder, databaseFile: ':memory:' });
});

afterAll(() => {
  org.close();
  rmSync(folder, { recursive: true });
});

function tell(title: string, fails = false): unknown {
  const { services, user, apex } = org;
  const options = { kind: 'ANONYMOUS', profile: 'synchronous', user } as const;
  return executeTransaction(services, options, () => apex.program.callStatic('Teller', 'tell', [title, fails]));
}

test('a notification leaves when its transaction commits', () => {
  expect(tell('Hello')).toBe('sent');
  expect(() => tell('Never', true)).toThrow('Divide by 0');
  expect(sentNotifications(org.services).map(({ title, body }) => [title, body])).toEqual([['Hello', 'Body']]);
});

test('what lacks a part, or is too long, is refused', () => {
  expect(tell('')).toBe('The title of the notification is missing.');
  expect(tell('x'.repeat(251))).toBe('The title of the notification is longer than 250 characters.');
});

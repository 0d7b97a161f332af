/**
 * Custom notifications: the org keeps what was sent instead of showing it.
 * @see "CustomNotification Class", Apex Reference Guide
 */
import { definePlatformType } from '../../../declarations/define';
import type { OrgServices } from '../../../transaction/org-services';
import { transaction } from '../../../transaction/transaction';
import { IllegalArgumentException } from '../../../values/exceptions';
import type { ApexSet } from '../../../values/set';
import { required } from '../../../declarations/arguments';

/** Most recipients of one call of `send`. @see "CustomNotification Class" (Notification Limits), Apex Reference Guide */
const MOST_RECIPIENTS = 500;
const MOST_TITLE = 250;
const MOST_BODY = 750;

type Attribute = 'notificationTypeId' | 'senderId' | 'title' | 'body' | 'targetId' | 'targetPageRef';

/** One notification as it left an org. */
export interface SentNotification extends Readonly<Record<Attribute, string | null>> {
  readonly recipients: readonly string[];
}

class CustomNotification {
  readonly attributes = new Map<Attribute, string | null>();

  set(attribute: Attribute, value: string | null): void {
    this.attributes.set(attribute, value);
  }

  get(attribute: Attribute): string | null {
    return this.attributes.get(attribute) ?? null;
  }
}

const sent = new WeakMap<OrgServices, SentNotification[]>();

/** The notifications that an org's committed transactions have sent, in order. */
export function sentNotifications(org: OrgServices): readonly SentNotification[] {
  return sent.get(org) ?? [];
}

/** Sends when the transaction commits. */
function send(notification: CustomNotification, users: ApexSet | null): void {
  const recipients = [...required(users, 1)] as string[];
  check(notification, recipients);
  const current = transaction();
  const left: SentNotification = { ...copyOf(notification), recipients };
  current.afterCommit(() => sent.set(current.org, [...(sent.get(current.org) ?? []), left]));
}

function check(notification: CustomNotification, recipients: readonly string[]): void {
  requireThat(recipients.length > 0, 'The recipients are missing.');
  requireThat(recipients.length <= MOST_RECIPIENTS, `There are more than ${MOST_RECIPIENTS} recipients.`);
  requireThat(isTypeKnown(notification.get('notificationTypeId')), 'The notification type is missing or unknown.');
  requireText(notification.get('title'), 'title', MOST_TITLE);
  requireText(notification.get('body'), 'body', MOST_BODY);
  const target = notification.get('targetId') ?? notification.get('targetPageRef');
  requireThat(target !== null, 'The target of the notification is missing.');
}

function isTypeKnown(typeId: string | null): boolean {
  return typeId !== null && transaction().org.database.system.find('CustomNotificationType', { Id: typeId }).length > 0;
}

function requireText(text: string | null, name: string, most: number): void {
  requireThat(text !== null && text.trim() !== '', `The ${name} of the notification is missing.`);
  requireThat((text ?? '').length <= most, `The ${name} of the notification is longer than ${most} characters.`);
}

function requireThat(holds: boolean, message: string): void {
  if (!holds) throw new IllegalArgumentException(message);
}

function copyOf(notification: CustomNotification): Record<Attribute, string | null> {
  return {
    notificationTypeId: notification.get('notificationTypeId'),
    senderId: notification.get('senderId'),
    title: notification.get('title'),
    body: notification.get('body'),
    targetId: notification.get('targetId'),
    targetPageRef: notification.get('targetPageRef')
  };
}

function setter(attribute: Attribute) {
  return (self: CustomNotification, value: string | null): void => self.set(attribute, value);
}

function construct(...values: (string | null)[]): CustomNotification {
  const notification = new CustomNotification();
  const order: Attribute[] = ['notificationTypeId', 'senderId', 'title', 'body', 'targetId', 'targetPageRef'];
  order.forEach((attribute, at) => notification.set(attribute, values[at] ?? null));
  return notification;
}

definePlatformType({
  namespace: 'Messaging',
  name: 'CustomNotification',
  kind: 'class',
  javaScriptClass: CustomNotification,
  documentation: 'CustomNotification Class, Apex Reference Guide',
  members: {
    'new()': () => new CustomNotification(),
    'new(String typeId, String sender, String title, String body, String targetId, String targetPageRef)': construct,
    'void setNotificationTypeId(String id)': setter('notificationTypeId'),
    'void setSenderId(String id)': setter('senderId'),
    'void setTitle(String title)': setter('title'),
    'void setBody(String body)': setter('body'),
    'void setTargetId(String targetId)': setter('targetId'),
    'void setTargetPageRef(String pageRef)': setter('targetPageRef'),
    'void send(Set<String> users)': send
  }
});

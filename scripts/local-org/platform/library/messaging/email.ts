/** Outbound email: the org keeps what was sent instead of sending it. @see "Messaging Namespace", Apex Reference Guide */
import { definePlatformType } from '../../../declarations/define';
import type { OrgServices } from '../../../transaction/org-services';
import { NotModeled } from '../../../values/not-modeled';
import { transaction, type TransactionKey } from '../../../transaction/transaction';
import { HandledException } from '../../../values/exceptions';
import { EmailException } from '../../../values/dml-exception';
import type { ApexList } from '../../../values/list';
import { required } from '../../../declarations/arguments';
import { DataObject, defineDataType } from '../data-type';
import { newList } from '../../../declarations/platform-lists';

class Email extends DataObject {}
class SingleEmailMessage extends Email {}
class MassEmailMessage extends Email {}
class EmailFileAttachment extends DataObject {}

class SendEmailResult extends DataObject {}
class SendEmailError extends DataObject {}

const sent = new WeakMap<OrgServices, Email[]>();

/** "General Email Limits", Salesforce Help: external addresses a day, in a Developer Edition org. */
export const SINGLE_EMAILS_A_DAY = 15;

const RESERVED: TransactionKey<{ emails: number }> = { create: () => ({ emails: 0 }) };

/**
 * Keeps room for emails of this transaction. What the org sent counts as sent today, whenever that was.
 * @see "reserveSingleEmailCapacity", Messaging Class, Apex Reference Guide
 */
function reserve(amount: number): void {
  const current = transaction();
  const reserved = current.attachment(RESERVED);
  if (sentEmails(current.org).length + reserved.emails + amount > SINGLE_EMAILS_A_DAY) {
    throw new HandledException('The daily limit for the org would be exceeded by this operation.');
  }
  reserved.emails += amount;
}

/** The emails that an org's committed transactions have sent, as they would have left it. */
export function sentEmails(org: OrgServices): readonly DataObject[] {
  return sent.get(org) ?? [];
}

defineDataType({
  namespace: 'Messaging',
  name: 'Email',
  access: 'methods',
  isConstructible: false,
  javaScriptClass: Email,
  documentation: 'Email Class (Base Email Methods), Apex Reference Guide',
  properties: {
    bccSender: 'Boolean',
    emailPriority: 'String',
    replyTo: 'String',
    saveAsActivity: 'Boolean',
    senderDisplayName: 'String',
    subject: 'String',
    useSignature: 'Boolean'
  }
});

defineDataType({
  namespace: 'Messaging',
  name: 'SingleEmailMessage',
  extends: 'Messaging.Email',
  access: 'both',
  javaScriptClass: SingleEmailMessage,
  documentation: 'SingleEmailMessage Class, Apex Reference Guide',
  properties: {
    bccAddresses: 'List<String>',
    ccAddresses: 'List<String>',
    charset: 'String',
    documentAttachments: 'List<Id>',
    entityAttachments: 'List<String>',
    fileAttachments: 'List<Messaging.EmailFileAttachment>',
    htmlBody: 'String',
    inReplyTo: 'String',
    optOutPolicy: 'String',
    orgWideEmailAddressId: 'Id',
    plainTextBody: 'String',
    references: 'String',
    subject: 'String',
    targetObjectId: 'Id',
    templateId: 'Id',
    toAddresses: 'List<String>',
    treatBodiesAsTemplate: 'Boolean',
    treatTargetObjectAsRecipient: 'Boolean',
    whatId: 'Id'
  }
});

defineDataType({
  namespace: 'Messaging',
  name: 'MassEmailMessage',
  extends: 'Messaging.Email',
  access: 'both',
  javaScriptClass: MassEmailMessage,
  documentation: 'MassEmailMessage Class, Apex Reference Guide',
  properties: {
    description: 'String',
    targetObjectIds: 'List<Id>',
    templateId: 'Id',
    whatIds: 'List<Id>'
  }
});

defineDataType({
  namespace: 'Messaging',
  name: 'EmailFileAttachment',
  access: 'both',
  javaScriptClass: EmailFileAttachment,
  documentation: 'EmailFileAttachment Class, Apex Reference Guide',
  properties: { body: 'Blob', contentType: 'String', fileName: 'String', id: 'Id', inline: 'Boolean' }
});

defineDataType({
  namespace: 'Messaging',
  name: 'SendEmailError',
  access: 'methods',
  isConstructible: false,
  javaScriptClass: SendEmailError,
  documentation: 'SendEmailError Class, Apex Reference Guide',
  properties: {
    fields: 'List<String>',
    message: 'String',
    statusCode: 'System.StatusCode',
    targetObjectId: 'String'
  }
});

definePlatformType({
  namespace: 'Messaging',
  name: 'SendEmailResult',
  kind: 'class',
  javaScriptClass: SendEmailResult,
  documentation: 'SendEmailResult Class, Apex Reference Guide',
  members: {
    'List<Messaging.SendEmailError> getErrors()': (self: SendEmailResult) => self.read('errors'),
    'Boolean isSuccess()': (self: SendEmailResult) => self.read('success')
  }
});

/** Sends when the transaction commits. */
function send(emails: ApexList | null): ApexList {
  const messages = required(emails, 1).items as (Email | null)[];
  const current = transaction();
  messages.forEach((message) => checkRecipients(required(message, 1)));
  current.limits.consume('emailInvocations');
  current.afterCommit(() => {
    sent.set(current.org, [...(sent.get(current.org) ?? []), ...(messages as Email[])]);
  });
  return newList('Messaging.SendEmailResult', messages.map(succeeded));
}

const ADDRESSES: Readonly<Record<string, string>> = { toAddresses: 'to', ccAddresses: 'cc', bccAddresses: 'bcc' };

/** What cannot be sent counts as no invocation. */
function checkRecipients(message: Email): void {
  for (const [name, kind] of Object.entries(ADDRESSES)) {
    const items = (message.read(name) as ApexList | null)?.items ?? [];
    if (items.some((address) => address === null || address === '')) throw invalidAddress(kind);
  }
  const names = [...Object.keys(ADDRESSES), 'targetObjectIds'];
  const hasList = names.some((name) => ((message.read(name) as ApexList | null)?.size() ?? 0) > 0);
  if (hasList || message.read('targetObjectId') !== null) return;
  const detail = 'Add a recipient to send an email.';
  throw new EmailException(
    `SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, ${detail}`
  );
}

function invalidAddress(kind: string): EmailException {
  const detail = `INVALID_EMAIL_ADDRESS, Invalid ${kind} address : null: [${kind}Addresses, null]`;
  return new EmailException(`SendEmail failed. First exception on row 0; first error: ${detail}`);
}

function succeeded(): SendEmailResult {
  const result = new SendEmailResult();
  result.write('success', true);
  result.write('errors', newList('Messaging.SendEmailError'));
  return result;
}

definePlatformType({
  namespace: 'System',
  name: 'Messaging',
  kind: 'class',
  documentation: 'Messaging Class, Apex Reference Guide',
  members: {
    'static void reserveSingleEmailCapacity(Integer amountReserved)': (amount: number | null) =>
      reserve(required(amount, 1)),
    'static void reserveMassEmailCapacity(Integer amountReserved)': () => {
      throw new NotModeled('Messaging.reserveMassEmailCapacity');
    },
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': send,
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': send
  }
});

/** Inbound email. @see "InboundEmail Class", Apex Reference Guide */
import { definePlatformType } from '../../../declarations/define';
import { DataObject, defineDataType } from '../data-type';

class InboundEmail extends DataObject {}
class BinaryAttachment extends DataObject {}
class TextAttachment extends DataObject {}
class InboundHeader extends DataObject {}
class InboundEnvelope extends DataObject {}
class InboundEmailResult extends DataObject {}

defineDataType({
  namespace: 'Messaging',
  name: 'InboundEmail',
  access: 'fields',
  javaScriptClass: InboundEmail,
  documentation: 'InboundEmail Class, Apex Reference Guide',
  properties: {
    binaryAttachments: 'List<Messaging.InboundEmail.BinaryAttachment>',
    ccAddresses: 'List<String>',
    fromAddress: 'String',
    fromName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    htmlBody: 'String',
    htmlBodyIsTruncated: 'Boolean',
    inReplyTo: 'String',
    messageId: 'String',
    plainTextBody: 'String',
    plainTextBodyIsTruncated: 'Boolean',
    references: 'List<String>',
    replyTo: 'String',
    subject: 'String',
    textAttachments: 'List<Messaging.InboundEmail.TextAttachment>',
    toAddresses: 'List<String>'
  }
});

defineDataType({
  namespace: 'Messaging',
  name: 'InboundEmail.BinaryAttachment',
  access: 'fields',
  javaScriptClass: BinaryAttachment,
  documentation: 'InboundEmail.BinaryAttachment Class, Apex Reference Guide',
  properties: {
    body: 'Blob',
    fileName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    mimeTypeSubType: 'String'
  }
});

defineDataType({
  namespace: 'Messaging',
  name: 'InboundEmail.TextAttachment',
  access: 'fields',
  javaScriptClass: TextAttachment,
  documentation: 'InboundEmail.TextAttachment Class, Apex Reference Guide',
  properties: {
    body: 'String',
    bodyIsTruncated: 'Boolean',
    charset: 'String',
    fileName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    mimeTypeSubType: 'String'
  }
});

defineDataType({
  namespace: 'Messaging',
  name: 'InboundEmail.Header',
  access: 'fields',
  javaScriptClass: InboundHeader,
  documentation: 'InboundEmail.Header Class, Apex Reference Guide',
  properties: { name: 'String', value: 'String' }
});

defineDataType({
  namespace: 'Messaging',
  name: 'InboundEnvelope',
  access: 'fields',
  javaScriptClass: InboundEnvelope,
  documentation: 'InboundEnvelope Class, Apex Reference Guide',
  properties: { fromAddress: 'String', toAddress: 'String' }
});

defineDataType({
  namespace: 'Messaging',
  name: 'InboundEmailResult',
  access: 'fields',
  javaScriptClass: InboundEmailResult,
  documentation: 'InboundEmailResult Class, Apex Reference Guide',
  properties: { message: 'String', success: 'Boolean' }
});

definePlatformType({
  namespace: 'Messaging',
  name: 'InboundEmailHandler',
  kind: 'interface',
  documentation: 'InboundEmailHandler Interface, Apex Reference Guide',
  members: {
    'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)':
      null
  }
});

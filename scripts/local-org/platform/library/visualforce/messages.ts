/** `ApexPages`: the page that is open and the messages it shows. @see "ApexPages Class" and "Message Class", Apex Reference Guide */
import { definePlatformType, sinceVersion } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { transaction, type TransactionKey } from '../../../transaction/transaction';
import { DmlException } from '../../../values/dml-exception';
import type { ApexEnumValue } from '../../../values/enum-value';
import type { ApexException } from '../../../values/exception';
import { platformEnumValue } from '../../../declarations/platform-enum';
import { required } from '../../../declarations/arguments';
import { newList } from '../../../declarations/platform-lists';
import { PageReference } from './page-reference';

class Message {
  readonly severity: ApexEnumValue;
  readonly summary: string | null;
  /** The summary once more where nothing else was given. */
  readonly detail: string | null;
  readonly componentLabel: string | null;

  constructor(severity: ApexEnumValue | null, summary: string | null, detail = summary, id: string | null = null) {
    this.severity = required(severity, 1);
    this.summary = summary;
    this.detail = detail;
    this.componentLabel = id;
  }
}

interface OpenPage {
  page: PageReference | null;
  readonly messages: Message[];
}

const OPEN_PAGE: TransactionKey<OpenPage> = { create: () => ({ page: null, messages: [] }) };

const openPage = (): OpenPage => transaction().attachment(OPEN_PAGE);

/** A test has an open page, whose address nobody knows until it is set; other code here runs behind no page. */
export function currentPage(): PageReference | null {
  const open = openPage();
  if (!open.page && transaction().isTest) open.page = new UnknownPage('');
  return open.page;
}

class UnknownPage extends PageReference {
  override url(): string {
    throw new NotModeled('the address of the current page of a test that set none');
  }
}

/** Opens a page for the rest of a test. */
export function setCurrentPage(page: PageReference | null): void {
  openPage().page = page;
}

/** A failed save shows one message a row, any other exception its own. */
function addMessages(exception: ApexException | null): void {
  const error = platformEnumValue('ApexPages.Severity', 'ERROR');
  const caught = required(exception, 1);
  const rows = caught instanceof DmlException ? caught.rows : [];
  const texts = rows.length > 0 ? rows.map(({ message }) => message) : [caught.getMessage()];
  for (const text of texts) openPage().messages.push(new Message(error, text));
}

/** What goes wrong with a record shows on the page that is open. */
export function addErrorMessage(text: string | null): void {
  openPage().messages.push(new Message(platformEnumValue('ApexPages.Severity', 'ERROR'), text));
}

function addMessage(message: Message | null): void {
  openPage().messages.push(required(message, 1));
}

/** One whose summary is there already is not added (https://salesforce.stackexchange.com/questions/50180). */
function addNewMessage(message: Message | null): void {
  const { summary } = required(message, 1);
  if (!openPage().messages.some((known) => known.summary === summary)) addMessage(message);
}

function hasMessages(severity?: ApexEnumValue | null): boolean {
  return openPage().messages.some((message) => severity === undefined || message.severity === severity);
}

definePlatformType({
  namespace: 'ApexPages',
  name: 'Severity',
  kind: 'enum',
  constants: ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING'],
  documentation: 'ApexPages.Severity Enum, Apex Reference Guide'
});

definePlatformType({
  namespace: 'ApexPages',
  name: 'Message',
  kind: 'class',
  javaScriptClass: Message,
  documentation: 'Message Class, Apex Reference Guide',
  members: {
    'new(ApexPages.Severity severity, String summary)': (severity: ApexEnumValue | null, summary: string | null) =>
      new Message(severity, summary),
    'new(ApexPages.Severity severity, String summary, String detail)': (
      severity: ApexEnumValue | null,
      summary: string | null,
      detail: string | null
    ) => new Message(severity, summary, detail),
    'new(ApexPages.Severity severity, String summary, String detail, String id)': (
      ...values: [ApexEnumValue | null, string | null, string | null, string | null]
    ) => new Message(...values),
    'String getComponentLabel()': (self: Message) => self.componentLabel,
    'String getDetail()': (self: Message) => self.detail,
    'ApexPages.Severity getSeverity()': (self: Message) => self.severity,
    'String getSummary()': (self: Message) => self.summary
  }
});

definePlatformType({
  namespace: 'System',
  name: 'ApexPages',
  kind: 'class',
  documentation: 'ApexPages Class, Apex Reference Guide',
  members: {
    'static void addMessage(ApexPages.Message message)': sinceVersion(29, addNewMessage, addMessage),
    'static void addMessages(Exception exceptionThrown)': addMessages,
    'static System.PageReference currentPage()': currentPage,
    'static List<ApexPages.Message> getMessages()': () => newList('ApexPages.Message', [...openPage().messages]),
    'static Boolean hasMessages()': () => hasMessages(),
    'static Boolean hasMessages(ApexPages.Severity severity)': hasMessages
  }
});

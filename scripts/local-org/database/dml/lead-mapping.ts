/** What of a lead goes where. @see "Lead Conversion Field Mapping", Salesforce Help */
import { calendarDay } from '../../values/calendar';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { transaction } from '../../transaction/transaction';

/** Values of a lead, or of what is made of it, by field name. */
export type LeadValues = ReadonlyMap<string, unknown>;

type Mapping = Readonly<Record<string, string>>;

const ACCOUNT: Mapping = {
  Name: 'Company',
  BillingStreet: 'Street',
  BillingCity: 'City',
  BillingState: 'State',
  BillingPostalCode: 'PostalCode',
  BillingCountry: 'Country',
  Phone: 'Phone',
  Fax: 'Fax',
  Website: 'Website',
  Industry: 'Industry',
  Rating: 'Rating',
  AnnualRevenue: 'AnnualRevenue',
  NumberOfEmployees: 'NumberOfEmployees',
  AccountSource: 'LeadSource'
};

const CONTACT: Mapping = {
  Salutation: 'Salutation',
  FirstName: 'FirstName',
  LastName: 'LastName',
  Title: 'Title',
  Email: 'Email',
  Phone: 'Phone',
  MobilePhone: 'MobilePhone',
  Fax: 'Fax',
  Description: 'Description',
  LeadSource: 'LeadSource',
  MailingStreet: 'Street',
  MailingCity: 'City',
  MailingState: 'State',
  MailingPostalCode: 'PostalCode',
  MailingCountry: 'Country',
  HasOptedOutOfEmail: 'HasOptedOutOfEmail',
  HasOptedOutOfFax: 'HasOptedOutOfFax',
  DoNotCall: 'DoNotCall'
};

/** The account that a lead becomes. */
export function accountOf(lead: LeadValues, ownerId: string | null): Map<string, unknown> {
  return mapped(lead, ACCOUNT, ownerId);
}

/** The contact that a lead becomes, but for its account. */
export function contactOf(lead: LeadValues, ownerId: string | null): Map<string, unknown> {
  return mapped(lead, CONTACT, ownerId);
}

/** The opportunity: named after the company unless told otherwise, in its first stage until the quarter ends. */
export function opportunityOf(
  lead: LeadValues,
  given: { ownerId: string | null; name: string | null; accountId: string | null; stage: string }
): Map<string, unknown> {
  return new Map<string, unknown>([
    ...mapped(lead, { LeadSource: 'LeadSource' }, given.ownerId),
    ['Name', given.name ?? lead.get('Company')],
    ['AccountId', given.accountId],
    ['StageName', given.stage],
    ['CloseDate', endOfQuarter()]
  ]);
}

/** Of these values those that the record has none of. */
export function withoutKnown(values: LeadValues, stored: LeadValues): Map<string, unknown> {
  const isBlank = (name: string): boolean => (stored.get(name) ?? null) === null;
  return new Map([...values].filter(([name]) => isBlank(name)));
}

function mapped(lead: LeadValues, mapping: Mapping, ownerId: string | null): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [target, source] of Object.entries(mapping)) {
    const value = lead.get(source) ?? null;
    if (value !== null) values.set(target, value);
  }
  return values.set('OwnerId', ownerId ?? lead.get('OwnerId'));
}

/** Today, as the running user's calendar has it. */
export function today(): ApexDate {
  const { org, user } = transaction();
  return new ApexDatetime(org.clock.now()).dateIn(user.timeZone);
}

function endOfQuarter(): ApexDate {
  const { year, month } = calendarDay(today().epochDay);
  const next = Math.floor((month - 1) / 3) * 3 + 4;
  const first = next > 12 ? ApexDate.of(year + 1, 1, 1) : ApexDate.of(year, next, 1);
  return new ApexDate(first.epochDay - 1);
}

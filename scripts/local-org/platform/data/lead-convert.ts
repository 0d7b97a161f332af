/**
 * `Database.convertLead`, with what it takes and returns.
 * @see "LeadConvert Class" and "LeadConvertResult Class", Apex Reference Guide
 */
import { convertLeads, type ConvertedLead, type LeadConversion } from '../../database';
import { definePlatformType, extendPlatformType, type Implementation } from '../../declarations/define';
import { required } from '../../declarations/arguments';
import { newList } from '../../declarations/platform-lists';
import { transaction } from '../../transaction/transaction';
import { DmlException } from '../../values/dml-exception';
import type { ApexList } from '../../values/list';
import type { ApexMap } from '../../values/map';
import type { DmlOptions } from './dml-options';
import { RowResult, type ResultRow } from './results';

/** `Database.LeadConvert`: settings by name. */
class LeadConvert {
  readonly settings = new Map<string, unknown>();
}

const SETTINGS: readonly (readonly [string, string])[] = [
  ['Id', 'LeadId'],
  ['Id', 'AccountId'],
  ['Id', 'ContactId'],
  ['Id', 'OpportunityId'],
  ['Id', 'OwnerId'],
  ['String', 'ConvertedStatus'],
  ['String', 'OpportunityName']
];
const FLAGS: readonly string[] = ['DoNotCreateOpportunity', 'OverwriteLeadSource', 'SendNotificationEmail'];

const members: Record<string, Implementation> = { 'new()': () => new LeadConvert() };
for (const [type, name] of SETTINGS) Object.assign(members, settingMembers(type, name, `get${name}`, null));
for (const name of FLAGS) Object.assign(members, settingMembers('Boolean', name, `is${name}`, false));

/** A setting as methods and as a property. */
function settingMembers(type: string, name: string, reader: string, blank: unknown): Record<string, Implementation> {
  const property = name.charAt(0).toLowerCase() + name.slice(1);
  const read = (self: LeadConvert): unknown => self.settings.get(name) ?? blank;
  const write = (self: LeadConvert, value: unknown): void => void self.settings.set(name, value);
  return {
    [`${type} ${reader}()`]: read,
    [`void set${name}(${type} value)`]: write,
    [`get ${type} ${property}`]: read,
    [`set ${type} ${property}`]: write
  };
}

definePlatformType({
  name: 'LeadConvert',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: LeadConvert,
  members
});

/** `Database.LeadConvertResult`: of a conversion, or made from JSON, which tests do. */
class LeadConvertResult extends RowResult {
  static override readonly apexName: string = 'LeadConvertResult';
  private readonly ids: ReadonlyMap<string, unknown>;

  constructor(row: ResultRow, ids: ReadonlyMap<string, unknown>) {
    super(row);
    this.ids = ids;
  }

  static override fromJsonValue(json: ApexMap): LeadConvertResult {
    const { row } = RowResult.fromJsonValue.call(RowResult, json);
    const names = ['leadId', 'accountId', 'contactId', 'opportunityId'];
    return new LeadConvertResult(row, new Map(names.map((name) => [name, json.get(name)])));
  }

  static of(converted: ConvertedLead): LeadConvertResult {
    const { leadId, error } = converted;
    const errors = error ? [error] : [];
    const row = { id: leadId, errors, failed: error !== null, created: false, record: { id: leadId } };
    return new LeadConvertResult(row, new Map(Object.entries(converted)));
  }

  idNamed(name: string): unknown {
    return this.ids.get(name) ?? null;
  }
}

function conversionOf({ settings }: LeadConvert): LeadConversion {
  const text = (name: string): string | null => (settings.get(name) ?? null) as string | null;
  return {
    leadId: text('LeadId'),
    accountId: text('AccountId'),
    contactId: text('ContactId'),
    opportunityId: text('OpportunityId'),
    ownerId: text('OwnerId'),
    convertedStatus: text('ConvertedStatus'),
    opportunityName: text('OpportunityName'),
    createsOpportunity: settings.get('DoNotCreateOpportunity') !== true,
    overwritesLeadSource: settings.get('OverwriteLeadSource') === true
  };
}

function convert(requests: readonly LeadConvert[], option: boolean | DmlOptions | null = true): LeadConvertResult[] {
  const isAllOrNone = typeof option === 'boolean' ? option : option === null || option.optAllOrNone === true;
  const { database } = transaction().org;
  const outcomes = database.store.atomically(() => {
    const converted = convertLeads(database, requests.map(conversionOf));
    if (isAllOrNone && converted.some(({ error }) => error !== null)) throw failure(converted);
    return converted;
  });
  return outcomes.map(LeadConvertResult.of);
}

function failure(converted: readonly ConvertedLead[]): DmlException {
  const rows = converted.flatMap(({ leadId, error }, index) =>
    error ? [{ id: leadId, index, fieldTokens: [], ...error }] : []
  );
  const [{ index, statusCode, message, fields }] = rows;
  const exception = new DmlException(
    `ConvertLead failed. First exception on row ${index}; first error: ${statusCode}, ${message}: [${fields.join(', ')}]`
  );
  exception.rows = rows;
  return exception;
}

const one = (request: LeadConvert | null, option?: boolean | DmlOptions | null): LeadConvertResult =>
  convert([required(request, 1)], option)[0];

const many = (requests: ApexList | null, option?: boolean | DmlOptions | null): ApexList =>
  newList('Database.LeadConvertResult', convert(required(requests, 1).items as LeadConvert[], option));

const RESULT = 'Database.LeadConvertResult';

extendPlatformType('System.Database', {
  [`static ${RESULT} convertLead(Database.LeadConvert leadToConvert)`]: one,
  [`static ${RESULT} convertLead(Database.LeadConvert leadToConvert, Boolean allOrNone)`]: one,
  [`static ${RESULT} convertLead(Database.LeadConvert leadToConvert, Database.DMLOptions dmlOptions)`]: one,
  [`static List<${RESULT}> convertLead(List<Database.LeadConvert> leadsToConvert)`]: many,
  [`static List<${RESULT}> convertLead(List<Database.LeadConvert> leadsToConvert, Boolean allOrNone)`]: many,
  [`static List<${RESULT}> convertLead(List<Database.LeadConvert> leadsToConvert, Database.DMLOptions dmlOptions)`]:
    many
});

definePlatformType({
  name: 'LeadConvertResult',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: LeadConvertResult,
  members: {
    'Boolean isSuccess()': (self: LeadConvertResult) => self.isSuccess(),
    'List<Database.Error> getErrors()': (self: LeadConvertResult) => self.getErrors(),
    'Id getLeadId()': (self: LeadConvertResult) => self.idNamed('leadId'),
    'Id getAccountId()': (self: LeadConvertResult) => self.idNamed('accountId'),
    'Id getContactId()': (self: LeadConvertResult) => self.idNamed('contactId'),
    'Id getOpportunityId()': (self: LeadConvertResult) => self.idNamed('opportunityId')
  }
});

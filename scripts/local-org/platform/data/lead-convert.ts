/**
 * What `Database.convertLead` takes and returns; the conversion itself is not modelled.
 * @see "LeadConvert Class" and "LeadConvertResult Class", Apex Reference Guide
 */
import { definePlatformType, type Implementation } from '../define';
import type { ApexMap } from '../values/map';
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
for (const [type, name] of SETTINGS) {
  members[`${type} get${name}()`] = (self: LeadConvert) => self.settings.get(name) ?? null;
  members[`void set${name}(${type} value)`] = (self: LeadConvert, value: unknown) =>
    void self.settings.set(name, value);
}
for (const name of FLAGS) {
  members[`Boolean is${name}()`] = (self: LeadConvert) => self.settings.get(name) === true;
  members[`void set${name}(Boolean value)`] = (self: LeadConvert, value: unknown) =>
    void self.settings.set(name, value);
}

definePlatformType({
  name: 'LeadConvert',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: LeadConvert,
  members
});

/** `Database.LeadConvertResult`: made from JSON alone, which tests do. */
class LeadConvertResult extends RowResult {
  static override readonly apexName: string = 'LeadConvertResult';
  private readonly json: ApexMap;

  constructor(row: ResultRow, json: ApexMap) {
    super(row);
    this.json = json;
  }

  static override fromJsonValue(json: ApexMap): LeadConvertResult {
    const { row } = RowResult.fromJsonValue.call(RowResult, json);
    return new LeadConvertResult(row, json);
  }

  idNamed(name: string): unknown {
    return this.json.get(name);
  }
}

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

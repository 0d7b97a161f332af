/** Fields that the platform computes from others when a record is saved. */
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import type { ObjectDefinition } from '../../schema/model';

/** Reads the value the record will have: the new one, or what is stored. */
export type Reader = (field: string) => unknown;

/** Computes the values of one record; `changed` tells which fields this save sets. */
type Computation = (read: Reader, changed: ReadonlyMap<string, unknown>, write: Writer) => void;

type Writer = (field: string, value: unknown) => void;

/** "Name fields", Object Reference: first and last name with a space between. */
const personName: Computation = (read, changed, write) => {
  if (!['FirstName', 'LastName', 'MiddleName', 'Suffix'].some((part) => changed.has(part))) return;
  const parts = ['FirstName', 'MiddleName', 'LastName', 'Suffix'].map(read);
  write('Name', parts.filter((part) => part !== null && part !== '').join(' ') || null);
};

/** "Person Account", Object Reference: its name is made of the person's names. */
const personAccountName: Computation = (read, changed, write) => {
  if (read('IsPersonAccount') === true) personName(read, changed, write);
};

/** "User", Object Reference: a user without a nickname gets one. */
const nickname: Computation = (read, changed, write) => {
  if (!changed.has('Username') || (read('CommunityNickname') ?? null) !== null) return;
  write('CommunityNickname', String(read('Username')).split('@')[0].slice(0, 40));
};

/** "Group" and "Document", Object Reference: what has no developer name gets one from its name. */
const developerName: Computation = (read, changed, write) => {
  if (!changed.has('Name') || (read('DeveloperName') ?? null) !== null) return;
  write('DeveloperName', String(read('Name')).replace(/\W+/g, '_'));
};

/** "Opportunity", Object Reference: stage decides probability, forecast category and whether it is closed or won. */
const opportunityStage: Computation = (read, changed, write) => {
  if (!changed.has('StageName')) return;
  const stage = STAGES.get(String(read('StageName')).toLowerCase());
  const [probability, category, closed, won] = stage ?? [null, 'Pipeline', false, false];
  if (!changed.has('Probability') && probability !== null) write('Probability', Decimal.fromInteger(probability));
  write('ForecastCategory', category);
  if (!changed.has('ForecastCategoryName'))
    write('ForecastCategoryName', category === 'BestCase' ? 'Best Case' : category);
  write('IsClosed', closed);
  write('IsWon', won);
};

/** The stages of a new org: probability, forecast category, closed, won. */
const STAGES = new Map<string, [number, string, boolean, boolean]>([
  ['prospecting', [10, 'Pipeline', false, false]],
  ['qualification', [10, 'Pipeline', false, false]],
  ['needs analysis', [20, 'Pipeline', false, false]],
  ['value proposition', [50, 'Pipeline', false, false]],
  ['id. decision makers', [60, 'Pipeline', false, false]],
  ['perception analysis', [70, 'Pipeline', false, false]],
  ['proposal/price quote', [75, 'Pipeline', false, false]],
  ['negotiation/review', [90, 'Pipeline', false, false]],
  ['closed won', [100, 'Closed', true, true]],
  ['closed lost', [0, 'Omitted', true, false]]
]);

const expectedRevenue: Computation = (read, changed, write) => {
  if (!changed.has('Amount') && !changed.has('Probability') && !changed.has('StageName')) return;
  const amount = read('Amount') as Decimal | null;
  const probability = read('Probability') as Decimal | null;
  write(
    'ExpectedRevenue',
    amount && probability ? amount.multiply(probability).divideToScale(new Decimal(100, 0), 2, 'HALF_UP') : null
  );
};

/** "Closed" of cases and tasks is a property of the status; so is the moment it was reached. */
const caseStatus: Computation = (read, changed, write) => {
  if (changed.has('Status')) write('IsClosed', String(read('Status')).toLowerCase() === 'closed');
};

const taskStatus: Computation = (read, changed, write) => {
  if (changed.has('Status')) write('IsClosed', String(read('Status')).toLowerCase() === 'completed');
  if (changed.has('Priority')) write('IsHighPriority', String(read('Priority')).toLowerCase() === 'high');
};

const leadStatus: Computation = (read, changed, write) => {
  if (!changed.has('Status')) return;
  if (String(read('Status')).toLowerCase() === 'closed - converted') write('IsConverted', true);
};

/** "Event", Object Reference: start, end and duration follow from one another. */
const eventTimes: Computation = (read, changed, write) => {
  const start = (read('StartDateTime') ?? read('ActivityDateTime')) as ApexDatetime | null;
  if (
    !start ||
    !['StartDateTime', 'ActivityDateTime', 'EndDateTime', 'DurationInMinutes'].some((name) => changed.has(name))
  )
    return;
  const minutes = read('DurationInMinutes') as number | null;
  const end = read('EndDateTime') as ApexDatetime | null;
  write('StartDateTime', start);
  write('ActivityDateTime', start);
  write('ActivityDate', start.dateIn('GMT'));
  if (minutes !== null && !changed.has('EndDateTime'))
    write('EndDateTime', new ApexDatetime(start.milliseconds + minutes * 60_000));
  else if (end) write('DurationInMinutes', Math.round((end.milliseconds - start.milliseconds) / 60_000));
};

const COMPUTATIONS: Readonly<Record<string, readonly Computation[]>> = {
  Account: [personAccountName],
  Contact: [personName],
  Lead: [personName, leadStatus],
  Document: [developerName],
  Group: [developerName],
  User: [personName, nickname],
  Individual: [personName],
  Opportunity: [opportunityStage, expectedRevenue],
  Case: [caseStatus],
  Task: [taskStatus],
  Event: [eventTimes]
};

/** Fields whose change makes others be computed anew. */
const INPUTS: Readonly<Record<string, readonly string[]>> = {
  Account: ['FirstName', 'LastName'],
  Contact: ['FirstName', 'LastName', 'MiddleName', 'Suffix'],
  Lead: ['FirstName', 'LastName', 'MiddleName', 'Suffix', 'Status'],
  CampaignMember: ['Status'],
  Document: ['Name'],
  Group: ['Name'],
  User: ['FirstName', 'LastName', 'MiddleName', 'Suffix', 'Username'],
  Individual: ['FirstName', 'LastName', 'MiddleName', 'Suffix'],
  Opportunity: ['StageName', 'Amount', 'Probability'],
  Case: ['Status'],
  Task: ['Status', 'Priority'],
  Event: ['StartDateTime', 'ActivityDateTime', 'EndDateTime', 'DurationInMinutes']
};

/** The fields of an object that computed fields depend on. */
export function computedInputs(object: ObjectDefinition): readonly string[] {
  return INPUTS[object.name] ?? [];
}

/** Adds computed values to the changes of one record. */
export function compute(object: ObjectDefinition, changes: Map<string, unknown>, stored: Reader): void {
  const read: Reader = (field) => (changes.has(field) ? changes.get(field) : stored(field));
  for (const computation of COMPUTATIONS[object.name] ?? []) {
    computation(read, changes, (field, value) => {
      if (object.fields.has(field.toLowerCase())) changes.set(field, value);
    });
  }
}

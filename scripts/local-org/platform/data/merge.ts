/** `Database.merge` and its result. @see "Database Class" and "MergeResult Class", Apex Reference Guide */
import { mergeRecords, type MergeOutcome } from '../../database/dml/merge';
import { recordOfId } from '../../database/records/record-of-id';
import { SObjectRecord } from '../../database/records/sobject-record';
import { definePlatformType, extendPlatformType, type Implementation } from '../define';
import { newList } from '../library/platform-lists';
import { transaction } from '../transaction';
import { ApexList } from '../values/list';
import { isUserMode, type AccessLevel } from './access-level';
import { RowResult } from './results';

/** `Database.MergeResult`. */
class MergeResult extends RowResult {
  static override readonly apexName: string = 'MergeResult';
  readonly outcome: MergeOutcome;

  constructor(outcome: MergeOutcome) {
    super(outcome.row);
    this.outcome = outcome;
  }
}

definePlatformType({
  name: 'MergeResult',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: MergeResult,
  members: {
    'Boolean isSuccess()': (self: MergeResult) => self.isSuccess(),
    'Id getId()': (self: MergeResult) => self.getId(),
    'List<Database.Error> getErrors()': (self: MergeResult) => self.getErrors(),
    'List<String> getMergedRecordIds()': (self: MergeResult) => newList('String', [...self.outcome.mergedIds]),
    'List<String> getUpdatedRelatedIds()': (self: MergeResult) => newList('String', [...self.outcome.updatedRelatedIds])
  }
});

type Other = SObjectRecord | string;

function recordOf(other: Other): SObjectRecord {
  return other instanceof SObjectRecord ? other : recordOfId(transaction().org.schema, other);
}

function merge(master: SObjectRecord, other: Other, allOrNone: boolean, access: AccessLevel | null): MergeResult {
  const { database } = transaction().org;
  const options = { allOrNone, userMode: isUserMode(access) };
  return new MergeResult(mergeRecords(database, master, [recordOf(other)], options));
}

/** A list gives one result for each of its records. */
function call(
  master: SObjectRecord,
  others: Other | ApexList,
  allOrNone: boolean,
  access: AccessLevel | null
): unknown {
  if (!(others instanceof ApexList)) return merge(master, others, allOrNone, access);
  return newList(
    'Database.MergeResult',
    others.items.map((other) => merge(master, other as Other, allOrNone, access))
  );
}

const members: Record<string, Implementation> = {};
for (const [result, target] of [
  ['Database.MergeResult', 'SObject duplicateRecord'],
  ['Database.MergeResult', 'Id duplicateId'],
  ['List<Database.MergeResult>', 'List<SObject> duplicateRecords'],
  ['List<Database.MergeResult>', 'List<Id> duplicateIds']
]) {
  const base = `static ${result} merge(SObject masterRecord, ${target}`;
  members[`${base})`] = (master, other) => call(master, other, true, null);
  members[`${base}, Boolean allOrNone)`] = (master, other, all) => call(master, other, all !== false, null);
  members[`${base}, System.AccessLevel accessLevel)`] = (master, other, access) => call(master, other, true, access);
  members[`${base}, Boolean allOrNone, System.AccessLevel accessLevel)`] = (master, other, all, access) =>
    call(master, other, all !== false, access);
}
extendPlatformType('System.Database', members);

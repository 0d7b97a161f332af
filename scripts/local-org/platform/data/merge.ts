/** `Database.merge` and its result. @see "Database Class" and "MergeResult Class", Apex Reference Guide */
import { mergeRecords, type MergeOutcome } from '../../database';
import { recordOfId } from '../../records/record-of-id';
import { SObjectRecord } from '../../records/sobject-record';
import { definePlatformType, extendPlatformType, type Implementation } from '../../declarations/define';
import { newList } from '../../declarations/platform-lists';
import { transaction } from '../../transaction/transaction';
import { ApexList } from '../../values/list';
import type { ApexMap } from '../../values/map';
import { isUserMode, type AccessLevel } from './access-level';
import { rowOfJson, RowResult, type ResultRow } from './results';

/** `Database.MergeResult`. */
class MergeResult extends RowResult {
  static override readonly apexName: string = 'MergeResult';
  readonly mergedIds: readonly string[];
  readonly updatedRelatedIds: readonly string[];

  constructor(row: ResultRow, outcome: Pick<MergeOutcome, 'mergedIds' | 'updatedRelatedIds'> = NOTHING_MERGED) {
    super(row);
    this.mergedIds = outcome.mergedIds;
    this.updatedRelatedIds = outcome.updatedRelatedIds;
  }

  static override fromJsonValue(json: ApexMap): RowResult {
    const ids = (name: string): string[] => {
      const list = json.get(name);
      return list instanceof ApexList ? (list.items as string[]) : [];
    };
    const outcome = { mergedIds: ids('mergedRecordIds'), updatedRelatedIds: ids('updatedRelatedIds') };
    return new MergeResult(rowOfJson(json), outcome);
  }

  override toJsonValue(): ApexMap {
    const json = super.toJsonValue();
    json.put('mergedRecordIds', newList('String', [...this.mergedIds]));
    json.put('updatedRelatedIds', newList('String', [...this.updatedRelatedIds]));
    return json;
  }
}

const NOTHING_MERGED = { mergedIds: [], updatedRelatedIds: [] };

definePlatformType({
  name: 'MergeResult',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: MergeResult,
  members: {
    'Boolean isSuccess()': (self: MergeResult) => self.isSuccess(),
    'Id getId()': (self: MergeResult) => self.getId(),
    'List<Database.Error> getErrors()': (self: MergeResult) => self.getErrors(),
    'List<String> getMergedRecordIds()': (self: MergeResult) => newList('String', [...self.mergedIds]),
    'List<String> getUpdatedRelatedIds()': (self: MergeResult) => newList('String', [...self.updatedRelatedIds])
  }
});

type Other = SObjectRecord | string;

function recordOf(other: Other): SObjectRecord {
  return other instanceof SObjectRecord ? other : recordOfId(transaction().org.schema, other);
}

function merge(master: SObjectRecord, other: Other, allOrNone: boolean, access: AccessLevel | null): MergeResult {
  const { database } = transaction().org;
  const options = { allOrNone, userMode: isUserMode(access) };
  const outcome = mergeRecords(database, master, [recordOf(other)], options);
  return new MergeResult(outcome.row, outcome);
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

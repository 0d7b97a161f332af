/**
 * `Database.insert` and its like, with every overload.
 * @see "Database Class", Apex Reference Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm)
 */
import { type DmlRow, refuseTriggerLists, runStatement, type StatementVerb } from '../../database';
import type { SObjectRecord } from '../../records/sobject-record';
import type { SObjectFieldToken } from '../../records/tokens';
import { recordOfId } from '../../records/record-of-id';
import type { Implementation } from '../../declarations/define';
import { transaction } from '../../transaction/transaction';
import { nullDereference } from '../../values/exceptions';
import { ApexList } from '../../values/list';
import { runtimeType } from '../../values/runtime-type';
import { isUserMode, type AccessLevel } from './access-level';
import type { DmlOptions } from './dml-options';
import { DeleteResult, SaveResult, UndeleteResult, UpsertResult, type RowResult } from './results';

/** How a method says what to do with failed rows. */
type Option = boolean | DmlOptions | null;

/** Arguments of a call, whatever its overload. */
interface Call {
  readonly verb: StatementVerb;
  readonly option: Option;
  readonly access: AccessLevel | null;
  readonly externalId: SObjectFieldToken | null;
}

type ResultClass = new (row: DmlRow) => RowResult;

const RESULTS: Readonly<Record<StatementVerb, readonly [string, ResultClass]>> = {
  insert: ['Database.SaveResult', SaveResult],
  update: ['Database.SaveResult', SaveResult],
  upsert: ['Database.UpsertResult', UpsertResult],
  delete: ['Database.DeleteResult', DeleteResult],
  undelete: ['Database.UndeleteResult', UndeleteResult]
};

function execute(records: readonly (SObjectRecord | null)[], call: Call): RowResult[] {
  const { database } = transaction().org;
  const rows = runStatement(database, call.verb, records, {
    allOrNone: allOrNone(call.option),
    truncate: typeof call.option === 'object' && call.option?.allowFieldTruncation === true,
    userMode: isUserMode(call.access),
    externalId: call.externalId?.field ?? null
  });
  const [, resultClass] = RESULTS[call.verb];
  return rows.map((row) => new resultClass(row));
}

/**
 * Without a word all records succeed or none; with options that do not say so, each for itself.
 * @see "optAllOrNone", DMLOptions Class, Apex Reference Guide
 */
function allOrNone(option: Option): boolean {
  if (typeof option === 'boolean') return option;
  return option ? option.optAllOrNone === true : true;
}

function recordsOf(list: ApexList | null): (SObjectRecord | null)[] {
  if (list === null) throw nullDereference();
  return list.items.map((item) =>
    typeof item === 'string' ? recordOfId(transaction().org.schema, item) : (item as SObjectRecord | null)
  );
}

function one(record: SObjectRecord | string | null, call: Call): RowResult {
  if (record === null) throw nullDereference();
  const wanted = typeof record === 'string' ? recordOfId(transaction().org.schema, record) : record;
  return execute([wanted], call)[0];
}

function many(list: ApexList | null, call: Call): ApexList {
  refuseTriggerLists(list);
  const results = execute(recordsOf(list), call);
  return new ApexList(runtimeType(`List<${RESULTS[call.verb][0]}>`), results);
}

/** What stands between the records and the access level in an overload. */
const OPTION_PARAMETERS: readonly string[] = ['', 'Boolean allOrNone', 'Database.DMLOptions options'];

/** Every overload of one verb. */
function overloads(verb: StatementVerb): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  const [resultType] = RESULTS[verb];
  const targets = verb === 'delete' || verb === 'undelete' ? ['SObject record', 'Id recordId'] : ['SObject record'];
  const lists =
    verb === 'delete' || verb === 'undelete'
      ? ['List<SObject> records', 'List<Id> recordIds']
      : ['List<SObject> records'];
  const fields = verb === 'upsert' ? ['', 'Schema.SObjectField externalIdField'] : [''];
  const options = verb === 'delete' || verb === 'undelete' ? OPTION_PARAMETERS.slice(0, 2) : OPTION_PARAMETERS;
  for (const field of fields) {
    for (const option of options) {
      for (const access of ['', 'System.AccessLevel accessLevel']) {
        const more = [field, option, access].filter(Boolean);
        const call = callReader(verb, Boolean(field), Boolean(option), Boolean(access));
        for (const target of targets) {
          const signature = `static ${resultType} ${verb}(${[target, ...more].join(', ')})`;
          members[signature] = (record: SObjectRecord | string | null, ...rest: unknown[]) => one(record, call(rest));
        }
        for (const list of lists) {
          const signature = `static List<${resultType}> ${verb}(${[list, ...more].join(', ')})`;
          members[signature] = (records: ApexList | null, ...rest: unknown[]) => many(records, call(rest));
        }
      }
    }
  }
  return members;
}

function callReader(verb: StatementVerb, hasField: boolean, hasOption: boolean, hasAccess: boolean) {
  return (rest: readonly unknown[]): Call => {
    let next = 0;
    const externalId = hasField ? (rest[next++] as SObjectFieldToken | null) : null;
    const option = hasOption ? (rest[next++] as Option) : null;
    const access = hasAccess ? (rest[next++] as AccessLevel | null) : null;
    return { verb, option, access, externalId };
  };
}

/** Static members of `System.Database` for DML. */
export const dmlMethods: Readonly<Record<string, Implementation>> = {
  ...overloads('insert'),
  ...overloads('update'),
  ...overloads('upsert'),
  ...overloads('delete'),
  ...overloads('undelete')
};

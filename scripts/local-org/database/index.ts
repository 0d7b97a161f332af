/** The org's data: queries, DML with all its rules, and the records that every org has. */
export { createDatabase, Database, openDatabase, type DatabaseOptions } from './database';
export { checkRequired } from './dml/checks';
export { applyDefaults } from './dml/defaults';
export { findByExternalId } from './dml/external-ids';
export { convertLeads, type ConvertedLead, type LeadConversion } from './dml/lead-convert';
export { mergeRecords, mergeStatement, type MergeOutcome } from './dml/merge';
export { unknownReference } from './dml/messages';
export { DmlRow } from './dml/row';
export { runStatement, type StatementOptions, type StatementVerb } from './dml/statement';
export { refuseTriggerLists } from './dml/trigger-recursion';
export {
  runTriggers,
  triggerContext,
  type ApexTrigger,
  type TriggerContext,
  type TriggerEvent,
  type TriggerOperation,
  type TriggerSource,
  type TriggerTiming
} from './dml/triggers';
export { fieldValue } from './dml/values';
export { loadRunningUser } from './running-user';
export { ensureLoaded } from './seed/lazy-records';
export { inaccessibleOf } from './soql/access-errors';
export { compileQuery } from './soql/compile';
export { messageInContext, SoqlError } from './soql/errors';
export { onlyRecord, runQuery, runQueryText, type QueryOptions, type QueryResult } from './soql/query-service';
export { runSearch, setFixedSearchResults } from './soql/search';
export { SystemRecords } from './system-records';

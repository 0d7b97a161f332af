/** The database room's public face. */
export { createDatabase, Database, openDatabase, type DatabaseOptions } from './database';
export type { ExtraField } from '../schema/build-schema';
export type { ApexTrigger, TriggerContext, TriggerEvent, TriggerSource } from './dml/triggers';
export { triggerContext } from './dml/triggers';
export { runStatement, type StatementOptions, type StatementVerb } from './dml/statement';
export { onlyRecord, runQuery, runQueryText, type QueryOptions, type QueryResult } from './soql/query-service';
export { SObjectRecord } from '../records/sobject-record';
export { fieldToken, SObjectFieldToken, SObjectTypeToken, typeToken } from '../records/tokens';
export { toId18 } from '../values/record-id';
export { mergeRecords, type MergeOutcome } from './dml/merge';

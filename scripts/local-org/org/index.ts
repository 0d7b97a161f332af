/** A local org: the project's Apex over a database, with jobs and callouts. */
export { ApexCallError } from './apex-call';
export { buildOrg, type BuiltOrg, type OrgOptions } from './build-org';
export { readRecord, type RecordView } from './record-reader';
export type { UserInfo } from './user-info';
export { createLocalOrg, LocalOrg, type InsertResult, type RecordInput } from './local-org';

/** A local org: the project's Apex over a database, with jobs and callouts. */
export { ApexCallError } from './apex-call';
export { ArgumentMismatch, fromJson } from './aura-arguments';
export { buildOrg, type BuiltOrg, type OrgOptions } from './build-org';
export { steadyCacheFolder } from './cache-folder';
export { createLocalOrg, LocalOrg, type InsertResult, type RecordInput } from './local-org';
export { platformTypes } from './platform-types';
export { readRecord, type RecordView } from './record-reader';
export { openTestHost } from './test-host';
export type { UserInfo } from './user-info';

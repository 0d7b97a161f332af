/** DML for clients: as the user, in a transaction of its own, with what became of each record. */
import { runStatement, type StatementVerb } from '../database';
import type { SObjectRecord } from '../records/sobject-record';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import { executeTransaction } from '../jobs';
import type { BuiltOrg } from '../org';
import { ApiError, refusal } from './api-error';

/** What became of one record. */
export interface SaveResult {
  /** Absent when the record was not saved. */
  readonly id?: string | null;
  readonly success: boolean;
  readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
  /** Of an upsert that succeeded. */
  readonly created?: boolean;
}

/** How records are to be saved. */
export interface SaveOptions {
  /** One record that fails undoes the others. */
  readonly allOrNone: boolean;
  /** The field an upsert matches by. */
  readonly externalId?: FieldDefinition | null;
}

/** Undoes a transaction whose answer is known. */
class Undo extends Error {
  readonly results: readonly SaveResult[];

  constructor(results: readonly SaveResult[]) {
    super('undone');
    this.results = results;
  }
}

/**
 * Saves or deletes records with triggers and checks, in one transaction.
 * @returns one result per record, in order
 * @see "Using Composite Resources", REST API Developer Guide, for what allOrNone does
 */
export function saveRecords(
  org: BuiltOrg,
  verb: StatementVerb,
  records: readonly SObjectRecord[],
  { allOrNone, externalId = null }: SaveOptions
): readonly SaveResult[] {
  const transaction = { kind: 'REST', profile: 'synchronous', user: org.user } as const;
  const { database } = org.services;
  try {
    return executeTransaction(org.services, transaction, () => {
      const rows = runStatement(database, verb, records, { allOrNone: false, userMode: true, externalId });
      const results = rows.map(({ id, failed, errors, created }): SaveResult => {
        if (failed) return { success: false, errors };
        return verb === 'upsert' ? { id, success: true, errors, created } : { id, success: true, errors };
      });
      if (allOrNone && results.some(({ success }) => !success)) throw new Undo(results.map(rolledBack));
      return results;
    });
  } catch (error) {
    if (error instanceof Undo) return error.results;
    throw error;
  }
}

/** What a record is told that would have been saved but for another one. */
export function rolledBack(result: SaveResult | null): SaveResult {
  if (result && !result.success) return result;
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return {
    success: false,
    errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }]
  };
}

/**
 * Saves or deletes one record.
 * @throws ApiError with everything that is wrong with it
 */
export function saveRecord(
  org: BuiltOrg,
  verb: StatementVerb,
  record: SObjectRecord,
  externalId: FieldDefinition | null = null
): SaveResult {
  const [result] = saveRecords(org, verb, [record], { allOrNone: true, externalId });
  if (!result) throw new Error('A statement gives one result per record.');
  if (!result.success) throw refused(result);
  return result;
}

/** A record that is gone has no resource any more; everything else is wrong with the request. */
function refused({ errors }: SaveResult): ApiError {
  const isGone = errors.some(({ statusCode }) => statusCode === 'ENTITY_IS_DELETED');
  const problems = errors.map(({ message, statusCode, fields }) => ({ message, errorCode: statusCode, fields }));
  return new ApiError(isGone ? 404 : 400, problems);
}

const WORDS = { insert: 'inserted', update: 'updated', upsert: 'inserted', delete: 'deleted' } as const;

/**
 * Refuses what no user may do with an object's records.
 * @throws ApiError CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY
 */
export function requireAllowed(object: ObjectDefinition, verb: keyof typeof WORDS): void {
  const isAllowed = {
    insert: object.createable,
    update: object.updateable,
    upsert: object.createable && object.updateable,
    delete: object.deletable
  }[verb];
  if (isAllowed) return;
  const message = `entity type cannot be ${WORDS[verb]}: ${object.label}`;
  throw refusal(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
}

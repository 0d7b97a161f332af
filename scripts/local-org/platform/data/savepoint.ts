/**
 * Savepoints of a transaction.
 * @see "Transaction Control", Apex Developer Guide
 */
import { definePlatformType } from '../../declarations/define';
import { transaction, type TransactionKey } from '../../transaction/transaction';
import { nullArgument, TypeException } from '../../values/exceptions';

/** `System.Savepoint`. */
export class Savepoint {
  /** The database's own savepoint. */
  readonly depth: number;
  /** Whether the transaction had written something before. */
  readonly hadWork: boolean;
  isValid = true;
  /** Whether callouts must wait until it is released. */
  blocksCallouts = true;

  constructor(depth: number, hadWork: boolean) {
    this.depth = depth;
    this.hadWork = hadWork;
  }
}

const open: TransactionKey<Savepoint[]> = { create: () => [] };

/** Sets a savepoint; counts as a DML statement. */
export function setSavepoint(): Savepoint {
  const current = transaction();
  current.limits.consume('dmlStatements');
  current.limits.consume('savepoints');
  const savepoint = new Savepoint(current.org.database.store.connection.savepoint(), current.hasUncommittedWork);
  current.attachment(open).push(savepoint);
  return savepoint;
}

/**
 * Goes back to a savepoint; those set after it are gone. Ids that records were given stay on the variables.
 * @throws TypeException for a savepoint that is gone
 */
export function rollback(savepoint: Savepoint | null): void {
  if (savepoint === null) throw nullArgument(1);
  const current = transaction();
  if (!savepoint.isValid) throw new TypeException('Savepoint does not exist.');
  current.limits.consume('dmlStatements');
  current.limits.consume('savepointRollbacks');
  current.org.database.store.connection.rollbackTo(savepoint.depth);
  for (const other of current.attachment(open)) if (other.depth > savepoint.depth) other.isValid = false;
  current.hasUncommittedWork = savepoint.hadWork;
  current.org.access.forget();
}

/** Whether a savepoint of this transaction was neither released nor went with an earlier one. */
export function hasActiveSavepoint(): boolean {
  return transaction()
    .attachment(open)
    .some(({ isValid, blocksCallouts }) => isValid && blocksCallouts);
}

/** What a test set up before `Test.startTest` does not stand in the way of callouts behind it. */
export function setSavepointsAside(): void {
  for (const savepoint of transaction().attachment(open)) savepoint.blocksCallouts = false;
}

/**
 * Lets go of a savepoint and of those set after it: they can no longer be gone back to, and a callout is possible again
 * where nothing else was written ("releaseSavepoint", Database Class).
 * @throws TypeException for a savepoint that is gone
 */
export function releaseSavepoint(savepoint: Savepoint | null): void {
  if (savepoint === null) throw nullArgument(1);
  if (!savepoint.isValid) throw new TypeException('Savepoint does not exist.');
  transaction().limits.consume('dmlStatements');
  for (const other of transaction().attachment(open)) if (other.depth >= savepoint.depth) other.isValid = false;
}

definePlatformType({ name: 'Savepoint', namespace: 'System', kind: 'class', javaScriptClass: Savepoint, members: {} });

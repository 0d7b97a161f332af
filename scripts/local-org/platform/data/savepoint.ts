/**
 * Savepoints of a transaction.
 * @see "Transaction Control", Apex Developer Guide
 */
import { definePlatformType } from '../define';
import { transaction, type TransactionKey } from '../transaction';
import { nullArgument, TypeException } from '../values/exceptions';

/** `System.Savepoint`. */
export class Savepoint {
  /** The database's own savepoint. */
  readonly depth: number;
  isValid = true;

  constructor(depth: number) {
    this.depth = depth;
  }
}

const open: TransactionKey<Savepoint[]> = { create: () => [] };

/** Sets a savepoint; counts as a DML statement. */
export function setSavepoint(): Savepoint {
  const current = transaction();
  current.limits.consume('dmlStatements');
  current.limits.consume('savepoints');
  const savepoint = new Savepoint(current.org.database.store.connection.savepoint());
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
  current.org.access.forget();
}

definePlatformType({ name: 'Savepoint', namespace: 'System', kind: 'class', javaScriptClass: Savepoint, members: {} });

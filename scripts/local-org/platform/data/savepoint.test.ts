/** Expected behaviour: "Transaction Control", Apex Developer Guide. */
import { TestOrg } from '../../database/testing';
import { transaction } from '../../transaction/transaction';
import { hasActiveSavepoint, releaseSavepoint, rollback, setSavepoint } from './savepoint';

const org = new TestOrg();

test('a savepoint stands in the way of callouts until it is released', () => {
  org.run(() => {
    const savepoint = setSavepoint();
    expect(hasActiveSavepoint()).toBe(true);
    releaseSavepoint(savepoint);
    expect(hasActiveSavepoint()).toBe(false);
    expect(() => rollback(savepoint)).toThrow('Savepoint does not exist.');
    expect(() => releaseSavepoint(savepoint)).toThrow('Savepoint does not exist.');
  });
});

test('releasing one releases those set after it', () => {
  org.run(() => {
    const [first, second] = [setSavepoint(), setSavepoint()];
    releaseSavepoint(first);
    expect(() => rollback(second)).toThrow('Savepoint does not exist.');
  });
});

test('what is rolled back is no uncommitted work', () => {
  org.run(() => {
    const savepoint = setSavepoint();
    org.dml('insert', [org.record('Account', { Name: 'A' })]);
    expect(transaction().hasUncommittedWork).toBe(true);
    rollback(savepoint);
    expect(transaction().hasUncommittedWork).toBe(false);
  });
});

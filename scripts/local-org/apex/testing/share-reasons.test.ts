/** Expected behaviour: "Understanding Apex Managed Sharing", Apex Developer Guide. */
import { runApex } from './run-apex';

test.each([
  ['return Schema.AccountShare.RowCause.Manual;', 'Manual'],
  ['return AccountShare.RowCause.owner;', 'Owner']
])('%s', (statements, expected) => {
  expect(runApex(statements)).toBe(expected);
});

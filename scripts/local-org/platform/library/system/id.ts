import { restoreIdCase, toId18 } from '../../../values/record-id';
import { typeToken } from '../../../records/tokens';
import { definePlatformType } from '../../../declarations/define';
import { transaction } from '../../../transaction/transaction';
import { SObjectException, StringException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';
import { objectMembers } from '../object';

/**
 * The 18 character form of a record Id; what has 18 characters stays as it is.
 * @throws StringException "Invalid id: …" when the text is no Id
 * @see "Id Class", Apex Reference Guide
 */
export function toId(text: string): string {
  const id = toId18(text);
  if (id === null) throw new StringException(`Invalid id: ${text}`);
  return id;
}

export { toId18 as extendedId };

/** `Id.valueOf(text, true)`: the last three characters say which letters are capitals. */
function withCase(text: string): string {
  if (text.length !== 18) throw new StringException(`Invalid id: ${text}`);
  return restoreIdCase(toId(text));
}

definePlatformType({
  namespace: 'System',
  name: 'Id',
  kind: 'class',
  documentation: 'Id Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'Schema.SObjectType getSObjectType()': (self: string) => objectTypeOf(self),
    'String to15()': (self: string) => self.slice(0, 15),
    'static Id valueOf(String toId)': (text: string | null) => toId(required(text, 1)),
    'static Id valueOf(String toId, Boolean restoreCasing)': (text: string | null, restore: boolean | null) =>
      required(restore, 2) ? withCase(required(text, 1)) : toId(required(text, 1))
  }
});

/** The token of the object whose Ids begin like this one. */
function objectTypeOf(id: string): unknown {
  const object = transaction().org.schema.byKeyPrefix(id.slice(0, 3));
  if (!object) throw new SObjectException(`Cannot locate Apex Type for ID: ${id}`);
  return typeToken(object);
}

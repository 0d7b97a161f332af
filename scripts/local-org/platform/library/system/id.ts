import { typeToken } from '../../../database/records/tokens';
import { definePlatformType } from '../../define';
import { transaction } from '../../transaction';
import { SObjectException, StringException } from '../../values/exceptions';
import { required } from '../arguments';
import { objectMembers } from '../object';

const CASE_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 character form of a record Id.
 * @throws StringException "Invalid id: …" when the text is no Id
 * @see "Id Class", Apex Reference Guide
 */
export function toId(text: string): string {
  const id = extendedId(text);
  if (id === null) throw new StringException(`Invalid id: ${text}`);
  return id;
}

/** The 18 character form of a record Id, or null when the text is no Id. */
export function extendedId(text: string): string | null {
  if (!/^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(text)) return null;
  const id = text.slice(0, 15);
  if (text.length === 15) return id + caseSuffix(id);
  const suffix = text.slice(15).toUpperCase();
  if (!/^[A-Z0-5]{3}$/.test(suffix)) return null;
  return withCaseOf(id, suffix);
}

/** Three characters that say which letters of a 15 character Id are capitals, five bits each. */
export function caseSuffix(id: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i += 1) {
      const character = id[chunk + i];
      if (character >= 'A' && character <= 'Z') bits |= 1 << i;
    }
    suffix += CASE_DIGITS[bits];
  }
  return suffix;
}

/** An 18 character Id is recognised whatever the case of its letters: the suffix restores it. */
function withCaseOf(id: string, suffix: string): string {
  const letters = [...id].map((character, index) => {
    const isCapital = (CASE_DIGITS.indexOf(suffix[Math.floor(index / 5)]) & (1 << (index % 5))) !== 0;
    return isCapital ? character.toUpperCase() : character.toLowerCase();
  });
  return letters.join('') + suffix;
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
    'static Id valueOf(String toId, Boolean restoreCasing)': (text: string | null, restore: boolean | null) => {
      const id = required(text, 1);
      if (required(restore, 2) && id.length !== 18) throw new StringException(`Invalid id: ${id}`);
      return toId(id);
    }
  }
});

/** The token of the object whose Ids begin like this one. */
function objectTypeOf(id: string): unknown {
  const object = transaction().org.schema.byKeyPrefix(id.slice(0, 3));
  if (!object) throw new SObjectException(`Cannot locate Apex Type for ID: ${id}`);
  return typeToken(object);
}

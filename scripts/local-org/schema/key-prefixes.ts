/**
 * The first three characters of record Ids. Standard objects have theirs; an org gives custom objects `a00` and on,
 * custom metadata types `m00` and on, platform events `e00` and on
 * ("Object Key Prefix", https://help.salesforce.com/s/articleView?id=000385203).
 */
import type { ObjectDraft } from './definitions';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Gives every draft without a prefix the one it had, or the next free one of its kind, in order of name. */
export function assignKeyPrefixes(drafts: readonly ObjectDraft[], earlier: ReadonlyMap<string, string>): void {
  const taken = new Set([...earlier.values(), ...drafts.map((draft) => draft.keyPrefix)]);
  const open = drafts.filter((draft) => draft.custom && !draft.keyPrefix);
  for (const draft of open.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))) {
    draft.keyPrefix = earlier.get(draft.name.toLowerCase()) ?? nextFree(firstLetter(draft), taken);
    taken.add(draft.keyPrefix);
  }
}

function firstLetter(draft: ObjectDraft): string {
  if (draft.kind === 'customMetadata') return 'm';
  return draft.kind === 'platformEvent' ? 'e' : 'a';
}

function nextFree(letter: string, taken: ReadonlySet<string>): string {
  for (const second of DIGITS) {
    for (const third of DIGITS) if (!taken.has(letter + second + third)) return letter + second + third;
  }
  throw new Error(`More than ${DIGITS.length ** 2} custom objects of one kind.`);
}

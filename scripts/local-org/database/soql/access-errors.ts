/** What a query refused in user mode may tell about the fields the user cannot read. */

/** Field names by object name. */
export type Inaccessible = ReadonlyMap<string, ReadonlySet<string>>;

const noted = new WeakMap<object, Inaccessible>();

/** Remembers what a QueryException is about. */
export function noteInaccessible(exception: object, inaccessible: Inaccessible): void {
  noted.set(exception, inaccessible);
}

/** What a QueryException is about; nothing when it is about something else. */
export function inaccessibleOf(exception: object): Inaccessible {
  return noted.get(exception) ?? new Map();
}

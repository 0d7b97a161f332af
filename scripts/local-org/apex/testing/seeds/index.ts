/**
 * Mistakes that the platform refuses to save, with its own words for them.
 * @see the messages of the compiler in github.com/forcedotcom/apex-language-support (messages_en_US); of queries, which are
 *   checked by the database, "SOQL and SOSL Reference"
 */
import { ANNOTATIONS } from './annotations';
import { FLOW } from './flow';
import { INHERITANCE } from './inheritance';
import { MEMBERS } from './members';
import { MODIFIERS } from './modifiers';
import { OPERATORS } from './operators';
import { QUERIES } from './queries';
import { SYNTAX } from './syntax';
import type { Seeds } from './seeds';

/** By subject. */
export const SEEDS: Readonly<Record<string, Seeds>> = {
  syntax: SYNTAX,
  queries: QUERIES,
  annotations: ANNOTATIONS,
  modifiers: MODIFIERS,
  inheritance: INHERITANCE,
  flow: FLOW,
  members: MEMBERS,
  operators: OPERATORS
};

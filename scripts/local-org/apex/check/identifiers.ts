/**
 * What things may be called.
 * @see "Reserved Keywords" and "Variables", Apex Developer Guide: letters, digits and single underscores inside
 */

/** Keywords of the language and of its queries; of those that the guide lists, the ones that no public code uses as names. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'abstract and asc break by catch class continue delete desc do else enum extends false final finally for from global ' +
    'if implements in insert instanceof interface like limit list merge new not null nulls or override private ' +
    'protected public return select static super testmethod this throw trigger true try undelete update upsert virtual ' +
    'void webservice where while'
  ).split(' ')
);

/** Words that the platform takes for names of methods and members, though not for variables. */
const MEMBER_NAMES: ReadonlySet<string> = new Set(
  'and asc by delete desc from in insert like limit list merge not or select undelete update upsert where'.split(' ')
);

const NAME = /^[A-Za-z](?:[A-Za-z0-9]|_(?=[A-Za-z0-9]))*$/;

/** What is wrong with the name of a variable, field, parameter or type; null where nothing is. */
export function nameProblem(name: string): string | null {
  if (!NAME.test(name)) return `Invalid character in identifier: ${name}`;
  return RESERVED.has(name.toLowerCase()) ? `Identifier name is reserved: ${name}` : null;
}

/** What is wrong with the name of a method. */
export function methodNameProblem(name: string): string | null {
  return MEMBER_NAMES.has(name.toLowerCase()) ? null : nameProblem(name);
}

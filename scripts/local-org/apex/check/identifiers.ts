/**
 * What things may be called.
 * @see "Reserved Keywords" and "Variables", Apex Developer Guide: letters, digits and single underscores inside
 */

/** Keywords of the language and of its queries, its simple types, and words kept for what it may have one day. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch ' +
    'char class collect commit const continue currency date datetime decimal default delete desc do double else end enum ' +
    'exception exit export extends false final finally float for from global goto group having hint if implements import ' +
    'in inner insert instanceof int integer interface into join like limit list long loop map merge new not null nulls ' +
    'number object of on or outer override package parallel pragma private protected public retrieve return rollback ' +
    'select set short sobject sort static string super switch synchronized system testmethod then this throw time ' +
    'transaction trigger true try undelete update upsert using virtual void webservice when where while'
  ).split(' ')
);

const NAME = /^[A-Za-z](?:[A-Za-z0-9]|_(?=[A-Za-z0-9]))*$/;

/** What is wrong with the name of a variable, field, parameter or type; null where nothing is. */
export function nameProblem(name: string): string | null {
  if (!NAME.test(name)) return invalidCharacter(name);
  return RESERVED.has(name.toLowerCase()) ? `Identifier name is reserved: ${name}` : null;
}

/** What is wrong with the name of a method: there any word will do that the grammar lets through. */
export function methodNameProblem(name: string): string | null {
  return NAME.test(name) ? null : invalidCharacter(name);
}

/** What is wrong with the name of a type. */
export function typeNameProblem(name: string): string | null {
  return name.toLowerCase() === 'page' ? `Identifier name is reserved: ${name}` : nameProblem(name);
}

function invalidCharacter(name: string): string {
  return `Invalid character in identifier: ${name}`;
}

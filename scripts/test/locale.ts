/**
 * The locale that child processes of the tests have, whatever that of the machine is. The package and its tools name
 * theirs; @salesforce/core writes the moment at which it last asked for an org's version as the locale writes it, and
 * reads only what an American one wrote.
 */
export const LOCALE = { LC_ALL: 'C.UTF-8' };

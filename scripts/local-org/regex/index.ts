/** Java's regular expressions, run by JavaScript's. */
export { compileRegex, type CompiledRegex } from './compiled';
export { ApexMatcher } from './matcher';
export { replaceMatches } from './replace';
export { splitByRegex } from './split';

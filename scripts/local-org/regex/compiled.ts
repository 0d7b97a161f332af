import { StringException } from '../values/exceptions';
import { PatternSyntaxError } from './reader';
import { translate, type JavaFlags, type Translation } from './translate';

/** Java's bits of the flags of `Pattern.compile`. */
const FLAG_BITS: readonly [number, keyof JavaFlags][] = [
  [1, 'unixLines'],
  [2, 'caseInsensitive'],
  [4, 'comments'],
  [8, 'multiline'],
  [32, 'dotAll'],
  [64, 'unicodeCase']
];

/** A compiled expression, shared by all that use the same text. */
export interface CompiledRegex extends Translation {
  readonly pattern: string;
  /** Finds from `lastIndex` on. */
  readonly finder: RegExp;
  /** Matches exactly at `lastIndex`. */
  readonly sticky: RegExp;
  /** Matches at `lastIndex` up to the end of the text. */
  readonly whole: RegExp;
}

const cache = new Map<string, CompiledRegex>();
const CACHE_SIZE = 500;

/**
 * Compiles a Java regular expression.
 * @param flags Java's bits
 * @throws StringException "Invalid regex: …" when Java would refuse it
 * @throws NotModeled for a construct without exact counterpart
 */
export function compileRegex(pattern: string, flags = 0): CompiledRegex {
  const key = `${flags}/${pattern}`;
  const known = cache.get(key);
  if (known) return known;
  const compiled = build(pattern, flags);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, compiled);
  return compiled;
}

function build(pattern: string, flags: number): CompiledRegex {
  try {
    const translation = translate(pattern, flagsOf(flags));
    const { source } = translation;
    return {
      ...translation,
      pattern,
      finder: new RegExp(source, 'vg'),
      sticky: new RegExp(source, 'vy'),
      whole: new RegExp(`(?:${source})(?![^])`, 'vy')
    };
  } catch (error) {
    if (error instanceof PatternSyntaxError) throw new StringException(`Invalid regex: ${error.message}`);
    throw error;
  }
}

function flagsOf(bits: number): JavaFlags {
  return Object.fromEntries(FLAG_BITS.map(([bit, name]) => [name, (bits & bit) !== 0])) as unknown as JavaFlags;
}

/** The position after the character at `index`: never between the halves of a surrogate pair. */
export function nextPosition(text: string, index: number): number {
  return index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
}

/**
 * Positions in a text. Java's `$` also matches before a final line terminator, and its line terminators are more than
 * JavaScript's.
 * @see java.util.regex.Pattern, "Line terminators"
 */
import { NotModeled } from '../values/not-modeled';
import type { JavaFlags } from './translate';

const START = '(?<![^])';
const END = '(?![^])';
const LINE_END = '(?:(?=\\r\\n)|(?<!\\r)(?=\\n)|(?=[\\r\\u0085\\u2028\\u2029]))';
const FINAL_LINE_END = `(?:(?=\\r\\n${END})|(?<!\\r)(?=\\n${END})|(?=[\\r\\u0085\\u2028\\u2029]${END}))`;
const LINE_START = '(?<=\\n|\\r(?!\\n)|[\\u0085\\u2028\\u2029])(?=[^])';

/** An anchor (`^`, `$`, `\b`, …) as JavaScript says it, one unit. */
export function anchor(name: string, flags: JavaFlags): string {
  switch (name) {
    case '^':
      if (!flags.multiline) return START;
      return flags.unixLines ? `(?:${START}|(?<=\\n)(?=[^]))` : `(?:${START}|${LINE_START})`;
    case '$':
      return flags.multiline ? lineEnd(flags) : finalEnd(flags);
    case '\\A':
      return START;
    case '\\z':
      return END;
    case '\\Z':
      return finalEnd(flags);
    case '\\b':
    case '\\B':
      return name;
    default:
      throw new NotModeled(`regular expression construct ${name}`);
  }
}

function lineEnd(flags: JavaFlags): string {
  return flags.unixLines ? `(?:${END}|(?=\\n))` : `(?:${END}|${LINE_END})`;
}

function finalEnd(flags: JavaFlags): string {
  return flags.unixLines ? `(?:${END}|(?=\\n${END}))` : `(?:${END}|${FINAL_LINE_END})`;
}

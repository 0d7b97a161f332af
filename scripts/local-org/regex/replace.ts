import { IllegalArgumentException, StringException } from '../values/exceptions';
import { NotModeled } from '../values/not-modeled';
import { nextPosition, type CompiledRegex } from './compiled';

/** A piece of a replacement: text, or a group of the match. */
export type ReplacementPart = string | { readonly group: number };

/** `replaceAll` or `replaceFirst` with Java's replacement language. */
export function replaceMatches(regex: CompiledRegex, text: string, replacement: string, all: boolean): string {
  const { finder } = regex;
  finder.lastIndex = 0;
  let parts: readonly ReplacementPart[] | null = null;
  let result = '';
  let end = 0;
  for (let match = finder.exec(text); match !== null; match = all ? finder.exec(text) : null) {
    parts ??= replacementParts(regex, replacement);
    result += text.slice(end, match.index) + expand(regex, parts, match);
    end = match.index + match[0].length;
    if (match[0] === '') finder.lastIndex = nextPosition(text, match.index);
  }
  return result + text.slice(end);
}

/** The content of a group in Java's numbering; null when it took no part. */
export function groupOf(regex: CompiledRegex, match: RegExpExecArray, group: number): string | null {
  if (regex.uncertain.has(group)) {
    throw new NotModeled(`the content of group ${group} of the regular expression ${regex.pattern} (repeated group)`);
  }
  return match[regex.groups[group]] ?? null;
}

/** Fills a replacement with the groups of a match. */
export function expand(regex: CompiledRegex, parts: readonly ReplacementPart[], match: RegExpExecArray): string {
  return parts.map((part) => (typeof part === 'string' ? part : (groupOf(regex, match, part.group) ?? ''))).join('');
}

/**
 * Reads a replacement: `$1` and `${name}` are groups, `\` takes away a character's meaning.
 * @see java.util.regex.Matcher.appendReplacement
 */
export function replacementParts(regex: CompiledRegex, replacement: string): ReplacementPart[] {
  const parts: ReplacementPart[] = [];
  for (let i = 0; i < replacement.length;) {
    const character = replacement[i];
    if (character === '\\') {
      if (i + 1 === replacement.length) throw new IllegalArgumentException('character to be escaped is missing');
      parts.push(replacement[i + 1]);
      i += 2;
    } else if (character === '$') {
      const reference = groupReference(regex, replacement.slice(i + 1));
      parts.push({ group: reference.group });
      i += 1 + reference.length;
    } else {
      parts.push(character);
      i += 1;
    }
  }
  return parts;
}

function groupReference(regex: CompiledRegex, rest: string): { group: number; length: number } {
  const named = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(rest);
  if (named) {
    const group = regex.names.get(named[1]);
    if (group === undefined) throw new IllegalArgumentException(`No group with name {${named[1]}}`);
    return { group, length: named[0].length };
  }
  if (!/^\d/.test(rest)) throw new IllegalArgumentException('Illegal group reference');
  let length = 1;
  while (/\d/.test(rest[length] ?? '') && Number(rest.slice(0, length + 1)) < regex.groups.length) length += 1;
  const group = Number(rest.slice(0, length));
  if (group >= regex.groups.length) throw new StringException(`No group ${group}`);
  return { group, length };
}

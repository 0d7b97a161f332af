import { compileRegex, nextPosition, type CompiledRegex } from './compiled';

/**
 * `String.split` of Java: trailing empty parts are dropped unless there is a limit, and a match of the empty text at
 * the beginning makes no part.
 * @param limit positive: at most so many parts; negative: all; 0: all but trailing empty ones
 * @see java.lang.String.split(String, int)
 */
export function splitByRegex(text: string, regex: string, limit: number): string[] {
  const separator = literalSeparator(regex);
  const parts =
    separator !== null && limit <= 0 ? text.split(separator) : splitByMatches(text, compileRegex(regex), limit);
  if (parts.length <= 1) return parts;
  let end = parts.length;
  if (limit === 0) while (end > 0 && parts[end - 1] === '') end -= 1;
  return end === parts.length ? parts : parts.slice(0, end);
}

/** The separator of an expression that means a plain text; null for all others. */
function literalSeparator(regex: string): string | null {
  if (regex === '') return null;
  if (!/[\\^$.|?*+()[\]{}]/.test(regex)) return regex;
  const escape = /^\\([^A-Za-z0-9])$/.exec(regex);
  if (escape) return escape[1];
  return regex === '\\n' ? '\n' : regex === '\\t' ? '\t' : null;
}

function splitByMatches(text: string, regex: CompiledRegex, limit: number): string[] {
  const parts: string[] = [];
  const { finder } = regex;
  finder.lastIndex = 0;
  let start = 0;
  for (let match = finder.exec(text); match !== null; match = finder.exec(text)) {
    const end = match.index + match[0].length;
    if (match[0] === '') finder.lastIndex = nextPosition(text, match.index);
    if (end === 0) continue;
    if (limit > 0 && parts.length === limit - 1) break;
    parts.push(text.slice(start, match.index));
    start = end;
  }
  if (parts.length === 0) return [text];
  return [...parts, text.slice(start)];
}

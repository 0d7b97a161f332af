import type { JavaFlags } from './translate';

/** One character, matched as itself under the flags. */
export function literal(character: string, flags: JavaFlags): string {
  if (!flags.caseInsensitive) return escaped(character);
  if (/^[a-zA-Z]$/.test(character)) return `[${character.toLowerCase()}${character.toUpperCase()}]`;
  return flags.unicodeCase ? unicodeCases(character) : escaped(character);
}

function unicodeCases(character: string): string {
  const cases = new Set([character, character.toLowerCase(), character.toUpperCase()]);
  const single = [...cases].filter((form) => [...form].length === 1);
  return single.length > 1 ? `[${single.map(escaped).join('')}]` : escaped(character);
}

/** A character written so that it has no meaning in an expression. */
export function escaped(character: string): string {
  return /^[A-Za-z0-9 _]$/.test(character) ? character : `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}

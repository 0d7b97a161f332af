/** Splitting by the Unicode category of characters, as `StringUtils.splitByCharacterType` of Apache Commons Lang. */

const CATEGORIES = [
  'Lu',
  'Ll',
  'Lt',
  'Lm',
  'Lo',
  'Mn',
  'Me',
  'Mc',
  'Nd',
  'Nl',
  'No',
  'Zs',
  'Zl',
  'Zp',
  'Cc',
  'Cf',
  'Co',
  'Cs',
  'Pd',
  'Ps',
  'Pe',
  'Pc',
  'Po',
  'Sm',
  'Sc',
  'Sk',
  'So',
  'Pi',
  'Pf',
  'Cn'
].map((name) => ({ name, pattern: new RegExp(`^\\p{${name}}$`, 'u') }));

function categoryOf(character: string): string {
  return CATEGORIES.find(({ pattern }) => pattern.test(character))?.name ?? 'Cn';
}

/**
 * Cuts a text wherever the type of character changes.
 * @param camelCase an upper-case letter before a lower-case run belongs to that run
 */
export function splitByCharacterType(text: string, camelCase: boolean): string[] {
  if (text === '') return [];
  const parts: string[] = [];
  let start = 0;
  let current = categoryOf(text[0]);
  for (let i = 1; i < text.length; i += 1) {
    const category = categoryOf(text[i]);
    if (category === current) continue;
    const joinsRun = camelCase && category === 'Ll' && current === 'Lu';
    const cut = joinsRun ? i - 1 : i;
    if (cut !== start) {
      parts.push(text.slice(start, cut));
      start = cut;
    }
    current = category;
  }
  return [...parts, text.slice(start)];
}

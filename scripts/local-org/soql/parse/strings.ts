/**
 * Escapes of quoted SOQL texts: "SOQL and SOSL Reference", Quoted String Escape Sequences
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm).
 */
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/**
 * The text a quoted string stands for; null when it has a backslash in any other place than the documented escapes.
 * `\_` and `\%` keep their backslash, because they mean something to LIKE only.
 */
export function unescapeSoql(text: string): string | null {
  if (!text.includes('\\')) return text;
  let valid = true;
  const value = text.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (all, code: string | undefined, letter: string) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    if (letter === '_' || letter === '%') return all;
    const plain = escapes[letter.toLowerCase()];
    if (plain === undefined) valid = false;
    return plain ?? all;
  });
  return valid ? value : null;
}

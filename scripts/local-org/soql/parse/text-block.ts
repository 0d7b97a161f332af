/**
 * Multi-line string literals. The text starts on the line after the opening quotes; the white space that all lines have
 * in common at their start, and all at their ends, is layout and no text. A backslash at the end of a line joins it
 * with the next.
 * @see "Multiline Strings" under "Primitive Data Types", Apex Developer Guide; indentation was observed on the platform
 *   to follow Java's text blocks (apex-dev-tools/apex-parser, pull request 104)
 */

/** The text of a multi-line literal without its layout, its other escapes still in it; null for any other literal. */
export function textBlock(literal: string): string | null {
  if (!/^'''[\r\n]/.test(literal)) return null;
  const [, ...lines] = literal.slice(3, -3).split(/\r\n|\r|\n/);
  const indentation = Math.min(...lines.filter(isMeasured).map(leadingBlanks));
  return lines
    .map((line) => line.slice(indentation).trimEnd())
    .join('\n')
    .replace(/\\[\s\S]/g, withoutLayout);
}

/** Of the escapes, the two that only multi-line literals have. */
function withoutLayout(escape: string): string {
  return { '\\\n': '', '\\s': ' ' }[escape] ?? escape;
}

/** The last line, on which the closing quotes stand, counts even when it is blank. */
function isMeasured(line: string, index: number, lines: readonly string[]): boolean {
  return line.trim() !== '' || index === lines.length - 1;
}

function leadingBlanks(line: string): number {
  return line.length - line.trimStart().length;
}

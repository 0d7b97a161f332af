import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What one part of the local org refuses with `NotModeled`, as its source says it. */
export interface Refusals {
  /** Folder below `scripts/local-org`. */
  readonly part: string;
  readonly texts: readonly string[];
}

const ROOT = join(__dirname, '..');
const REFUSAL = /NotModeled\(\s*(`[^`]+`|'[^'\n]+')/g;

/** Every refusal in the code, by the part it stands in; `…` is what only a run can tell. */
export function refusals(): Refusals[] {
  const found = new Map<string, Set<string>>();
  for (const file of sourceFiles(ROOT)) {
    const part = relative(ROOT, file).split(/[\\/]/)[0];
    for (const [, quoted] of readFileSync(file, 'utf8').matchAll(REFUSAL)) {
      const text = quoted.slice(1, -1).replace(/\$\{[^}]*\}/g, '…');
      if (/[a-z]/i.test(text.replace(/…/g, ''))) found.set(part, (found.get(part) ?? new Set()).add(text));
    }
  }
  return [...found].sort().map(([part, texts]) => ({ part, texts: [...texts].sort() }));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourceFiles(path);
      return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [path] : [];
    });
}

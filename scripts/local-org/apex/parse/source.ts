/** What sources there are. */
import { extname } from 'node:path';

/** Decides the grammar's entry rule. */
export type SourceKind = 'class' | 'trigger' | 'anonymous';

const kinds: Record<string, SourceKind> = { '.cls': 'class', '.trigger': 'trigger', '.apex': 'anonymous' };

/**
 * The kind of a source file, by its extension.
 * @throws Error for a file that is not Apex
 */
export function sourceKind(path: string): SourceKind {
  const kind = kinds[extname(path).toLowerCase()];
  if (!kind) throw new Error(`${path} is not an Apex source: its name must end in .cls, .trigger or .apex.`);
  return kind;
}

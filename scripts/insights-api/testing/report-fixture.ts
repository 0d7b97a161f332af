import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes files into a new folder of its own; the caller removes it. */
export function createFolder(files: Record<string, string | Buffer>): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'insights-sync-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

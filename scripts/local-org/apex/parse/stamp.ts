/** What a cached tree depends on besides its source. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = [__dirname, join(__dirname, '..', '..', 'database', 'soql', 'parse')];

/**
 * Changes with the parser's version and with every source of the tree builders, so that a changed builder never meets
 * trees of the old one.
 */
export function builderStamp(): string {
  const hash = createHash('sha256').update(parserVersion());
  for (const file of folders.flatMap(sourcesIn)) hash.update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function sourcesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return names.sort().map((name) => join(folder, name));
}

function parserVersion(): string {
  const manifest = join(require.resolve('@apexdevtools/apex-parser'), '..', '..', '..', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

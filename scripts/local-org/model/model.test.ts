import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelPage } from './page';
import { MODEL_PAGE } from './command';

/** The lines of a page by what they say, however tables and marks are laid out. */
function lines(text: string): string[] {
  const plain = text.replace(/\\([<>|*_\\])/g, '$1').replace(/\n(?=[^\n|#-])/g, ' ');
  return plain
    .split('\n')
    .map((line) => line.replace(/[-|]+|\s+/g, ' ').trim())
    .filter(Boolean);
}

test('docs/local-org-model.md says what the code models (npm run model:docs writes it)', () => {
  const written = lines(readFileSync(MODEL_PAGE, 'utf8'));
  const said = lines(modelPage());
  expect(written.filter((line) => !said.includes(line))).toEqual([]);
  expect(said.filter((line) => !written.includes(line))).toEqual([]);
});

test('a member that only refuses is listed as not modelled', () => {
  expect(modelPage()).toMatch(/\| `Blob` \| class \| \d+ \| .*`toPdf`/);
  expect(modelPage()).toMatch(/\| `String` \| class \| \d+ \| {2}\|/);
});

test('the command writes the page', () => {
  const cli = join(__dirname, '..', 'cli.ts');
  const text = execFileSync(process.execPath, ['--require', 'tsx/cjs', cli, 'model-docs', '--help'], {
    encoding: 'utf8'
  });
  expect(text).toContain('docs/local-org-model.md');
});

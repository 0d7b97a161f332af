import { lines, runPackageFile } from './command';
import type { Gate } from './gate';

/** Prettier, Apex included: its plugin parses with a prebuilt native executable, so no Java is needed. */
export const prettier: Gate = {
  name: 'prettier',
  purpose: 'Every file is formatted.',
  async run(directory) {
    const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier'];
    const args = ['--list-different', '--ignore-unknown', ...cache, '.'];
    const result = await runPackageFile('prettier/bin/prettier.cjs', args, { directory });
    if (result.exitCode === 0) return { problems: [] };
    const unformatted = lines(result.output).map((file) => `${file} is not formatted; run: npm run format`);
    return { problems: [...unformatted, ...lines(result.errorOutput)] };
  }
};

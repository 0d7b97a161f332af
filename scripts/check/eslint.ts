import path from 'node:path';
import { lines, runPackageFile } from './command';
import type { Gate } from './gate';

interface EslintFile {
  filePath: string;
  messages: { line?: number; column?: number; message: string; ruleId: string | null; severity: number }[];
}

/** ESLint with typescript-eslint on everything and Salesforce's plugins on the components. */
export const eslint: Gate = {
  name: 'eslint',
  purpose: 'Tooling and components follow the lint rules.',
  async run(directory) {
    const configuration = path.resolve(__dirname, '../../config/eslint.config.mjs');
    const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/eslint/'];
    const args = ['-c', configuration, '--no-error-on-unmatched-pattern', '--format', 'json', ...cache, '.'];
    const { exitCode, output, errorOutput } = await runPackageFile('eslint/bin/eslint.js', args, { directory });
    if (exitCode > 1) return { problems: lines(errorOutput) };
    return { problems: problemsOf(JSON.parse(output) as EslintFile[], directory) };
  }
};

function problemsOf(files: EslintFile[], directory: string): string[] {
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ line = 1, column = 1, message, ruleId }) => {
      const place = `${path.relative(directory, filePath)}:${line}:${column}`;
      return `${place}: ${message}${ruleId ? ` (${ruleId})` : ''}`;
    })
  );
}

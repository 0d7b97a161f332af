import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { modelPage } from './page';

/** Where the page stands. */
export const MODEL_PAGE = join(__dirname, '..', '..', '..', 'docs', 'local-org-model.md');

/** The page as it is committed; the formatter is loaded only here. */
async function formattedModelPage(): Promise<string> {
  const { format } = await import('prettier');
  return format(modelPage(), { parser: 'markdown', printWidth: 120, singleQuote: true, trailingComma: 'none' });
}

/** `model-docs`: writes what the local org models, from its code. */
export function modelDocsCommand(): Command {
  return new Command('model-docs').description('Writes docs/local-org-model.md from the code.').action(async () => {
    writeFileSync(MODEL_PAGE, await formattedModelPage());
  });
}

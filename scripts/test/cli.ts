import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { LOCALE } from './locale';
import type { Part, PartResult } from './part';
import { runPart } from './part';
import { parts } from './parts';
import { summaryText, totals } from './summary';
import { openTemporaryFolder } from './temporary-folder';

interface Options {
  only?: string;
  json?: string;
}

/** Runs the parts one after the other and sums what they counted; the exit code is 0 only if nothing failed. */
async function main({ only, json }: Options): Promise<void> {
  const directory = path.resolve(__dirname, '../..');
  const results: PartResult[] = [];
  const temporary = openTemporaryFolder();
  Object.assign(process.env, temporary.environment, LOCALE);
  try {
    for (const [index, part] of chooseParts(only).entries()) {
      console.log(`\n── ${part.name} ──\n`);
      results.push(await runPart(part, path.join(temporary.folder, `${index}.json`), directory));
    }
  } finally {
    temporary.remove();
  }
  const { passed, failed } = totals(results);
  if (json) writeFileSync(json, JSON.stringify({ summary: { passed, failed }, parts: results }, null, 2) + '\n');
  console.log(summaryText(results));
  process.exitCode = failed ? 1 : 0;
}

function chooseParts(only: string | undefined): readonly Part[] {
  if (!only) return parts;
  const words = only.split(',').map((word) => word.trim().toLowerCase());
  const chosen = parts.filter(({ name }) => words.some((word) => name.toLowerCase().includes(word)));
  if (!chosen.length)
    throw new Error(`No part is called "${only}". There are: ${parts.map(({ name }) => name).join(', ')}.`);
  return chosen;
}

new Command('npm test --')
  .description('Runs everything: checks, tests of tooling, components and Apex, and browser tests.')
  .option('--only <names>', 'only parts whose name contains one of these words, separated by commas')
  .option('--json <file>', 'write the counts to this file')
  .action(main)
  .parseAsync()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  });

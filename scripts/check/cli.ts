import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { compileComponents } from '../build/compile-components';
import { writeModulePaths } from '../build/module-paths';
import { copyStaticResources } from '../build/static-resources';
import { runGates } from './gate';
import type { Gate } from './gate';
import { gates } from './gates';
import { problemText, summarize, tableText } from './report';

interface Options {
  only?: string;
  json?: string;
  list?: boolean;
}

/** Runs the gates over the project and reports them; the exit code is 1 where one has failed. */
async function main(options: Options): Promise<void> {
  if (options.list) return console.log(gates.map(({ name, purpose }) => `${name}: ${purpose}`).join('\n'));
  const projectDirectory = path.resolve(__dirname, '../..');
  const chosen = chooseGates(options.only);
  prepare(projectDirectory);
  const results = await runGates(chosen, projectDirectory, availableParallelism(), (result) => {
    if (result.status !== 'passed') console.log(problemText(result));
  });
  console.log(tableText(results));
  const summary = summarize(results);
  if (options.json) writeFileSync(options.json, JSON.stringify({ summary, gates: results }, null, 2) + '\n');
  process.exitCode = summary.failed ? 1 : 0;
}

function chooseGates(only: string | undefined): readonly Gate[] {
  if (!only) return gates;
  const words = only.split(',').map((word) => word.trim().toLowerCase());
  const chosen = gates.filter(({ name }) => words.some((word) => name.includes(word)));
  if (!chosen.length)
    throw new Error(`No gate is called "${only}". There are: ${gates.map(({ name }) => name).join(', ')}.`);
  return chosen;
}

/** The gates look at what a deployment would hold, so components are compiled and libraries copied first. */
function prepare(projectDirectory: string): void {
  writeModulePaths(projectDirectory);
  copyStaticResources(projectDirectory);
  try {
    compileComponents(projectDirectory);
  } catch {
    // a module that cannot be compiled is reported, with its place, by the gates over the components
  }
}

const program = new Command('npm run lint --')
  .description('Runs every check of the project.')
  .option('--only <names>', 'only gates whose name contains one of these words, separated by commas')
  .option('--json <file>', 'write the results to this file')
  .option('--list', 'list the gates')
  .action(main);

program.parseAsync().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});

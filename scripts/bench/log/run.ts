import { resolve } from 'node:path';
import { Command } from 'commander';
import { copyStaticResources } from '../../build/static-resources';
import { createLightningServer } from '../../local-org/lightning';
import type { LocalOrg } from '../../local-org/org';
import { openLongLog } from './long-log';
import { ask, type Answered } from './measure';
import { questionsAbout, type Subjects } from './questions';

const PROJECT = resolve(__dirname, '../../..');

interface LogOptions {
  readonly rows: number;
  /** Where its report may be written. */
  readonly folder: string;
  /** Lengths of the history, in runs, the shortest first. */
  readonly runs: readonly number[];
}

/** What the questions took with a history of some length. */
export interface AnswersAt {
  readonly runs: number;
  readonly answers: readonly Answered[];
}

/** What is known when the pages over the longest history can be opened. */
export interface LongLogServed {
  readonly url: string;
  readonly subjects: Subjects;
  readonly measured: readonly AnswersAt[];
}

/**
 * Makes a long run with failures and a history, asks what the pages ask, serves the pages, and prints what that took and
 * where they are as JSON. It goes on until it is told to stop.
 */
async function main({ rows, folder, runs }: LogOptions): Promise<void> {
  const { org, subjects, growTo, close } = await openLongLog(rows, folder);
  const measured = runs.map((length) => {
    growTo(length);
    return { runs: length, answers: answers(org, subjects) };
  });
  copyStaticResources(PROJECT);
  const pages = await createLightningServer(org, { projectFolder: PROJECT, port: 0 });
  process.once('SIGTERM', () => void pages.close().then(close));
  const served: LongLogServed = { url: pages.url, subjects, measured };
  console.log(JSON.stringify(served));
}

function answers(org: LocalOrg, subjects: Subjects): Answered[] {
  return questionsAbout(subjects).map((question) => ask(org, question));
}

const program = new Command('log run')
  .requiredOption('--rows <number>', '', Number)
  .requiredOption('--folder <folder>')
  .requiredOption('--runs <numbers...>', '', (text: string, before: number[] = []) => [...before, Number(text)])
  .action(main);
void program.parseAsync();

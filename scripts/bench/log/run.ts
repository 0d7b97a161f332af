import { Command } from 'commander';
import type { LocalOrg } from '../../local-org/org';
import { openBenchOrg } from '../engine/bench-org';
import { OBJECT } from '../engine/columns';
import { integrationInput, WAYS } from '../engine/ways';
import { addHistory } from './history';
import { ask, type Answered } from './measure';
import { questionsAbout, type Subjects } from './questions';

const INTEGRATIONS = 20;

interface LogOptions {
  readonly rows: number;
  readonly report: string;
  /** Lengths of the history, in runs, the shortest first. */
  readonly runs: readonly number[];
}

/** What the questions took with a history of some length. */
export interface AnswersAt {
  readonly runs: number;
  readonly answers: readonly Answered[];
}

/** Makes a long run with failures and a history, asks what the pages ask, and prints what that took as JSON. */
async function main({ rows, report, runs }: LogOptions): Promise<void> {
  const { org, close } = await openBenchOrg({ way: WAYS.csv, rows, share: 'all', report });
  const integrationIds = Array.from({ length: INTEGRATIONS }, (_, number) => save(org, `Report ${number + 1}`));
  const [integrationId] = integrationIds;
  const runId = String(org.callApex('RunController', 'start', { integrationId }));
  await org.runJobs();
  const subjects = { integrationId, runId, recordId: firstRecord(org) };
  let length = 0;
  const measured: AnswersAt[] = [];
  for (const next of runs) {
    addHistory(org, integrationIds, length, next);
    length = next;
    measured.push({ runs: next, answers: answers(org, subjects) });
  }
  console.log(JSON.stringify(measured));
  await close();
}

function save(org: LocalOrg, name: string): string {
  return String(org.callApex('IntegrationController', 'save', { input: integrationInput(name, 'Csv') }));
}

function firstRecord(org: LocalOrg): string {
  const [{ Id }] = org.query(`SELECT Id FROM ${OBJECT} ORDER BY Id LIMIT 1`);
  return String(Id);
}

function answers(org: LocalOrg, subjects: Subjects): Answered[] {
  return questionsAbout(subjects).map((question) => ask(org, question));
}

const program = new Command('log run')
  .requiredOption('--rows <number>', '', Number)
  .requiredOption('--report <file>')
  .requiredOption('--runs <numbers...>', '', (text: string, before: number[] = []) => [...before, Number(text)])
  .action(main);
void program.parseAsync();

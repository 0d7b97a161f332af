import { resolve } from 'node:path';
import { buildSchema } from '../local-org/schema/build-schema';
import { readProject } from '../local-org/project/project';
import type { SyncOptions } from './arguments/command';
import { checkWritable, writeWhole } from './output/files';
import { recordsDump } from './output/records-dump';
import { resultJson } from './output/result-json';
import { runLog } from './output/run-log';
import { loadRecords } from './records/load-records';
import { type RecordValues, recordValues } from './records/record-values';
import { readRecordsFile, type RecordsFile } from './records/records-file';
import { type TargetFields, targetFields } from './records/target-fields';
import { type ReportReference, reportReference, ReportSource } from './report-source';
import type { RunResult } from './run-model';
import type { SyncOrg } from './sync-org';
import { syncRun } from './sync-run';

const PROJECT = resolve(__dirname, '../..');

/** What an admin who sets up integrations is given in a real org. */
const PERMISSION_SETS = ['Insights_Sync_Admin'];

/** The records as the org is to have them. */
interface Input {
  records: RecordsFile;
  target: TargetFields;
  values: RecordValues[];
}

/**
 * Loads the records into a local org of its own, runs the report against them and tells the result. What was given is
 * checked before anything is started; result files are written last, and whole.
 * @throws InputError in a sentence
 */
export async function sync(options: SyncOptions): Promise<RunResult> {
  checkOutputs(options);
  const report = reportReference(options);
  const input = readInput(options);
  const source = new ReportSource(options);
  try {
    return await syncFrom(source, input, options, report);
  } finally {
    await source.close();
  }
}

async function syncFrom(
  source: ReportSource,
  input: Input,
  options: SyncOptions,
  report: ReportReference
): Promise<RunResult> {
  // Loaded only now: input that cannot be used was refused at once, and the source starts meanwhile.
  const { createLocalOrg } = require('../local-org/org') as typeof import('../local-org/org');
  const org = await createLocalOrg({
    projectDirectory: PROJECT,
    databaseFile: ':memory:',
    includeTests: false,
    extraFields: input.target.extraFields,
    permissionSets: PERMISSION_SETS,
    namedCredentials: source.namedCredentials()
  });
  try {
    loadRecords(org, input.records, input.target.object.name, input.values);
    await source.ready();
    const result = await syncRun(org, options, report);
    tell(org, result, input.target, options);
    return result;
  } finally {
    await org.close();
  }
}

function checkOutputs({ json, dump }: SyncOptions): void {
  if (json) {
    checkWritable(json, '--json');
  }
  if (dump) {
    checkWritable(dump, '--dump');
  }
}

function readInput(options: SyncOptions): Input {
  const records = readRecordsFile(options.records);
  const { schema } = buildSchema({ directories: readProject(PROJECT).packageDirectories });
  const target = targetFields(schema, options.object, records.fields, [options.key, ...options.map]);
  target.notes.forEach((note) => console.error(note));
  return { records, target, values: recordValues(records, target) };
}

function tell(org: SyncOrg, result: RunResult, target: TargetFields, { key, map, json, dump }: SyncOptions): void {
  console.log(runLog(result));
  if (json) {
    writeWhole(json, resultJson(result));
  }
  if (dump) {
    const names = new Set(['Id', ...[key, ...map].map(({ field }) => target.field(field).name)]);
    writeWhole(dump, dumpOf(org, target, [...names]));
  }
}

function dumpOf(org: SyncOrg, target: TargetFields, names: string[]): string {
  const records = org.query(`SELECT ${names.join(', ')} FROM ${target.object.name} ORDER BY Id`);
  return recordsDump(
    names.map((name) => target.field(name)),
    records
  );
}

import { Command, InvalidArgumentError, Option } from 'commander';
import { type Fault, readFault } from '../../insights-api/faults';
import { InputError } from '../input-error';
import { type ColumnToField, parseColumnToField } from './column-mapping';

/** What the sync command was asked to do. */
export interface SyncOptions {
  report: string;
  records: string;
  object: string;
  key: ColumnToField;
  map: ColumnToField[];
  source: 'api' | 'csv';
  blank: 'keep' | 'clear';
  ambiguous: 'none' | 'all';
  truncate: boolean;
  json?: string;
  dump?: string;
  port: number;
  fault: Fault[];
  insights?: string;
}

const EXAMPLE = `
Example:
  npm run sync -- --report config/sample-data/scores.csv --records contacts.csv --object Contact \\
    --key "Email=Email" --map "NPS Score=NPS_Score__c:Number(2,0)"

Types of fields the object lacks: Text(length), Number(precision,scale), Date, DateTime, Checkbox, Picklist(A;B;C).
With --target-org or --instance-url an integration of an org runs instead: npm run sync -- --target-org me --help
Exit code: 0 Completed, 1 Completed with errors, 2 anything else.`;

/** Reads the command line. @throws InputError or CommanderError in one sentence */
export function parseArguments(argv: string[]): SyncOptions {
  const command = createCommand();
  command.parse(argv, { from: 'user' });
  return command.opts<SyncOptions>();
}

function createCommand(): Command {
  return new Command('npm run sync --')
    .description('Runs a report against records in a local org of its own: what the installed package would do.')
    .requiredOption('--report <file.csv>', 'report with a header row')
    .requiredOption('--records <file.csv>', 'records to update; the header row holds field API names')
    .requiredOption('--object <name>', 'API name of the object the records are of')
    .requiredOption('--key <column=field>', 'report column and field that match', (text) => mapping(text, '--key'))
    .requiredOption('--map <column=field[:type]>', 'report column and field to update, repeatable', appendMapping)
    .addOption(choice('--source <kind>', 'how the report is read', ['csv', 'api']))
    .addOption(choice('--blank <policy>', 'what a blank cell does to its field', ['keep', 'clear']))
    .addOption(choice('--ambiguous <policy>', 'records to update where several have the key', ['none', 'all']))
    .option('--truncate', 'cut text that is too long instead of refusing it', false)
    .option('--json <file>', 'write the result as JSON')
    .option('--dump <file.csv>', 'write the records as they are afterwards')
    .option('--port <number>', 'port of the Insights stand-in; 0 takes any free one', portNumber, 0)
    .option('--fault <json>', 'make the Insights stand-in fail, repeatable (docs/insights-api.md)', appendFault, [])
    .option('--insights <url>', 'read from a stand-in that runs already on this machine', localAddress)
    .addHelpText('after', EXAMPLE)
    .exitOverride();
}

function choice(flags: string, description: string, values: string[]): Option {
  return new Option(flags, description).choices(values).default(values[0]);
}

function mapping(text: string, option: string): ColumnToField {
  return parseColumnToField(text, option);
}

function appendMapping(text: string, previous: ColumnToField[] | undefined): ColumnToField[] {
  return [...(previous ?? []), mapping(text, '--map')];
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) {
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  }
  return Number(text);
}

/** The local org calls nothing outside this machine. */
function localAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' || !['127.0.0.1', 'localhost'].includes(url.hostname)) {
    throw new InvalidArgumentError('It has to be an address on this machine, such as http://127.0.0.1:4000.');
  }
  return url.origin;
}

function appendFault(text: string, previous: Fault[]): Fault[] {
  try {
    return [...previous, readFault(JSON.parse(text))];
  } catch (error) {
    throw new InputError(`--fault ${text} is not understood: ${(error as Error).message}`);
  }
}

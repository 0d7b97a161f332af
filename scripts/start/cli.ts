import { Command, InvalidArgumentError } from 'commander';
import { addFaultOptions } from '../local-org/faults';
import { addFeatureOption } from '../local-org/schema/feature-option';
import { start, type StartedOrg, type StartOptions } from './start';

const DEFAULT_PORT = 8410;

const program = new Command('npm start --')
  .description('Runs the package in a local org, with sample data, and serves its pages on this machine.')
  .option('--port <number>', 'port of the pages on 127.0.0.1; 0 takes a free one', portNumber, DEFAULT_PORT)
  .option('--reset', 'start with an empty database', false)
  .option('--reports <folder>', 'serve the CSV files of this folder as reports, instead of the sample')
  .option('--data <folder>', 'keep the data in this folder');

addFaultOptions(addFeatureOption(program)).action(run);
void program.parseAsync();

async function run(options: StartOptions): Promise<void> {
  try {
    const started = await start(options);
    console.log(`Insights Sync runs in a local org (a simulation on this machine):\n\n  ${started.url}\n`);
    console.log(`Log in with the Salesforce CLI:\n\n  ${loginCommand(started)}\n`);
    console.log(`Reports come from ${started.insightsUrl}. Stop with Ctrl+C; the data stays, --reset starts afresh.`);
    stopOnSignals(started.close);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

function loginCommand({ url, accessToken }: StartedOrg): string {
  const { origin } = new URL(url);
  const command = `npx sf org login access-token --instance-url ${origin} --no-prompt --alias local`;
  return `SF_ACCESS_TOKEN='${accessToken}' ${command}`;
}

function stopOnSignals(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a whole number from 0 to 65535.');
}

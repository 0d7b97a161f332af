import { Command, InvalidArgumentError } from 'commander';
import { type Fault, readFault } from './faults';
import { SAMPLE_CREDENTIAL } from './sample-credential';
import { startInsightsApi } from './server';

interface CliOptions {
  reports: string;
  port: number;
  key: string;
  environment: string[];
  tokenSeconds: number;
  fault: Fault[];
}

const program = new Command('insights-api')
  .description('Serves a folder of CSV files as WalkMe Insights reports, on 127.0.0.1 only.')
  .requiredOption('--reports <path>', 'folder of CSV files, each a report, or one CSV file')
  .option('--port <number>', 'port to listen on; 0 takes any free one', wholeNumber, 0)
  .option('--key <key>', 'API key; its secret is read from INSIGHTS_API_SECRET', SAMPLE_CREDENTIAL.key)
  .option('--environment <name>', 'environment to serve, repeatable (default: Production and Test)', append<string>, [])
  .option('--token-seconds <number>', 'lifetime of an access token', wholeNumber, 86400)
  .option(
    '--fault <json>',
    'way to fail, repeatable (docs/insights-api.md)',
    (text, all: Fault[]) => [...all, fault(text)],
    []
  );

function append<T>(value: T, previous: T[]): T[] {
  return [...previous, value];
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return Number(text);
}

function fault(text: string): Fault {
  try {
    return readFault(JSON.parse(text));
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

async function main(): Promise<void> {
  const { key, environment, fault: faults, ...options } = program.parse().opts<CliOptions>();
  const secret = process.env.INSIGHTS_API_SECRET ?? SAMPLE_CREDENTIAL.secret;
  const environments = environment.length > 0 ? environment : undefined;
  const api = await startInsightsApi({ ...options, credentials: [{ key, secret }], environments, faults });
  console.log(`Insights stand-in: ${api.url}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

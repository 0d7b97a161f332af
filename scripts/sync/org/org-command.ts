import { Command, InvalidArgumentError } from 'commander';
import type { OrgAddress } from '../../org-connection/connect';

/** What the sync command was asked to do in an org. */
export interface OrgSyncOptions extends OrgAddress {
  /** Name or Id. */
  readonly integration: string;
  /** A new version of the file that the integration reads. */
  readonly report?: string;
  readonly json?: string;
}

const EXAMPLE = `
Example:
  npm run sync -- --target-org my-sandbox --integration "Survey scores" --report scores.csv

Exit code: 0 Completed, 1 Completed with errors, 2 anything else.`;

/** Whether a command line is about an org, rather than about files and a local org of the command's own. */
export function isAboutOrg(argv: readonly string[]): boolean {
  return argv.some((word) => /^--(target-org|instance-url)(=|$)/.test(word));
}

/** Reads such a command line. @throws CommanderError in one sentence */
export function parseOrgArguments(argv: string[]): OrgSyncOptions {
  const command = new Command('npm run sync --')
    .description('Runs an integration of an org that has the package, waits for its end and shows what came of it.')
    .option('--target-org <name>', 'alias or username of an org that the Salesforce CLI is logged in to')
    .option('--instance-url <url>', 'address of an org, with its token in SF_ACCESS_TOKEN', address)
    .requiredOption('--integration <name>', 'name or Id of the integration')
    .option('--report <file.csv>', 'make this the new version of the uploaded file that it reads')
    .option('--json <file>', 'write the result as JSON')
    .addHelpText('after', EXAMPLE)
    .exitOverride();
  command.parse(argv, { from: 'user' });
  return command.opts<OrgSyncOptions>();
}

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname))) {
    return url.origin;
  }
  throw new InvalidArgumentError('It has to begin with https://, unless it is on this machine.');
}

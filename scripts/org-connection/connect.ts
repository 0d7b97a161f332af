/** The one way in which this project's tooling reaches an org, a local one as well as a real one. */
import type { Connection } from '@salesforce/core';

/** Which org is meant: one that the Salesforce CLI is logged in to, or an address and a token from the environment. */
export interface OrgAddress {
  /** Alias or username. */
  readonly targetOrg?: string;
  readonly instanceUrl?: string;
}

/** Where the token of an org that is named by its address comes from; a command line would show it to everyone. */
export const TOKEN_VARIABLE = 'SF_ACCESS_TOKEN';

/** An org that cannot be reached, told in a sentence. */
export class ConnectionError extends Error {}

/**
 * Connects to an org, and asks it for its version, so that a session that has ended is told at once.
 * @throws ConnectionError
 */
export async function connectToOrg(address: OrgAddress): Promise<Connection> {
  try {
    // Loaded only by commands that need it: it takes most of a second.
    const core = require('@salesforce/core') as typeof import('@salesforce/core');
    const connection = await connectionTo(core, address);
    await connection.identity();
    return connection;
  } catch (error) {
    if (error instanceof ConnectionError) throw error;
    throw new ConnectionError(failureText(address, error as Error));
  }
}

async function connectionTo(
  core: typeof import('@salesforce/core'),
  { targetOrg, instanceUrl }: OrgAddress
): Promise<Connection> {
  if (targetOrg) return (await core.Org.create({ aliasOrUsername: targetOrg })).getConnection();
  if (!instanceUrl) throw new ConnectionError('Name an org by its alias, its username or its address.');
  const accessToken = process.env[TOKEN_VARIABLE];
  if (!accessToken) throw new ConnectionError(`The address of an org needs a token. Set ${TOKEN_VARIABLE}.`);
  const accessTokenOptions = { accessToken, instanceUrl, loginUrl: instanceUrl };
  return core.Connection.create({ authInfo: await core.AuthInfo.create({ accessTokenOptions }) });
}

function failureText({ targetOrg, instanceUrl }: OrgAddress, { name, message }: Error): string {
  const org = targetOrg ?? instanceUrl ?? '';
  if (name === 'NamedOrgNotFoundError') {
    return `The Salesforce CLI knows no org ${org}. Log in with "npx sf org login web --alias ${org}".`;
  }
  // The library wraps what the org said in advice about its own ways to log in.
  const reason = (/Due to: (.+)/.exec(message)?.[1] ?? message.split('\n')[0])?.replace(/\.$/, '');
  return `The org ${org} cannot be used: ${reason}. Log in to it again, and check that it runs.`;
}

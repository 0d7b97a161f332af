import type { Connection } from '@salesforce/core';
import { serveOrg, useTemporaryHome, type ServedOrg } from './fixtures';

/** A served org with a client that has logged in. */
export interface ConnectedOrg {
  readonly served: ServedOrg;
  readonly connection: Connection;
  /** Loaded once the home is a temporary one. */
  readonly core: typeof import('@salesforce/core');
}

/** Serves an org and connects to it by its token, as tools that use @salesforce/core do. */
export async function connectedOrg(): Promise<ConnectedOrg> {
  useTemporaryHome();
  const core = require('@salesforce/core') as ConnectedOrg['core'];
  const served = await serveOrg();
  const { url, token } = served;
  const accessTokenOptions = { accessToken: token, instanceUrl: url, loginUrl: url };
  const authInfo = await core.AuthInfo.create({ accessTokenOptions });
  return { served, core, connection: await core.Connection.create({ authInfo }) };
}

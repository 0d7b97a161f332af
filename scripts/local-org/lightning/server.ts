import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readApplication } from './application';
import { prepareAssets, type Assets } from './assets/assets';
import type { LightningOrg } from './host';
import { routes } from './routes';

/** Where the server finds the project, where it may keep its bundles, and where it listens. */
export interface LightningServerOptions {
  /** The folder with `sfdx-project.json`. */
  projectFolder: string;
  /** The package directory of the project, such as `force-app`. */
  packageFolder?: string;
  /** Where bundles are kept between starts. */
  cacheFolder?: string;
  /** The port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Adds what else the server is to answer. */
  extend?: (server: FastifyInstance) => void;
}

/** A running server. */
export interface LightningServer {
  url: string;
  close(): Promise<void>;
}

/** Builds what is not in the cache, and serves the project's Lightning app on 127.0.0.1. */
export async function createLightningServer(
  org: LightningOrg,
  options: LightningServerOptions
): Promise<LightningServer> {
  const assets = await prepareLightning(options);
  const application = readApplication(packageFolderOf(options));
  const server = routes(org, application, assets);
  options.extend?.(server);
  const url = await listen(server, options.port);
  return { url, close: () => server.close() };
}

/** Builds the bundles if need be. Commands may do so ahead of the start, beside other work. */
export function prepareLightning(options: Omit<LightningServerOptions, 'port'>): Promise<Assets> {
  const packageFolder = packageFolderOf(options);
  const cacheFolder = options.cacheFolder ?? join(options.projectFolder, '.local-org', 'cache', 'lightning');
  return prepareAssets({ packageFolder, cacheFolder, application: readApplication(packageFolder) });
}

function packageFolderOf(options: Omit<LightningServerOptions, 'port'>): string {
  return join(options.projectFolder, options.packageFolder ?? 'force-app');
}

/** Listens on 127.0.0.1, or says in a sentence why that cannot be. */
export async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    return await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`);
    }
    throw error;
  }
}

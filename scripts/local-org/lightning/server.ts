import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { readApplication, type Application } from './application';
import { prepareAssets, type Assets } from './assets/assets';
import { DESIGN_SYSTEM_FOLDER } from './assets/folders';
import { callApex, type ApexAnswer } from './apex-endpoint';
import type { LightningOrg } from './host';
import { renderPage } from './page';
import { sendFile } from './static-files';

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
}

/** A running server. */
export interface LightningServer {
  url: string;
  close(): Promise<void>;
}

const ONE_YEAR = 31_536_000;
const ONE_DAY = 86_400;

/** Builds what is not in the cache, and serves the project's Lightning app on 127.0.0.1. */
export async function createLightningServer(
  org: LightningOrg,
  options: LightningServerOptions
): Promise<LightningServer> {
  const assets = await prepareLightning(options);
  const application = readApplication(packageFolderOf(options));
  const server = fastify({ bodyLimit: 8 * 1024 * 1024 });
  refuseOtherSites(server);
  servePages(server, org, application, assets);
  serveFiles(server, assets);
  serveData(server, org);
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

/** A page of another site must not reach the org through the reader's browser, by name tricks or by posting to it. */
function refuseOtherSites(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? '';
    const origin = request.headers.origin;
    const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
    if (!isLocal || (origin !== undefined && origin !== `http://${host}`)) {
      return reply.code(403).send({ message: 'The local org answers only pages that it served itself.' });
    }
  });
}

function servePages(server: FastifyInstance, org: LightningOrg, application: Application, assets: Assets): void {
  server.get('/', (_request, reply) => reply.redirect(`/lightning/app/${application.name}`));
  for (const path of ['/lightning/app/*', '/lightning/n/*', '/lightning/r/*']) {
    server.get<{ Querystring: { language?: string } }>(path, (request, reply) => {
      const language = request.query.language ?? org.userInfo().language;
      const page = renderPage(org, application, assets, language);
      return reply
        .type('text/html; charset=utf-8')
        .header('Content-Security-Policy', page.contentSecurityPolicy)
        .header('Cache-Control', 'no-store')
        .send(page.html);
    });
  }
}

function serveFiles(server: FastifyInstance, { platform, components }: Assets): void {
  const folders = new Map([platform, components].map(({ id, folder }) => [id, folder]));
  server.get<{ Params: { bundle: string; '*': string } }>('/lightning/assets/:bundle/*', (request, reply) => {
    const folder = folders.get(request.params.bundle);
    return folder
      ? sendFile(reply, folder, request.params['*'], ONE_YEAR)
      : reply.code(404).send({ message: 'The page is older than the server. Reload it.' });
  });
  server.get<{ Params: { '*': string } }>('/lightning/slds/*', (request, reply) =>
    sendFile(reply, DESIGN_SYSTEM_FOLDER, request.params['*'], ONE_DAY)
  );
}

function serveData(server: FastifyInstance, org: LightningOrg): void {
  server.post<{ Params: { method: string }; Body: Record<string, unknown> }>(
    '/lightning/apex/:method',
    async (request, reply) => {
      const answer: ApexAnswer = await callApex(org, request.params.method, request.body);
      return reply.code(answer.status).send(answer.body);
    }
  );
  server.get<{ Params: { id: string } }>('/lightning/record/:id', (request, reply) => {
    const record = org.readRecord?.(request.params.id);
    return record ?? reply.code(404).send({ message: `There is no record ${request.params.id} that you may see.` });
  });
}

async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    return await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`);
    }
    throw error;
  }
}

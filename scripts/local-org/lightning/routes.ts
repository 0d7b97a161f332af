import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { callApex, type ApexAnswer } from './apex-endpoint';
import type { Application } from './application';
import type { Assets } from './assets/assets';
import { DESIGN_SYSTEM_FOLDER } from './assets/folders';
import { serveEvents } from './event-endpoint';
import type { LightningOrg } from './host';
import { renderPage } from './page';
import { resourceFile, sendFile } from './static-files';

const ONE_YEAR = 31_536_000;
const ONE_DAY = 86_400;
const LARGEST_REQUEST = 8 * 1024 * 1024;

/** Everything the browser asks for: pages, bundles, the design system, Apex methods and records. */
export function routes(org: LightningOrg, application: Application, assets: Assets): FastifyInstance {
  const server = localServer();
  servePages(server, org, application, assets);
  serveFiles(server, assets);
  serveStaticResources(server, application);
  serveData(server, org);
  serveEvents(server, org);
  return server;
}

/** A server for this machine alone; clients whose address of the org ends with a slash put two in their paths. */
export function localServer(): FastifyInstance {
  const server = fastify({ bodyLimit: LARGEST_REQUEST, routerOptions: { ignoreDuplicateSlashes: true } });
  refuseOtherSites(server);
  return server;
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
  server.get('/', (request, reply) => reply.redirect(`/lightning/app/${application.name}${queryOf(request.url)}`));
  for (const path of ['/lightning/app/*', '/lightning/n/*', '/lightning/r/*']) {
    server.get<{ Querystring: { language?: string } }>(path, (request, reply) => {
      const language = languageOf(request.query.language) ?? org.userInfo().language;
      const page = renderPage(org, application, assets, language);
      return reply
        .type('text/html; charset=utf-8')
        .header('Content-Security-Policy', page.contentSecurityPolicy)
        .header('Cache-Control', 'no-store')
        .send(page.html);
    });
  }
  // Pages link to Setup: the link says that it leads there in an org, instead of nothing
  server.get('/lightning/setup/*', (request, reply) =>
    reply.code(501).type('text/plain; charset=utf-8').send(`NotModeled: Salesforce Setup (${request.url})`)
  );
}

/** A language that is asked for, such as `fr` or `pt_BR`; anything else is no language. */
function languageOf(text: string | undefined): string | undefined {
  return text && /^[a-z]{2}(_[A-Z]{2})?$/.test(text) ? text : undefined;
}

function queryOf(url: string): string {
  return url.includes('?') ? url.slice(url.indexOf('?')) : '';
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

/** Static resources of one file; those that are archives have paths of their own, which are not modelled. */
function serveStaticResources(server: FastifyInstance, application: Application): void {
  const folder = join(application.folder, 'staticresources');
  server.get<{ Params: { name: string } }>('/resource/:name', (request, reply) =>
    sendFile(reply, folder, resourceFile(folder, request.params.name), 0)
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

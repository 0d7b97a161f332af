import type { AddressInfo } from 'node:net';
import formBody from '@fastify/formbody';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { checkAccess } from './authorization';
import { type ContractOperation, readContract } from './contract';
import { addControl } from './control';
import { type Fault, Faults } from './faults';
import { addFaultHooks } from './fault-hooks';
import { type Backend, createHandlers } from './handlers';
import { Problem, problemBody } from './problem';
import { ReportError } from './reports/report-error';
import { ReportFolder } from './reports/report-folder';
import { SAMPLE_CREDENTIAL } from './sample-credential';
import { type Credential, Tokens } from './tokens';

/** What a stand-in serves, to whom, and how it fails. */
export interface InsightsApiOptions {
  /** A folder of CSV files, each a report, or one CSV file. */
  reports: string;
  /** 0, the default, takes any free port. */
  port?: number;
  credentials?: Credential[];
  /** Environment names, in any case. Default: Production and Test, which every WalkMe account has. */
  environments?: string[];
  /** Lifetime of an access token. Default: 86,400 seconds, as WalkMe's. */
  tokenSeconds?: number;
  faults?: Fault[];
}

/** A stand-in that listens. */
export interface InsightsApi {
  /** Its address, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Serves the contract for a folder of CSV files, on this machine only.
 * @throws Error in one sentence when the port is taken or the folder is missing.
 */
export async function startInsightsApi(options: InsightsApiOptions): Promise<InsightsApi> {
  const server = createServer(options);
  try {
    await server.listen({ host: HOST, port: options.port ?? 0 });
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, options.port);
  }
  const { port } = server.server.address() as AddressInfo;
  return { url: `http://${HOST}:${port}`, close: () => server.close() };
}

/** The server of the contract, not listening yet. */
export function createServer(options: InsightsApiOptions): FastifyInstance {
  const { credentials = [SAMPLE_CREDENTIAL], environments = ['Production', 'Test'], tokenSeconds = 86400 } = options;
  const reports = new ReportFolder(options.reports);
  const backend: Backend = { reports, environments, tokens: new Tokens(credentials, tokenSeconds) };
  const faults = new Faults();
  options.faults?.forEach((fault) => faults.add(fault));
  const server = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    ajv: { customOptions: { strict: false } }
  });
  server.register(formBody);
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const problem = problemOf(error);
    return reply.code(problem.statusCode).headers(problem.headers).send(problemBody(problem.code, problem.message));
  });
  server.setNotFoundHandler(async (request) => {
    throw new Problem(404, 'not-found', `There is nothing at ${request.method} ${request.url}.`);
  });
  addFaultHooks(server, faults, reports);
  addControl(server, faults, backend.tokens);
  addOperations(server, backend);
  return server;
}

/** Binds every operation of the contract to its handler: neither may exist without the other. */
function addOperations(server: FastifyInstance, backend: Backend): void {
  const handlers = createHandlers(backend);
  const operations = readContract();
  const unknown = Object.keys(handlers).filter((name) => !operations.some(({ operationId }) => operationId === name));
  if (unknown.length > 0) {
    throw new Error(`The contract has no operation ${unknown.join(', ')}.`);
  }
  // In a plugin of its own, so that the form parser is there before the routes that use it.
  server.register(async (routes) =>
    operations.forEach((operation) => addOperation(routes, operation, handlers, backend))
  );
}

function addOperation(
  server: FastifyInstance,
  operation: ContractOperation,
  handlers: ReturnType<typeof createHandlers>,
  backend: Backend
): void {
  const { operationId, method, url, schema, accessToken } = operation;
  const handler = handlers[operationId];
  if (!handler) {
    throw new Error(`Nothing handles the contract's operation ${operationId}.`);
  }
  server.route({
    method,
    url,
    schema,
    handler,
    // Before the request is checked: who has no access learns nothing about parameters.
    preValidation: async (request) => {
      if (accessToken !== 'none') {
        checkAccess(request, backend.tokens, accessToken);
      }
    }
  });
}

const REPORT_STATUS = { 'not-found': 404, unreadable: 500, replaced: 409 };

function problemOf(error: FastifyError | Problem | ReportError): Problem {
  if (error instanceof Problem) {
    return error;
  }
  if (error instanceof ReportError) {
    return new Problem(REPORT_STATUS[error.code], error.code, error.message);
  }
  if (error.statusCode && error.statusCode < 500) {
    return new Problem(error.statusCode, 'bad-request', error.message);
  }
  return new Problem(500, 'internal', `The stand-in failed: ${error.message}`);
}

function listenError(error: NodeJS.ErrnoException, port: number | undefined): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${HOST} is taken. Stop what uses it, or choose another port.`);
  }
  return error;
}

import Fastify from 'fastify';
import { loginToken, randomSecret, registerApi } from '../../local-org/api';
import type { LocalOrg } from '../../local-org/org';

/** The org's own REST API, open during a run, so that calls of it can be counted. */
export interface CountedApi {
  /** Requests that arrived, whatever they asked for. */
  requests(): number;
  close(): Promise<void>;
}

/** Opens the API of an org on this machine. */
export async function openCountedApi(org: LocalOrg): Promise<CountedApi> {
  const server = Fastify();
  let requests = 0;
  server.addHook('onRequest', async () => {
    requests += 1;
  });
  registerApi(server, org, loginToken(org, randomSecret()));
  await server.listen({ host: '127.0.0.1', port: 0 });
  return { requests: () => requests, close: () => server.close() };
}

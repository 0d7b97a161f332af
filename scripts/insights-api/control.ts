import type { FastifyInstance } from 'fastify';
import { type Faults, readFault } from './faults';
import type { Tokens } from './tokens';

/** Addresses that begin like this steer the stand-in; they are no part of the contract. */
export const CONTROL_PREFIX = '/__';

/** Adds the addresses that make the stand-in fail: `/__faults` (GET, POST, DELETE) and `/__tokens` (DELETE). */
export function addControl(server: FastifyInstance, faults: Faults, tokens: Tokens): void {
  server.get('/__faults', async () => faults.list());
  server.post('/__faults', async (request, reply) => {
    const fault = readFault(request.body);
    faults.add(fault);
    return reply.code(201).send(fault);
  });
  server.delete('/__faults', async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  server.delete('/__tokens', async (_request, reply) => {
    tokens.revokeAll();
    return reply.code(204).send();
  });
}

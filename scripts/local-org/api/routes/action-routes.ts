import type { FastifyInstance } from 'fastify';
import type { BuiltOrg } from '../../org';
import { listActions, runAction, type ActionInput } from '../actions';
import { baseOf, DATA, type Versioned } from './paths';

/** Invocable Apex. */
export function serveActions(api: FastifyInstance, org: BuiltOrg): void {
  const path = `${DATA}/actions/custom/apex`;
  api.get<Versioned>(path, (request) => listActions(org, `${baseOf(request)}/actions/custom/apex`));
  api.post<{ Params: { action: string }; Body: ActionInput }>(`${path}/:action`, (request, reply) => {
    const { status, body } = runAction(org, request.params.action, request.body);
    return reply.code(status).send(body);
  });
}

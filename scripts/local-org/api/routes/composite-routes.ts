import type { FastifyInstance } from 'fastify';
import type { BuiltOrg } from '../../org';
import { CollectionResource } from '../collections';
import { CompositeResource, type BatchInput, type CompositeInput } from '../composite/composite';
import { saveTree, type TreeInput } from '../composite/tree';
import { QueryResource } from '../queries';
import { RecordResource } from '../records';
import { baseOf, DATA, type Versioned } from './paths';

/** Several requests, or a tree of records, in one. */
export function serveComposite(api: FastifyInstance, org: BuiltOrg): void {
  const records = new RecordResource(org);
  const resources = { records, collections: new CollectionResource(org, records), queries: new QueryResource(org) };
  const composite = new CompositeResource(org, resources);
  for (const slash of ['', '/']) {
    api.post<Versioned & { Body: CompositeInput }>(`${DATA}/composite${slash}`, (request) =>
      composite.composite(request.body, baseOf(request))
    );
    api.post<Versioned & { Body: BatchInput }>(`${DATA}/composite/batch${slash}`, (request) =>
      composite.batch(request.body, baseOf(request))
    );
    api.post<{ Params: { object: string }; Body: TreeInput }>(
      `${DATA}/composite/tree/:object${slash}`,
      (request, reply) => {
        const { status, body } = saveTree(org, records, request.params.object, request.body);
        return reply.code(status).send(body);
      }
    );
  }
}

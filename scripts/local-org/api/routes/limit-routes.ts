import type { FastifyInstance } from 'fastify';
import type { BuiltOrg } from '../../org';
import { limits, recordCounts } from '../limits';
import { DATA, listOf } from './paths';

/** Limits of the org, and how many records it has. */
export function serveLimits(api: FastifyInstance, org: BuiltOrg): void {
  api.get(`${DATA}/limits`, () => limits(org));
  api.get<{ Querystring: { sObjects?: string } }>(`${DATA}/limits/recordCount`, (request) =>
    recordCounts(org, listOf(request.query.sObjects))
  );
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BuiltOrg } from '../../org';
import { refusal } from '../api-error';
import { clientQuery, QueryResource } from '../queries';
import { queryColumns } from '../query-columns';
import { baseOf, DATA } from './paths';

interface QueryRequest {
  readonly Params: { readonly version: string };
  readonly Querystring: { readonly q?: string; readonly columns?: string };
}

/** Queries. @param rooms the org as each part of the API shows it, by the path of the part */
export function serveQueries(api: FastifyInstance, rooms: Readonly<Record<string, BuiltOrg>>): void {
  for (const [room, org] of Object.entries(rooms)) {
    const queries = new QueryResource(org);
    for (const name of ['query', 'queryAll']) {
      const allRows = name === 'queryAll';
      const path = `${DATA}${room}/${name}`;
      const answer = (request: FastifyRequest<QueryRequest>): unknown => {
        const { columns } = request.query;
        const soql = textOf(request.query.q);
        if (columns === 'true') return queryColumns(org.services.schema, clientQuery(org, soql));
        return queries.query({ soql, base: baseOf(request) + room, allRows, options: optionsOf(request) });
      };
      api.get<QueryRequest>(path, answer);
      api.get<QueryRequest>(`${path}/`, answer);
      api.get<{ Params: { version: string; locator: string } }>(`${path}/:locator`, (request) =>
        queries.more(request.params.locator, baseOf(request) + room, optionsOf(request))
      );
    }
  }
}

function textOf(soql: string | undefined): string {
  if (soql) return soql;
  throw refusal(400, 'MALFORMED_QUERY', 'SOQL string cannot be empty');
}

function optionsOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return headers['sforce-query-options'] as string | undefined;
}

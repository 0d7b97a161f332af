import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BuiltOrg } from '../../org';
import { NotModeled } from '../../values/not-modeled';
import { refusal } from '../api-error';
import { CollectionResource, type CollectionInput } from '../collections';
import type { RecordInput } from '../record-input';
import { externalIdField, RecordResource, type UpsertAnswer } from '../records';
import { isWritable, type Tooling, type ToolingOrg } from '../tooling';
import { baseOf, DATA, listOf } from './paths';

interface Row {
  readonly Params: { readonly version: string; readonly object: string; readonly id: string };
  readonly Querystring: { readonly fields?: string };
  readonly Body: RecordInput;
}

interface External {
  readonly Params: {
    readonly version: string;
    readonly object: string;
    readonly field: string;
    readonly value: string;
  };
  readonly Body: RecordInput;
}

/** Records, one by one and many at a time. */
export function serveRecords(api: FastifyInstance, org: BuiltOrg): void {
  const records = new RecordResource(org);
  serveRows(api, records, `${DATA}/sobjects/:object`);
  serveExternalIds(api, records);
  serveCollections(api, new CollectionResource(org, records), `${DATA}/composite/sobjects`);
}

/** Records of the Tooling API, of which few can be written. */
export function serveToolingRecords(api: FastifyInstance, tooling: Tooling): void {
  const { org, logs, tests } = tooling;
  void api.register(async (part) => {
    part.addHook('preHandler', async (request) => {
      for (const name of request.method === 'GET' ? [] : writtenObjects(org, request)) requireWritable(name);
    });
    part.addHook('onResponse', async ({ method }) => {
      if (method === 'GET') return;
      logs.traceFlags.forget();
      tests.stopAborted();
    });
    const records = new RecordResource(org);
    serveRows(part, records, `${DATA}/tooling/sobjects/:object`);
    serveCollections(part, new CollectionResource(org, records), `${DATA}/tooling/composite/sobjects`);
  });
}

/** Of a single record, or of the records of a collection. */
function writtenObjects({ services }: ToolingOrg, request: FastifyRequest): string[] {
  const { object } = request.params as { object?: string };
  if (object) return [services.schema.object(object)?.name ?? object];
  const { ids: list } = request.query as Collection['Querystring'];
  const { records = [] } = (request.body ?? {}) as { records?: readonly { attributes?: { type?: string } }[] };
  const ids = listOf(list).map((id) => services.schema.byKeyPrefix(id.slice(0, 3))?.name ?? '');
  return [...ids, ...records.map(({ attributes }) => services.schema.object(attributes?.type ?? '')?.name ?? '')];
}

function requireWritable(objectName: string): void {
  if (!isWritable(objectName)) throw new NotModeled(`writing ${objectName} by the Tooling API`);
}

function serveRows(api: FastifyInstance, records: RecordResource, rows: string): void {
  api.post<Row>(rows, (request, reply) =>
    reply.code(201).send(records.create(request.params.object, requireBody(request.body)))
  );
  api.get<Row>(`${rows}/:id`, (request) => {
    const { object, id } = request.params;
    return records.read(object, id, listOf(request.query.fields), baseOf(request));
  });
  api.patch<Row>(`${rows}/:id`, (request, reply) => {
    const { object, id } = request.params;
    records.update(object, id, requireBody(request.body));
    return reply.code(204).send();
  });
  api.delete<Row>(`${rows}/:id`, (request, reply) => {
    records.delete(request.params.object, request.params.id);
    return reply.code(204).send();
  });
}

function serveExternalIds(api: FastifyInstance, records: RecordResource): void {
  const path = `${DATA}/sobjects/:object/:field/:value`;
  api.patch<External>(path, (request, reply) => {
    const { object, field, value } = request.params;
    const body = requireBody(request.body);
    if (field.toLowerCase() === 'id') {
      records.update(object, value, body);
      return reply.code(204).send();
    }
    const answer = records.upsert(object, field, value, body);
    return sendUpsert(reply, answer, `${baseOf(request)}/sobjects/${object}`);
  });
  // The same shape of path holds a record by external id and the bytes of a file field.
  api.get<External>(path, (request, reply) => {
    const { object: name, field, value } = request.params;
    const object = records.object(name);
    if (object.fields.get(value.toLowerCase())?.type === 'BASE64') {
      return reply.type('application/octet-stream').send(records.bytes(name, field, value));
    }
    const ids = records.having(object, externalIdField(object, field), value);
    const path = `${baseOf(request)}/sobjects/${object.name}`;
    if (ids.length > 1) return sendUpsert(reply, { kind: 'several', ids }, path);
    return reply.send(records.read(name, ids[0] ?? '', [], baseOf(request)));
  });
}

/** Several records with one external id: their paths, with status 300. */
function sendUpsert(reply: FastifyReply, answer: UpsertAnswer, path: string): FastifyReply {
  if (answer.kind === 'several') return reply.code(300).send(answer.ids.map((id) => `${path}/${id}`));
  return reply.code(answer.result.created ? 201 : 200).send(answer.result);
}

interface Collection {
  readonly Params: { readonly version: string; readonly object: string; readonly field: string };
  readonly Querystring: { readonly ids?: string; readonly fields?: string; readonly allOrNone?: string };
  readonly Body: CollectionInput & { readonly ids?: readonly string[]; readonly fields?: readonly string[] };
}

function serveCollections(api: FastifyInstance, collections: CollectionResource, path: string): void {
  api.post<Collection>(path, (request) => collections.insert(request.body));
  api.patch<Collection>(path, (request) => collections.update(request.body));
  api.delete<Collection>(path, (request) =>
    collections.delete(listOf(request.query.ids), request.query.allOrNone === 'true')
  );
  api.patch<Collection>(`${path}/:object/:field`, (request) =>
    collections.upsert(request.params.object, request.params.field, request.body)
  );
  api.get<Collection>(`${path}/:object`, (request) => {
    const { ids, fields } = request.query;
    return collections.retrieve(request.params.object, listOf(ids), listOf(fields), baseOf(request));
  });
  api.post<Collection>(`${path}/:object`, (request) => {
    const { ids = [], fields = [] } = request.body;
    return collections.retrieve(request.params.object, ids, fields, baseOf(request));
  });
}

function requireBody(body: unknown): RecordInput {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as RecordInput;
  throw refusal(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
}

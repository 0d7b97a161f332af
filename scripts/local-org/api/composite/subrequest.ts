/** One request inside another: what it is about, done at once. @see "Composite Resources", REST API Developer Guide */
import { NotModeled } from '../../values/not-modeled';
import type { CollectionInput, CollectionResource } from '../collections';
import { asRefusal } from '../error-answers';
import type { QueryResource } from '../queries';
import type { RecordInput } from '../record-input';
import type { Json } from '../record-json';
import type { RecordResource, UpsertAnswer } from '../records';
import { listOf } from '../routes/paths';

/** What a part of a composite request asks for. */
export interface Subrequest {
  readonly method: string;
  /** Below the version, such as `sobjects/Account`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** What becomes of it. */
export interface Subanswer {
  readonly status: number;
  readonly body: Json;
  readonly location?: string;
}

/** The resources that a part may use. */
export interface Resources {
  readonly records: RecordResource;
  readonly collections: CollectionResource;
  readonly queries: QueryResource;
}

/** Reads a URL, with or without the path before the version. */
export function readUrl(url: string): { path: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url.startsWith('/') ? url : `/${url}`, 'http://localhost');
  const path = pathname.replace(/^\/(services\/data\/)?v\d+\.0\//, '').replace(/^\/+/, '');
  return { path: decodeURIComponent(path), query: searchParams };
}

/** Does a part; what is refused is an answer, too. */
export function answerSubrequest(resources: Resources, request: Subrequest, base: string): Subanswer {
  try {
    return done(resources, request, base);
  } catch (error) {
    const { status, problems } = asRefusal(error);
    return { status, body: problems as unknown as Json };
  }
}

function done(resources: Resources, request: Subrequest, base: string): Subanswer {
  const { method, path, query } = request;
  const parts = path.split('/');
  if (path === 'query' && method === 'GET') {
    return { status: 200, body: resources.queries.query({ soql: query.get('q') ?? '', base }) };
  }
  if (path === 'composite/sobjects') return collection(resources.collections, request);
  if (parts[0] === 'sobjects' && parts.length >= 2) return record(resources.records, request, parts.slice(1), base);
  throw new NotModeled(`${method} ${path} inside a composite request`);
}

function record(records: RecordResource, request: Subrequest, parts: readonly string[], base: string): Subanswer {
  const [object = '', key = '', value = ''] = parts;
  const input = (request.body ?? {}) as RecordInput;
  const path = `${base}/sobjects/${object}`;
  switch (`${request.method} ${parts.length}`) {
    case 'POST 1': {
      const result = records.create(object, input);
      return { status: 201, body: result as unknown as Json, location: `${path}/${result.id ?? ''}` };
    }
    case 'GET 2':
      return { status: 200, body: records.read(object, key, listOf(request.query.get('fields') ?? ''), base) };
    case 'PATCH 2':
      records.update(object, key, input);
      return { status: 204, body: null };
    case 'DELETE 2':
      records.delete(object, key);
      return { status: 204, body: null };
    case 'PATCH 3':
      return upserted(records.upsert(object, key, value, input), path);
    default:
      throw new NotModeled(`${request.method} ${request.path} inside a composite request`);
  }
}

function upserted(answer: UpsertAnswer, path: string): Subanswer {
  if (answer.kind === 'several') return { status: 300, body: answer.ids.map((id) => `${path}/${id}`) };
  return { status: answer.result.created ? 201 : 200, body: answer.result as unknown as Json };
}

function collection(collections: CollectionResource, { method, query, body }: Subrequest): Subanswer {
  const input = body as CollectionInput;
  const results = {
    POST: () => collections.insert(input),
    PATCH: () => collections.update(input),
    DELETE: () => collections.delete(listOf(query.get('ids') ?? ''), query.get('allOrNone') === 'true')
  }[method];
  if (!results) throw new NotModeled(`${method} composite/sobjects inside a composite request`);
  return { status: 200, body: results() as unknown as Json };
}

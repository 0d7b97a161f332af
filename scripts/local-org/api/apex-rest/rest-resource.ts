/** Classes that answer requests, by their paths. @see "RestResource Annotation", Apex Developer Guide */
import type { ClassMetadata, MethodMetadata } from '../../apex';
import type { BuiltOrg } from '../../org';
import { refusal } from '../api-error';

/** The annotations by HTTP method. */
const ANNOTATIONS: Readonly<Record<string, string>> = {
  GET: 'httpget',
  POST: 'httppost',
  PUT: 'httpput',
  PATCH: 'httppatch',
  DELETE: 'httpdelete'
};

/** A method that answers. */
export interface RestTarget {
  readonly owner: ClassMetadata;
  readonly method: MethodMetadata;
  /** As the class gives it, such as `/Account/*`. */
  readonly mapping: string;
}

/**
 * The method for a request; of several mappings that fit, an exact one wins, then the longest.
 * @param path below `/services/apexrest`
 * @throws ApiError NOT_FOUND or METHOD_NOT_ALLOWED
 */
export function restTarget({ apex }: BuiltOrg, verb: string, path: string): RestTarget {
  const fitting = apex.program
    .classes()
    .flatMap((owner) => {
      const mapping = mappingOf(owner);
      return mapping !== null && fits(mapping, path) ? [{ owner, mapping }] : [];
    })
    .sort((a, b) => rank(b.mapping) - rank(a.mapping));
  const [found] = fitting;
  if (!found) throw refusal(404, 'NOT_FOUND', 'Could not find a match for URL');
  const method = methodFor(found.owner, verb);
  if (method) return { ...found, method };
  const allowed = Object.keys(ANNOTATIONS).filter((name) => methodFor(found.owner, name));
  const message = `HTTP Method '${verb}' not allowed. Allowed are ${allowed.join(',')}`;
  throw refusal(405, 'METHOD_NOT_ALLOWED', message);
}

function mappingOf({ annotations }: ClassMetadata): string | null {
  const annotation = annotations.find(({ name }) => name.toLowerCase() === 'restresource');
  const mapping = annotation?.parameters['urlmapping'];
  return typeof mapping === 'string' ? mapping : null;
}

/** "URL mappings are case-sensitive"; a star stands for whatever follows. */
function fits(mapping: string, path: string): boolean {
  if (!mapping.endsWith('*')) return path === mapping || path === `${mapping}/`;
  const begin = mapping.slice(0, -1);
  return path.startsWith(begin) || `${path}/` === begin;
}

function rank(mapping: string): number {
  return mapping.endsWith('*') ? mapping.length : Number.MAX_SAFE_INTEGER;
}

function methodFor({ methods }: ClassMetadata, verb: string): MethodMetadata | undefined {
  const wanted = ANNOTATIONS[verb];
  return methods.find(({ annotations }) => annotations.some(({ name }) => name.toLowerCase() === wanted));
}

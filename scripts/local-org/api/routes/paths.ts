/** Paths of the resources. */
import type { FastifyRequest } from 'fastify';
import { notFound } from '../api-error';
import { isVersion } from '../identity';

/** Where the resources of a version are. */
export const DATA = '/services/data/:version';

/** Requests below {@link DATA}. */
export interface Versioned {
  readonly Params: { readonly version: string };
}

/**
 * The path of the version's resources, such as `/services/data/v67.0`.
 * @throws ApiError NOT_FOUND for a version that there is not
 */
export function baseOf(request: { readonly params: unknown }): string {
  const { version } = request.params as Versioned['Params'];
  if (!isVersion(version)) throw notFound();
  return `/services/data/${version}`;
}

/** The server's own address as the client knows it. */
export function siteOf(request: FastifyRequest): string {
  return `http://${request.headers.host ?? ''}`;
}

/** The names in a parameter that lists them with commas. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

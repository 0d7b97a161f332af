import type { FastifyInstance } from 'fastify';
import type { BuiltOrg } from '../../org';
import { notFound } from '../api-error';
import { identity, organizationId, resources, userInfo, versions } from '../identity';
import { baseOf, DATA, siteOf, type Versioned } from './paths';

/** Versions, resources, and who is logged in. */
export function serveIdentity(api: FastifyInstance, org: BuiltOrg): void {
  api.get('/services/data', () => versions());
  api.get('/services/data/', () => versions());
  api.get<Versioned>(DATA, (request) => resources(org, baseOf(request), siteOf(request)));
  api.get<Versioned>(`${DATA}/`, (request) => resources(org, baseOf(request), siteOf(request)));
  api.get('/services/oauth2/userinfo', (request) => userInfo(org, siteOf(request)));
  api.get<{ Params: { organization: string; user: string } }>('/id/:organization/:user', (request) => {
    const { organization, user } = request.params;
    if (organization !== organizationId(org) || user !== org.user.id) throw notFound();
    return identity(org, siteOf(request));
  });
}

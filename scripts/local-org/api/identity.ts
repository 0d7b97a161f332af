/** Who is logged in, and where. @see "Identity URLs" and "UserInfo Endpoint", Salesforce Help */
import type { BuiltOrg } from '../org';
import type { Json } from './record-json';

/** The newest version whose behaviour the local org models ("apiVersion", sfdx-project.json of this project). */
const NEWEST_VERSION = 67;
/** Versions before are retired ("Salesforce Platform API Versions 21.0 through 30.0 Retirement"). */
const OLDEST_VERSION = 31;

/** The versions that there are, newest last. */
export function versions(): Json {
  return Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, index) => {
    const version = `${OLDEST_VERSION + index}.0`;
    return { label: `Local simulation of version ${version}`, url: `/services/data/v${version}`, version };
  });
}

/** Whether a version such as `v67.0` is one of them. */
export function isVersion(text: string): boolean {
  const match = /^v(\d+)\.0$/.exec(text);
  return match !== null && Number(match[1]) >= OLDEST_VERSION && Number(match[1]) <= NEWEST_VERSION;
}

/** The Id of the org. */
export function organizationId({ services }: BuiltOrg): string {
  const [organization] = services.database.system.find('Organization', {});
  if (!organization) throw new Error('The database has no organization.');
  return String(organization['Id']);
}

/** The resources of a version. @param site the server's own address, such as `http://127.0.0.1:8410` */
export function resources(org: BuiltOrg, base: string, site: string): Json {
  const names = ['sobjects', 'query', 'queryAll', 'composite', 'tooling', 'limits'];
  return { identity: identityUrl(org, site), ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])) };
}

/** What `/services/oauth2/userinfo` answers. */
export function userInfo(org: BuiltOrg, site: string): Json {
  const { user } = org;
  return {
    sub: identityUrl(org, site),
    user_id: user.id,
    organization_id: organizationId(org),
    preferred_username: user.username,
    name: user.name,
    given_name: user.firstName,
    family_name: user.lastName,
    email: user.email,
    zoneinfo: user.timeZone,
    language: user.language,
    locale: user.locale,
    user_type: 'STANDARD',
    urls: urlsOf(org, site)
  };
}

/** What the identity URL answers. */
export function identity(org: BuiltOrg, site: string): Json {
  const { user } = org;
  return {
    id: identityUrl(org, site),
    asserted_user: true,
    user_id: user.id,
    organization_id: organizationId(org),
    username: user.username,
    display_name: user.name,
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: user.timeZone,
    language: user.language,
    locale: user.locale,
    active: true,
    user_type: 'STANDARD',
    urls: urlsOf(org, site)
  };
}

function identityUrl(org: BuiltOrg, site: string): string {
  return `${site}/id/${organizationId(org)}/${org.user.id}`;
}

function urlsOf({ user }: BuiltOrg, site: string): Json {
  const rest = `${site}/services/data/v{version}`;
  return {
    rest: `${rest}/`,
    sobjects: `${rest}/sobjects/`,
    query: `${rest}/query/`,
    tooling_rest: `${rest}/tooling/`,
    custom_domain: site,
    profile: `${site}/${user.id}`
  };
}

import { NotModeled } from '../values/not-modeled';
import { CalloutException } from '../values/exceptions';
import type { CredentialMetadata } from './credential-metadata';
import type { ExternalCredentialDefinition, LocalEndpoint, NamedCredentialDefinition } from './credential-model';
import type { CredentialVault, CredentialValues } from './credential-vault';
import type { Transport } from './transport';
import type { WireResponse } from './wire';

/** A `callout:` endpoint, resolved. */
export interface ResolvedEndpoint {
  readonly url: string;
  /** The value of the Authorization header, or null where the credential sends none. */
  authorization(): string | null;
  /** Fetches a new token after a 401. @returns false when there is nothing to renew */
  renew(): boolean;
}

/** Whether the running user may use a principal of an external credential. */
export type PrincipalCheck = (externalCredential: string, principal: string) => boolean;

/** What a token is asked for with. */
interface Grant {
  readonly definition: NamedCredentialDefinition;
  readonly external: ExternalCredentialDefinition;
  readonly local: LocalEndpoint;
  readonly principal: string;
}

interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

const OAUTH_CLIENT_CREDENTIALS = 'ClientCredentialsClientSecretBasic';
const TOKEN_TIMEOUT_MILLISECONDS = 10_000;
const TOKEN_MAXIMUM_BYTES = 100_000;

/** What the credentials of an org are made of. */
export interface CredentialParts {
  readonly metadata: CredentialMetadata;
  /** Where each named credential leads on this machine, by its name, and what an admin has entered there at first. */
  readonly endpoints: Readonly<Record<string, LocalEndpoint>>;
  readonly transport: Transport;
  readonly vault: CredentialVault;
  readonly now: () => number;
}

/** Named and external credentials of one org. Secrets stay in here: no error, log line or Apex value carries one. */
export class Credentials {
  private readonly parts: CredentialParts;
  private readonly endpoints: Map<string, LocalEndpoint>;
  private readonly tokens = new Map<string, Token>();

  constructor(parts: CredentialParts) {
    this.parts = parts;
    this.endpoints = new Map(Object.entries(parts.endpoints).map(([name, endpoint]) => [name.toLowerCase(), endpoint]));
    this.enterFirstValues();
  }

  /** The credentials that the project declares. */
  get metadata(): CredentialMetadata {
    return this.parts.metadata;
  }

  /** What was entered for a principal, or null for nothing. */
  valuesOf(externalCredential: string, principal: string): CredentialValues | null {
    return this.parts.vault.read(externalCredential, principal);
  }

  /** Enters values for a principal, or takes them away; tokens fetched with the former ones are forgotten. */
  enter(externalCredential: string, principal: string, values: CredentialValues | null): void {
    if (values) this.parts.vault.write(externalCredential, principal, values);
    else this.parts.vault.delete(externalCredential, principal);
    this.tokens.clear();
  }

  /**
   * Resolves `callout:Name/path`.
   * @param mayUse whether the running user may use a principal of an external credential
   * @throws CalloutException in the platform's words when the credential does not exist
   * @see "Invoking Callouts Using Named Credentials", Apex Developer Guide
   */
  resolve(endpoint: string, mayUse: PrincipalCheck): ResolvedEndpoint {
    const [, name = '', path = ''] = /^callout:([^/?]+)(.*)$/i.exec(endpoint) ?? [];
    const definition = this.parts.metadata.named.get(name.toLowerCase());
    if (!definition) throw credentialNotFound('named credential', name);
    if (!definition.calloutEnabled) throw new NotModeled(`callouts of a named credential that is not enabled: ${name}`);
    const local = this.endpoints.get(name.toLowerCase());
    if (!local) throw noLocalAddress(definition);
    const url = local.url.replace(/\/$/, '') + path;
    return {
      url,
      authorization: () => this.authorization(definition, local, mayUse),
      renew: () => this.tokens.delete(tokenKey(definition))
    };
  }

  private enterFirstValues(): void {
    const { metadata, vault } = this.parts;
    for (const [name, { clientId, clientSecret }] of this.endpoints) {
      const external = metadata.external.get(metadata.named.get(name)?.externalCredential?.toLowerCase() ?? '');
      if (!external || !clientId || !clientSecret) continue;
      vault.seed(external.name, external.principals[0] ?? '', {
        clientId: { value: clientId, encrypted: false },
        clientSecret: { value: clientSecret, encrypted: true }
      });
    }
  }

  private authorization(
    definition: NamedCredentialDefinition,
    local: LocalEndpoint,
    mayUse: PrincipalCheck
  ): string | null {
    if (!definition.externalCredential || !definition.generateAuthorizationHeader) return null;
    const external = this.parts.metadata.external.get(definition.externalCredential.toLowerCase());
    if (!external) throw credentialNotFound('external credential', definition.externalCredential);
    const principal = external.principals.find((name) => mayUse(external.name, name));
    if (principal === undefined) throw credentialNotFound('external credential', external.name);
    if (external.protocol === 'NoAuthentication' || external.variant === 'NoAuthentication') return null;
    if (external.protocol === 'Oauth' && external.variant === OAUTH_CLIENT_CREDENTIALS) {
      return `Bearer ${this.token({ definition, external, local, principal })}`;
    }
    throw new NotModeled(
      `authentication protocol ${external.protocol} ${external.variant ?? ''} (external credential ${external.name})`
    );
  }

  private token(grant: Grant): string {
    const known = this.tokens.get(tokenKey(grant.definition));
    if (known && known.expiresAt > this.parts.now()) return known.value;
    const token = this.fetchToken(grant);
    this.tokens.set(tokenKey(grant.definition), token);
    return token.value;
  }

  private fetchToken({ external, local, principal }: Grant): Token {
    const values = this.valuesOf(external.name, principal);
    const clientId = values?.['clientId']?.value;
    const clientSecret = values?.['clientSecret']?.value;
    if (!clientId || !clientSecret || !local.tokenUrl) throw credentialNotFound('external credential', external.name);
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (external.scope) form.set('scope', external.scope);
    const response = this.parts.transport({
      method: 'POST',
      url: local.tokenUrl,
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded'
      },
      body: Buffer.from(form.toString()),
      timeoutMilliseconds: TOKEN_TIMEOUT_MILLISECONDS,
      maximumBytes: TOKEN_MAXIMUM_BYTES
    });
    return readToken(response, this.parts.now());
  }
}

function tokenKey(definition: NamedCredentialDefinition): string {
  return definition.name.toLowerCase();
}

function readToken(response: WireResponse, now: number): Token {
  if (response.kind !== 'answer') throw tokenNotFetched(response.kind, response.detail);
  const body = parseObject(response.body);
  const token = body['access_token'];
  if (response.status !== 200 || typeof token !== 'string') {
    throw tokenNotFetched(text(body['error'], String(response.status)), text(body['error_description'], ''));
  }
  const seconds = Number(body['expires_in'] ?? 0);
  return { value: token, expiresAt: now + (seconds > 0 ? seconds * 1000 : 0) };
}

/** An error may be a word (RFC 6749) or an object with code and message; both are told, and nothing else of the body. */
function text(value: unknown, otherwise: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'code' in value) return String(value.code);
  return otherwise;
}

function parseObject(body: Uint8Array): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The platform's words for a failed client credentials flow. */
function tokenNotFetched(error: string, description: string): Error {
  const detail = description === '' ? '' : ` Error description: ${description}.`;
  return new CalloutException(`Unable to fetch the OAuth token. Error: ${error}.${detail}`);
}

/** The platform's words; it tells a missing credential and a missing permission with one sentence. */
function credentialNotFound(kind: 'named credential' | 'external credential', name: string): Error {
  return new CalloutException(
    kind === 'named credential'
      ? `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`
      : `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${name}" might not exist.`
  );
}

function noLocalAddress(definition: NamedCredentialDefinition): Error {
  return new CalloutException(
    `Connection refused: the local org has no address for named credential "${definition.name}" (${definition.url}); it calls nothing outside this machine.`
  );
}

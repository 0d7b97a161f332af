import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { Credentials } from './credentials';
import type { CredentialMetadata } from './credential-metadata';
import { CredentialVault } from './credential-vault';
import { workerTransport } from './transport';
import type { WireResponse } from './wire';

/** For what answers sooner or later, on a busy machine too. */
const PATIENCE = 120_000;

const transport = workerTransport();
let server: Worker;
let address: string;

beforeAll(async () => {
  server = new Worker(join(__dirname, 'testing', 'echo-server.mjs'));
  const [port] = (await once(server, 'message')) as [number];
  address = `http://127.0.0.1:${port}`;
});

afterAll(() => server.terminate());

function get(path: string, options: { headers?: Record<string, string>; timeout?: number } = {}): WireResponse {
  const { headers = {}, timeout = PATIENCE } = options;
  const url = address + path;
  return transport({ method: 'GET', url, headers, body: null, timeoutMilliseconds: timeout, maximumBytes: 1_000 });
}

function textOf(response: WireResponse): string {
  if (response.kind !== 'answer') throw new Error(`No answer but ${response.kind}: ${response.detail}`);
  return Buffer.from(response.body).toString('utf8');
}

describe('the transport of callouts', () => {
  test('sends headers and reads the answer', () => {
    const response = get('/echo', { headers: { range: 'bytes=0-9' } });
    expect(JSON.parse(textOf(response))).toMatchObject({ range: 'bytes=0-9', 'accept-encoding': 'identity' });
  });

  test('does not follow redirects, as Http.send does not (Apex Developer Guide, "HTTP Classes")', () => {
    expect(get('/redirect')).toMatchObject({ kind: 'answer', status: 302 });
  });

  test.each([
    ['/cut', 'cutOff', PATIENCE],
    ['/large', 'tooLarge', PATIENCE],
    ['/silent', 'timeout', 300]
  ])('tells what went wrong on %s', (path, kind, timeout) => {
    expect(get(path, { timeout })).toMatchObject({ kind });
  });

  test('tells that nobody listens', () => {
    const url = address.replace(/:\d+$/, ':9');
    const request = { method: 'GET', headers: {}, body: null, timeoutMilliseconds: PATIENCE, maximumBytes: 10 };
    expect(transport({ ...request, url })).toMatchObject({ kind: expect.stringMatching(/refused|failed/) });
  });
});

function memoryVault(): CredentialVault {
  const facts = new Map<string, string>();
  return new CredentialVault({ meta: (key) => facts.get(key), setMeta: (key, value) => void facts.set(key, value) });
}

const anyone = (): boolean => true;

describe('named credentials', () => {
  const metadata: CredentialMetadata = {
    named: new Map([
      [
        'reports',
        {
          name: 'Reports',
          label: 'Reports',
          calloutEnabled: true,
          url: 'https://reports.example.com',
          externalCredential: 'Reports',
          generateAuthorizationHeader: true,
          allowMergeFieldsInBody: false,
          allowMergeFieldsInHeader: false
        }
      ]
    ]),
    external: new Map([
      [
        'reports',
        {
          name: 'Reports',
          label: 'Reports',
          protocol: 'Oauth',
          variant: 'ClientCredentialsClientSecretBasic',
          authProviderUrl: 'https://reports.example.com/token',
          scope: null,
          principals: ['Main']
        }
      ]
    ])
  };

  function credentials(clientSecret: string, now = (): number => 0): Credentials {
    const endpoint = { url: address, tokenUrl: `${address}/token`, clientId: 'key', clientSecret };
    return new Credentials({ metadata, endpoints: { Reports: endpoint }, transport, vault: memoryVault(), now });
  }

  test('fetch a token with the secret, keep it while it is valid and renew it when asked', () => {
    let now = 0;
    const resolved = credentials('secret', () => now).resolve('callout:Reports/echo?a=b', anyone);
    expect(resolved.url).toBe(`${address}/echo?a=b`);
    const first = resolved.authorization();
    expect(first).toMatch(/^Bearer token-\d+$/);
    expect(resolved.authorization()).toBe(first);
    now = 61_000;
    const second = resolved.authorization();
    expect(second).not.toBe(first);
    expect(resolved.renew()).toBe(true);
    expect(resolved.authorization()).not.toBe(second);
  });

  test('say that the token was refused, and never the secret', () => {
    const resolve = (): unknown => credentials('wrong-secret').resolve('callout:Reports/echo', anyone).authorization();
    expect(resolve).toThrow(
      'Unable to fetch the OAuth token. Error: invalid_client. Error description: client authentication failed.'
    );
    expect(resolve).not.toThrow(/wrong-secret/);
  });

  test('word a missing credential as the platform does', () => {
    expect(() => credentials('secret').resolve('callout:Absent/x', anyone)).toThrow(
      'The callout couldn\'t access the endpoint. You might not have the required permissions, or the named credential "Absent" might not exist.'
    );
  });

  test('word a principal that the user may not use as one that is not there', () => {
    const resolved = credentials('secret').resolve('callout:Reports/echo', () => false);
    expect(() => resolved.authorization()).toThrow(
      'We couldn\'t access the credential(s). You might not have the required permissions, or the external credential "Reports" might not exist.'
    );
  });

  test('refuse to leave this machine when no local address is given', () => {
    const without = new Credentials({ metadata, endpoints: {}, transport, vault: memoryVault(), now: () => 0 });
    expect(() => without.resolve('callout:Reports/echo', anyone)).toThrow(/no address for named credential "Reports"/);
  });
});

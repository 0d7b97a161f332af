import { createServer, type AddressInfo } from 'node:net';
import { readApplication } from './application';
import { bundle } from './assets/cache';
import type { LightningOrg } from './host';
import { routes } from './routes';
import { listen } from './server';
import { PACKAGE, folderWith, orgWith } from './testing/fixtures';

const HOST = '127.0.0.1:80';

function serverWith(parts: Partial<LightningOrg> = {}, files: Record<string, string> = PACKAGE) {
  const cache = folderWith({
    'platform-1/start.js': 'start();',
    'components-1/package-components.js': '',
    'secret.js': ''
  });
  const assets = {
    platform: bundle(cache, 'platform', '1'),
    components: bundle(cache, 'components', '1')
  };
  return routes(orgWith(parts), readApplication(folderWith(files)), assets);
}

const get = (url: string, parts: Partial<LightningOrg> = {}, headers: Record<string, string> = {}) =>
  serverWith(parts).inject({ url, headers: { host: HOST, ...headers } });

const contextOf = (html: string) => JSON.parse(/id="local-org-context">(.*?)<\/script>/.exec(html)![1]);

describe('a static resource', () => {
  const withResource = {
    ...PACKAGE,
    'staticresources/Charts.js': 'draw();',
    'staticresources/Charts.resource-meta.xml': ''
  };
  const ask = (url: string) => serverWith({}, withResource).inject({ url, headers: { host: HOST } });

  it('is served without its ending', async () => {
    const { body, headers } = await ask('/resource/Charts');
    expect(body).toBe('draw();');
    expect(headers['content-type']).toContain('text/javascript');
  });

  it('is not found where there is none, or where its name leads elsewhere', async () => {
    expect((await ask('/resource/Nothing')).statusCode).toBe(404);
    expect((await ask('/resource/..%2Ftabs%2FFirst')).statusCode).toBe(404);
  });
});

describe('a page', () => {
  it('carries user, labels and app, and loads the two bundles', async () => {
    const { body } = await get('/lightning/n/First', { labels: () => ({ Hello: 'Hello' }) });
    const context = contextOf(body);
    expect(context.labels).toEqual({ Hello: 'Hello' });
    expect(context.user).toMatchObject({ name: 'Local Admin', locale: 'en-US' });
    expect(context.application.tabs).toMatchObject([{ name: 'First', component: 'first' }, { name: 'Second' }]);
    expect(body).toContain('src="/lightning/assets/platform-1/start.js"');
    expect(body).toContain('"package-components":"/lightning/assets/components-1/package-components.js"');
  });

  it('does not tell the browser where it is on this machine', async () => {
    expect(contextOf((await get('/lightning/n/First')).body).application).not.toHaveProperty('folder');
  });

  it('speaks the language that is asked for', async () => {
    const labels = jest.fn().mockReturnValue({});
    const context = contextOf((await get('/lightning/n/First?language=fr', { labels })).body);
    expect(labels).toHaveBeenCalledWith('fr');
    expect(context.user).toMatchObject({ language: 'fr', locale: 'fr' });
    expect(context.application.tabs[0].label).toBe('Premier');
    expect(context.shell.simulation).toBe('Simulation locale');
  });

  it.each(['../../fr', 'nonsense', ''])('stays with the language of the user when asked for "%s"', async (language) => {
    const { body } = await get(`/lightning/n/First?language=${encodeURIComponent(language)}`);
    expect(contextOf(body).user).toMatchObject({ language: 'en_US', locale: 'en-US' });
  });

  it('lets no label end the script that it stands in', async () => {
    const { body } = await get('/lightning/n/First', { labels: () => ({ Bad: '</script><script>alert(1)</script>' }) });
    expect(body).not.toContain('<script>alert');
    expect(contextOf(body).labels.Bad).toBe('</script><script>alert(1)</script>');
  });

  it('may load nothing from elsewhere', async () => {
    const { headers } = await get('/lightning/n/First');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('of Setup says by name that it is not modelled', async () => {
    const { statusCode, body } = await get('/lightning/setup/NamedCredential/home');
    expect([statusCode, body]).toEqual([501, 'NotModeled: Salesforce Setup (/lightning/setup/NamedCredential/home)']);
  });

  it('is where / leads', async () => {
    expect((await get('/')).headers.location).toBe('/lightning/app/Demo');
    expect((await get('/?language=fr')).headers.location).toBe('/lightning/app/Demo?language=fr');
  });
});

describe('files', () => {
  it('come from the bundles and the design system', async () => {
    expect((await get('/lightning/assets/platform-1/start.js')).body).toBe('start();');
    const styles = await get('/lightning/slds/styles/salesforce-lightning-design-system.min.css');
    expect(styles.headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it.each(['../secret.js', '..%2fsecret.js', 'none.js', '%2e%2e/secret.js'])('do not include %s', async (path) => {
    expect((await get(`/lightning/assets/platform-1/${path}`)).statusCode).toBe(404);
  });

  it('of an older bundle are gone, and the answer says what to do', async () => {
    expect((await get('/lightning/assets/platform-0/start.js')).json().message).toContain('Reload it.');
  });
});

describe('data', () => {
  it('is had from Apex by posting JSON', async () => {
    const callApex = jest.fn().mockReturnValue('done');
    const { body } = await serverWith({ callApex }).inject({
      method: 'POST',
      url: '/lightning/apex/Controller.act',
      headers: { host: HOST, origin: `http://${HOST}` },
      payload: { id: '1' }
    });
    expect(JSON.parse(body)).toEqual({ returnValue: 'done' });
    expect(callApex).toHaveBeenCalledWith('Controller', 'act', { id: '1' });
  });

  it('of a record is had by its Id, or a sentence', async () => {
    const readRecord = (id: string) =>
      id === '1' ? { objectApiName: 'Contact', objectLabel: 'Contact', name: 'A', fields: [] } : undefined;
    expect((await get('/lightning/record/1', { readRecord })).json()).toMatchObject({ name: 'A' });
    const missing = await get('/lightning/record/2', { readRecord });
    expect([missing.statusCode, missing.json().message]).toEqual([404, 'There is no record 2 that you may see.']);
  });
});

describe('other sites', () => {
  it.each([
    ['by another name for this machine', { host: 'rebound.example.com' }],
    ['by a request from their pages', { origin: 'https://example.com' }]
  ])('cannot reach the org %s', async (_how, headers) => {
    expect((await get('/lightning/n/First', {}, headers)).statusCode).toBe(403);
  });
});

describe('listening', () => {
  it('says which port is taken and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const server = serverWith();
    await expect(listen(server, port)).rejects.toThrow(
      `Port ${port} is taken by another program. Stop it, or choose another port with --port.`
    );
    await server.close();
    other.close();
  });

  it('answers on this machine alone', async () => {
    const server = serverWith();
    expect(await listen(server, 0)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await server.close();
  });
});

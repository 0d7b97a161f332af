/** A server for the tests of callouts, in a thread of its own: it answers by path, as each test wants. */
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

const TOKEN = 'token-1';
let tokens = 0;
let serial = 0;

const routes = {
  '/echo': (request, response) => {
    response.setHeader('X-Method', request.method);
    response.end(JSON.stringify(request.headers));
  },
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('abc', () => response.destroy());
  },
  '/silent': () => {},
  '/large': (_request, response) => response.end(Buffer.alloc(2_000)),
  '/redirect': (_request, response) => response.writeHead(302, { location: '/echo' }).end(),
  '/token': (request, response) => {
    tokens += 1;
    const isKnown = request.headers.authorization === `Basic ${Buffer.from('key:secret').toString('base64')}`;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    const body = isKnown
      ? { access_token: `token-${++serial}`, token_type: 'bearer', expires_in: 60 }
      : { error: 'invalid_client', error_description: 'client authentication failed' };
    response.end(JSON.stringify(body));
  },
  '/once': (request, response) => {
    response.writeHead(request.headers.authorization === `Bearer ${TOKEN}` ? 401 : 200).end(`${tokens}`);
  }
};

const server = createServer((request, response) => {
  const route = routes[request.url ?? ''];
  if (route) route(request, response);
  else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address().port));

import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type ContractOperation, type ContractResponse, readContract } from '../contract';

/** An answer, read whole. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // Tests read answers of every shape; the contract check has judged the shape already.
  json: any;
}

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
const operations = readContract();

/** Calls a stand-in as a client of the contract does, and holds every answer against the contract. */
export class ContractClient {
  readonly url: string;
  private token = '';

  constructor(url: string) {
    this.url = url;
  }

  /** Exchanges the key for a token and sends it from now on. */
  async signIn(key = 'sample-key', secret = 'sample-secret'): Promise<Answer> {
    const answer = await this.call('POST', '/accounts/connect/token', {
      headers: { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' })
    });
    this.token = answer.json?.access_token ?? '';
    return answer;
  }

  /** GETs a path of the contract. */
  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('GET', path, { headers });
  }

  /** Sends a request and checks its answer. */
  async call(method: string, path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const authorization: Record<string, string> = this.token ? { authorization: `Bearer ${this.token}` } : {};
    const headers = { ...authorization, ...init.headers };
    const response = await fetch(this.url + path, { ...init, method, headers });
    const text = await response.text();
    checkAnswer(operationFor(method, path), response, text);
    return { status: response.status, headers: response.headers, text, json: jsonOf(response, text) };
  }
}

function operationFor(method: string, path: string): ContractOperation {
  const bare = path.split('?')[0];
  const found = operations.find(
    (operation) => operation.method === method && new RegExp(`^${pathPattern(operation)}$`).test(bare)
  );
  if (!found) {
    throw new Error(`The contract has no ${method} ${bare}.`);
  }
  return found;
}

function pathPattern(operation: ContractOperation): string {
  return operation.path.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+');
}

function checkAnswer(operation: ContractOperation, response: Response, text: string): void {
  const expected = operation.responses[response.status] ?? operation.responses.default;
  if (!expected) {
    throw new Error(`The contract's ${operation.operationId} has no answer ${response.status}.`);
  }
  checkHeaders(expected, response);
  checkBody(operation, expected, response, text);
}

function checkHeaders(expected: ContractResponse, response: Response): void {
  for (const [name, header] of Object.entries(expected.headers ?? {})) {
    const value = response.headers.get(name);
    if (value === null && header.required) {
      throw new Error(`The answer ${response.status} lacks the header ${name}.`);
    }
    if (value !== null && !ajv.validate(header.schema, value)) {
      throw new Error(`The header ${name} is "${value}": ${ajv.errorsText()}.`);
    }
  }
}

function checkBody(operation: ContractOperation, expected: ContractResponse, response: Response, text: string): void {
  const type = (response.headers.get('content-type') ?? '').split(';')[0];
  if (operation.method === 'HEAD' || (text === '' && !expected.content)) {
    return;
  }
  const media = expected.content?.[type];
  if (!media) {
    throw new Error(`The contract's ${operation.operationId} does not answer ${response.status} with "${type}".`);
  }
  if (type === 'application/json' && !ajv.validate(media.schema, JSON.parse(text))) {
    throw new Error(`${operation.operationId} ${response.status}: ${ajv.errorsText()} in ${text.slice(0, 500)}`);
  }
}

function jsonOf(response: Response, text: string): unknown {
  return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : undefined;
}

/** `System.Http`: one callout, with the platform's rules around it. */
import { STATUS_CODES } from 'node:http';
import { logCallout } from '../debug-log';
import { cross } from '../transaction/cross';
import { callInterfaceMethod } from '../declarations/call';
import { definePlatformType } from '../declarations/define';
import { NotModeled } from '../values/not-modeled';
import { transaction, type Transaction } from '../transaction/transaction';
import { CalloutException, TypeException } from '../values/exceptions';
import { countCallout } from './callout-rules';
import type { Credentials, ResolvedEndpoint } from './credentials';
import type { ApexHttpRequest } from './messages';
import { ApexHttpResponse } from './messages';
import type { Transport } from './transport';
import type { WireRequest, WireResponse } from './wire';

/** What a callout needs of the org. */
export interface CalloutServices {
  readonly credentials: Credentials;
  readonly transport: Transport;
}

/** Mocks set by `Test.setMock`, and the time spent calling out. */
interface CalloutState {
  mock: object | null;
  milliseconds: number;
}

const CALLOUT_STATE = { create: (): CalloutState => ({ mock: null, milliseconds: 0 }) };
const TOTAL_TIMEOUT_MILLISECONDS = 120_000;
const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE']);

/** Makes `mock` answer every callout of this test, those of its jobs included. @see "Test.setMock", Apex Reference Guide */
export function setCalloutMock(mock: object): void {
  transaction().attachment(CALLOUT_STATE).mock = mock;
}

/**
 * Sends a request.
 * @throws CalloutException with the platform's words when no answer comes
 * @see "Callout Limits and Limitations", Apex Developer Guide
 */
function send(_http: ApexHttp, request: ApexHttpRequest): ApexHttpResponse {
  return logCallout(
    () => request.toApexString(),
    (answer) => answer.toApexString(),
    () => answerOf(request)
  );
}

function answerOf(request: ApexHttpRequest): ApexHttpResponse {
  const current = transaction();
  const state = current.attachment(CALLOUT_STATE);
  const { mock } = (current.parentTest ?? current).attachment(CALLOUT_STATE);
  countCallout(current);
  const fault = cross('callout', `${request.method} ${request.endpoint}`);
  if (fault) return faultyAnswer(current, fault);
  // A mock is asked whatever the request says: what a request needs matters only where one is sent.
  if (current.isTest) return answerOfMock(mock, request);
  checkRequest(request);
  return overTheWire(current, state, request);
}

/** What comes back where a fault was planned: no answer, or one with a status and nothing else. */
function faultyAnswer(current: Transaction, effect: string): ApexHttpResponse {
  if (effect === 'limit') return current.limits.exceed('callouts');
  if (effect === 'timeout' || effect === 'refused' || effect === 'cutOff') {
    throw new CalloutException(failureText(current, effect, ''));
  }
  const answer = new ApexHttpResponse();
  answer.statusCode = Number(effect);
  answer.status = STATUS_CODES[answer.statusCode] ?? '';
  return answer;
}

function checkRequest(request: ApexHttpRequest): void {
  if (!request.endpoint) throw new CalloutException('System.HttpRequest, endpoint must be set');
  if (!request.method) throw new CalloutException('System.HttpRequest, method must be set');
  if (!METHODS.has(request.method.toUpperCase())) {
    throw new CalloutException(`Invalid HTTP method: ${request.method}`);
  }
  if (request.compressed) throw new NotModeled('compressed callouts (HttpRequest.setCompressed)');
  for (const { value } of request.headers.values()) {
    if (value.includes('{!$Credential.')) throw new NotModeled('credential merge fields in callout headers');
  }
}

function answerOfMock(mock: object | null, request: ApexHttpRequest): ApexHttpResponse {
  if (!mock) throw new TypeException('Methods defined as TestMethod do not support Web service callouts');
  return callInterfaceMethod(mock, 'respond', request) as ApexHttpResponse;
}

function overTheWire(current: Transaction, state: CalloutState, request: ApexHttpRequest): ApexHttpResponse {
  const { transport } = current.org.callouts;
  const resolved = resolve(current, request.endpoint as string);
  const startedAt = Date.now();
  try {
    let response = transport(wireRequest(current, state, request, resolved));
    if (response.kind === 'answer' && response.status === 401 && resolved.renew()) {
      response = transport(wireRequest(current, state, request, resolved));
    }
    const answer = readAnswer(current, response);
    current.heapBytes += answer.bodyBytes.length;
    return answer;
  } finally {
    state.milliseconds += Date.now() - startedAt;
  }
}

function resolve({ org, user }: Transaction, endpoint: string): ResolvedEndpoint {
  if (/^callout:/i.test(endpoint)) {
    return org.callouts.credentials.resolve(endpoint, (external, principal) =>
      org.access.hasPrincipal(user, external, principal)
    );
  }
  throw new CalloutException(
    `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`
  );
}

function wireRequest(
  current: Transaction,
  state: CalloutState,
  request: ApexHttpRequest,
  resolved: ResolvedEndpoint
): WireRequest {
  const headers: Record<string, string> = {};
  for (const { name, value } of request.headers.values()) headers[name.toLowerCase()] = value;
  const authorization = resolved.authorization();
  if (authorization) headers['authorization'] = authorization;
  const left = TOTAL_TIMEOUT_MILLISECONDS - state.milliseconds;
  if (left <= 0) throw new CalloutException('Exceeded maximum time allotted for callout (120000 ms)');
  return {
    method: (request.method as string).toUpperCase(),
    url: resolved.url,
    headers,
    body: request.bodyBytes,
    timeoutMilliseconds: Math.min(request.timeoutMilliseconds, left),
    maximumBytes: current.limits.heapBytes
  };
}

function readAnswer(current: Transaction, response: WireResponse): ApexHttpResponse {
  if (response.kind !== 'answer') throw new CalloutException(failureText(current, response.kind, response.detail));
  const answer = new ApexHttpResponse();
  answer.statusCode = response.status;
  answer.status = response.statusText;
  for (const [name, value] of response.headers) answer.setHeader(name, value);
  answer.bodyBytes = response.body;
  return answer;
}

function failureText(current: Transaction, kind: Exclude<WireResponse['kind'], 'answer'>, detail: string): string {
  switch (kind) {
    case 'timeout':
      return 'Read timed out';
    case 'refused':
      return 'Connection refused (Connection refused)';
    case 'unknownHost':
      return detail;
    case 'cutOff':
      return 'Unexpected end of file from server';
    case 'tooLarge':
      return `Exceeded max size limit of ${current.limits.heapBytes}`;
    case 'failed':
      return detail;
  }
}

/** An instance of `System.Http`. */
class ApexHttp {
  toApexString(): string {
    return 'System.Http[]';
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Http',
  kind: 'class',
  javaScriptClass: ApexHttp,
  documentation: 'Apex Reference Guide, Http Class',
  members: {
    'new()': () => new ApexHttp(),
    'HttpResponse send(HttpRequest request)': send
  }
});

definePlatformType({
  namespace: 'System',
  name: 'HttpCalloutMock',
  kind: 'interface',
  documentation: 'Apex Reference Guide, HttpCalloutMock Interface',
  members: { 'HttpResponse respond(HttpRequest request)': null }
});

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly callouts: CalloutServices;
  }
}

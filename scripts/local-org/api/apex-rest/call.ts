/** Calls Apex REST methods. @see "Exposing Apex Classes as REST Web Services", Apex Developer Guide */
import { executeTransaction } from '../../jobs';
import { ArgumentMismatch, fromJson, type BuiltOrg } from '../../org';
import { REST_CONTEXT, RestRequest, RestResponse } from '../../platform/library/rest/rest';
import { serialize } from '../../platform/library/json/serialize';
import { transaction } from '../../transaction/transaction';
import { ApexBlob } from '../../values/blob';
import { ApexException } from '../../values/exception';
import type { ApexMap } from '../../values/map';
import { refusal } from '../api-error';
import type { RestTarget } from './rest-resource';

/** A request to Apex. */
export interface ApexRestRequest {
  readonly verb: string;
  /** Below `/services/apexrest`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** What Apex answers. */
export interface ApexRestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Headers that say who calls, which Apex does not get to see. */
const HIDDEN: ReadonlySet<string> = new Set(['authorization', 'cookie']);

/**
 * Calls the method in a transaction of its own.
 * @throws ApiError APEX_ERROR for what it throws
 */
export function callApexRest(org: BuiltOrg, target: RestTarget, request: ApexRestRequest): ApexRestAnswer {
  const codeUnit = { name: target.owner.name, apexClass: target.owner.name.split('.')[0] };
  const options = { kind: 'REST', profile: 'synchronous', user: org.user, codeUnit } as const;
  const values = parametersOf(target, request);
  try {
    return executeTransaction(org.services, options, () => {
      const context = transaction().attachment(REST_CONTEXT);
      context.request = restRequest(target, request);
      context.response = new RestResponse();
      const value = org.apex.program.invokeStatic(target.owner.name, target.method, values);
      return answerOf(target, value, context.response ?? new RestResponse());
    });
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    const text = `${error.getTypeName()}: ${error.apexVisibleMessage()}\n\n${error.getStackTraceString()}`;
    throw refusal(500, 'APEX_ERROR', text);
  }
}

function restRequest({ mapping }: RestTarget, { verb, path, query, headers, body }: ApexRestRequest): RestRequest {
  const request = new RestRequest();
  request.write('httpMethod', verb);
  request.write('requestURI', path);
  request.write('resourcePath', `/services/apexrest${mapping}`);
  request.write('remoteAddress', '127.0.0.1');
  request.write('requestBody', new ApexBlob(body));
  const params = request.read('params') as ApexMap;
  for (const [name, value] of Object.entries(query)) params.put(name, [value].flat()[0] ?? '');
  const shown = request.read('headers') as ApexMap;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HIDDEN.has(name)) shown.put(headerName(name), [value].flat().join(','));
  }
  return request;
}

/** `content-type` as it is usually written, since keys of maps are case-sensitive. */
function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** "The parameters of the method are the members of the request's body"; without parameters it reads the body itself. */
function parametersOf({ method }: RestTarget, { body }: ApexRestRequest): unknown[] {
  if (method.parameters.length === 0) return [];
  const given = jsonOf(body);
  return method.parameters.map(({ name, type }) => {
    try {
      return fromJson(given[name], type);
    } catch (error) {
      if (!(error instanceof ArgumentMismatch)) throw error;
      throw refusal(400, 'JSON_PARSER_ERROR', `Cannot deserialize the parameter ${name}: ${error.message}`);
    }
  });
}

function jsonOf(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8') || '{}');
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // Told below: what is no object is no better than what is no JSON.
  }
  throw refusal(400, 'JSON_PARSER_ERROR', 'The body has to be a JSON object with the parameters of the method.');
}

/** A method without a result fills the response itself; the result of the others is JSON. */
function answerOf({ method }: RestTarget, value: unknown, response: RestResponse): ApexRestAnswer {
  const given = (response.read('headers') as ApexMap).entries();
  const headers = Object.fromEntries(given.map((entry) => [String(entry.key), String(entry.value)]));
  const status = (response.read('statusCode') as number | null) ?? 200;
  const own = response.read('responseBody') as ApexBlob | null;
  const isVoid = method.returnType.name.toLowerCase() === 'void';
  const body = isVoid ? (own?.buffer() ?? Buffer.alloc(0)) : Buffer.from(serialize(value ?? null, false, false));
  return { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers }, body };
}

import type { FastifyInstance } from 'fastify';
import { isSameToken } from '../access-token';
import { executeAnonymous } from '../anonymous';
import { asRefusal } from '../error-answers';
import { SOAP } from '../session';
import { readSoapCall, soapAnswer, soapFault, type SoapCall } from '../soap';
import type { Tooling } from '../tooling';
import { runTestsSynchronously } from '../tooling/tests/synchronous';
import type { TestRunInput } from '../tooling/tests/request';
import { DATA } from './paths';

/** Scripts, tests and their logs. */
export function serveTooling(api: FastifyInstance, tooling: Tooling, token: string): void {
  const { org, logs, tests } = tooling;
  api.get<{ Querystring: { anonymousBody?: string } }>(`${DATA}/tooling/executeAnonymous`, (request) => {
    return executeAnonymous(org, request.query.anonymousBody ?? '').result;
  });
  for (const slash of ['', '/']) {
    api.post<{ Body: TestRunInput }>(`${DATA}/tooling/runTestsSynchronous${slash}`, (request) =>
      runTestsSynchronously(org, request.body)
    );
    api.post<{ Body: TestRunInput }>(`${DATA}/tooling/runTestsAsynchronous${slash}`, (request, reply) =>
      reply.type('application/json').send(JSON.stringify(tests.start(request.body)))
    );
  }
  api.get<{ Params: { id: string } }>(`${DATA}/tooling/sobjects/ApexLog/:id/Body`, (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(logs.body(request.params.id))
  );
  serveSoap(api, tooling, token);
}

/** Calls of the SOAP APIs bring their session along, and are told apart after it was checked. */
function serveSoap(api: FastifyInstance, tooling: Tooling, token: string): void {
  api.post<{ Body: string }>(SOAP, (request, reply) => {
    const { status, xml } = answerSoap(tooling, token, request.body);
    return reply.code(status).type('text/xml; charset=utf-8').send(xml);
  });
}

/** Faults of SOAP come with status 500, whatever they are about. */
function answerSoap(tooling: Tooling, token: string, body: string): { status: number; xml: string } {
  try {
    const call = readSoapCall(body);
    if (!isSameToken(call.sessionId, token)) {
      return { status: 500, xml: soapFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader') };
    }
    return answerCall(tooling, call);
  } catch (error) {
    const [problem] = asRefusal(error).problems;
    return { status: 500, xml: soapFault(problem?.errorCode ?? 'UNKNOWN_EXCEPTION', problem?.message ?? '') };
  }
}

function answerCall({ org, logs }: Tooling, { apexCode, name, levels }: SoapCall): { status: number; xml: string } {
  if (apexCode === null) return { status: 500, xml: soapFault('NOT_MODELED', `NotModeled: SOAP call ${name}`) };
  return { status: 200, xml: soapAnswer(logs.withLevels(levels, () => executeAnonymous(org, apexCode))) };
}

import type { FastifyInstance } from 'fastify';
import type { BuiltOrg } from '../../org/build-org';
import { isSameToken } from '../access-token';
import { executeAnonymous } from '../anonymous';
import { asRefusal } from '../error-answers';
import { SOAP } from '../session';
import { readSoapCall, soapAnswer, soapFault } from '../soap';
import { runTestsSynchronously, type TestRunInput } from '../test-runs';
import { DATA } from './paths';

/** Scripts and tests. */
export function serveTooling(api: FastifyInstance, org: BuiltOrg, token: string): void {
  api.get<{ Querystring: { anonymousBody?: string } }>(`${DATA}/tooling/executeAnonymous`, (request) => {
    return executeAnonymous(org, request.query.anonymousBody ?? '').result;
  });
  api.post<{ Body: TestRunInput }>(`${DATA}/tooling/runTestsSynchronous`, (request) =>
    runTestsSynchronously(org, request.body)
  );
  api.post<{ Params: { version: string }; Body: string }>(SOAP, (request, reply) => {
    const { status, xml } = answerSoap(org, token, request.params.version, request.body);
    return reply.code(status).type('text/xml; charset=utf-8').send(xml);
  });
}

/** Faults of SOAP come with status 500, whatever they are about. */
function answerSoap(org: BuiltOrg, token: string, version: string, body: string): { status: number; xml: string } {
  try {
    const { sessionId, apexCode } = readSoapCall(body);
    if (!isSameToken(sessionId, token)) {
      return { status: 500, xml: soapFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader') };
    }
    return { status: 200, xml: soapAnswer(executeAnonymous(org, apexCode), version) };
  } catch (error) {
    const [problem] = asRefusal(error).problems;
    return { status: 500, xml: soapFault(problem?.errorCode ?? 'UNKNOWN_EXCEPTION', problem?.message ?? '') };
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CONTROL_PREFIX } from './control';
import { type Fault, type Faults, strikeAnswer, strikeRequest } from './faults';
import type { ReportFolder } from './reports/report-folder';

/** Lets faults strike every request but those that control them. */
export function addFaultHooks(server: FastifyInstance, faults: Faults, reports: ReportFolder): void {
  const struck = new WeakMap<FastifyRequest, Fault>();
  server.addHook('onRequest', async (request) => {
    const path = request.url.split('?')[0];
    const fault = path.startsWith(CONTROL_PREFIX) ? undefined : faults.strike(request.method, path);
    if (fault?.kind === 'replace') {
      reports.replace(fault.reportId, fault.file);
    } else if (fault) {
      struck.set(request, fault);
      await strikeRequest(fault, request, faults.ended);
    }
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const fault = struck.get(request);
    return fault ? strikeAnswer(fault, reply, payload) : payload;
  });
}

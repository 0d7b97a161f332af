import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from './authorization';
import { sendFile } from './file-answer';
import { Problem } from './problem';
import { type CsvReport, readCsvRows } from './reports/csv-report';
import type { ReportEntry, ReportFolder } from './reports/report-folder';
import { includesIgnoringCase, type Tokens } from './tokens';

/** What the operations work on. */
export interface Backend {
  reports: ReportFolder;
  tokens: Tokens;
  environments: string[];
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
type Page = { limit: number; offset: number };

/** One handler for each operationId of the contract. */
export function createHandlers(backend: Backend): Record<string, Handler> {
  return {
    createToken: async (request) => {
      const { key, secret } = clientOf(request);
      return backend.tokens.issue(key, secret);
    },
    listReports: async (request) => listReports(backend, request),
    describeReport: async (request) => describeReport(backend, request),
    readRows: async (request) => readRows(backend, request),
    readExport: async (request, reply) => sendExport(backend, request, reply),
    probeExport: async (request, reply) => sendExport(backend, request, reply)
  };
}

async function listReports(backend: Backend, request: FastifyRequest): Promise<object> {
  checkEnvironment(backend, request);
  const { limit, offset } = request.query as Page;
  const entries = backend.reports.list();
  const page = entries.slice(offset, offset + limit);
  return { total: entries.length, reports: await Promise.all(page.map((entry) => summaryOf(backend.reports, entry))) };
}

/** A file that cannot be read as CSV is listed all the same: asking for its columns says what is wrong. */
async function summaryOf(reports: ReportFolder, entry: ReportEntry): Promise<object> {
  const rowCount = await reports.open(entry).then(
    (report) => report.rowCount,
    () => null
  );
  return { id: entry.id, name: entry.name, rowCount, refreshedAt: entry.refreshedAt.toISOString() };
}

async function describeReport(backend: Backend, request: FastifyRequest): Promise<object> {
  const { entry, report } = await reportOf(backend, request);
  const { rowCount, version, columns } = report;
  return { reportId: entry.id, name: entry.name, rowCount, version, columns };
}

async function readRows(backend: Backend, request: FastifyRequest): Promise<object> {
  const { entry, report } = await reportOf(backend, request);
  const { limit, offset } = request.query as Page;
  const rows = await readCsvRows(report, offset, limit);
  return {
    reportId: entry.id,
    version: report.version,
    total: report.rowCount,
    offset,
    columns: report.columns.map((column) => column.name),
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))
  };
}

async function reportOf(backend: Backend, request: FastifyRequest): Promise<{ entry: ReportEntry; report: CsvReport }> {
  checkEnvironment(backend, request);
  const entry = backend.reports.find((request.params as { reportId: string }).reportId);
  return { entry, report: await backend.reports.open(entry) };
}

function checkEnvironment(backend: Backend, request: FastifyRequest): void {
  const { environment } = request.params as { environment: string };
  if (!includesIgnoringCase(backend.environments, environment)) {
    throw new Problem(404, 'not-found', `There is no environment "${environment}".`);
  }
}

async function sendExport(backend: Backend, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const entry = backend.reports.find((request.params as { reportId: string }).reportId);
  return sendFile(request, reply, await backend.reports.fileVersion(entry));
}

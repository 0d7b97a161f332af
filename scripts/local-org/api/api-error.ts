/** Refusals in the shape in which the platform's REST resources give them. */

/** One entry of an error body. */
export interface ApiProblem {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/**
 * A request that is refused.
 * @see "Status Codes and Error Responses", REST API Developer Guide
 */
export class ApiError extends Error {
  readonly status: number;
  readonly problems: readonly ApiProblem[];

  constructor(status: number, problems: readonly ApiProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.name = 'ApiError';
    this.status = status;
    this.problems = problems;
  }
}

/** A refusal with one entry. */
export function refusal(status: number, errorCode: string, message: string, fields?: readonly string[]): ApiError {
  return new ApiError(status, [fields ? { message, errorCode, fields } : { message, errorCode }]);
}

/** The problems of a refused record, as answers about several records list them; what is no refusal is thrown on. */
export function recordErrors(error: unknown): { statusCode: string; message: string; fields: readonly string[] }[] {
  if (!(error instanceof ApiError)) throw error;
  return error.problems.map(({ errorCode, message, fields = [] }) => ({ statusCode: errorCode, message, fields }));
}

/** The object or record is not there. */
export function notFound(message = 'The requested resource does not exist'): ApiError {
  return refusal(404, 'NOT_FOUND', message);
}

/** A resource that the platform may have and this org does not. */
export function resourceNotModeled(method: string, path: string): ApiError {
  return notFound(`NotModeled: the local org has no resource ${method} ${path}`);
}

/** The token is missing or is not this org's. */
export function invalidSession(): ApiError {
  return refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

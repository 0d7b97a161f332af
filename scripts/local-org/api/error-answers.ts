/** What went wrong, whatever it was, as a refusal. */
import { LimitExceeded } from '../transaction/limits';
import { NotModeled } from '../values/not-modeled';
import { DmlException } from '../values/dml-exception';
import { ApexException, AssertionFailure } from '../values/exception';
import { QueryException, SecurityException } from '../values/exceptions';
import { ApiError, refusal } from './api-error';
import { queryRefusal } from './query-errors';

/** What a caller is told of an error; mistakes of the local org itself are named as such. */
export function asRefusal(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof NotModeled) return refusal(501, 'NOT_MODELED', error.message);
  if (error instanceof QueryException) return queryRefusal(error.getMessage());
  if (error instanceof DmlException) return dmlRefusal(error);
  if (error instanceof SecurityException) return refusal(403, 'INSUFFICIENT_ACCESS', error.apexVisibleMessage());
  if (error instanceof ApexException) {
    return refusal(400, 'UNKNOWN_EXCEPTION', `${error.getTypeName()}: ${error.apexVisibleMessage()}`);
  }
  if (error instanceof LimitExceeded || error instanceof AssertionFailure) {
    return refusal(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${error.typeName}: ${error.message}`);
  }
  return badRequest(error) ?? internal(error);
}

function dmlRefusal(error: DmlException): ApiError {
  const problems = error.rows.map(({ message, statusCode, fields }) => ({ message, errorCode: statusCode, fields }));
  return problems.length > 0 ? new ApiError(400, problems) : refusal(400, 'UNKNOWN_EXCEPTION', error.getMessage());
}

/** Refusals of the web server: a body that is no JSON or too large, an unknown media type. */
function badRequest(error: unknown): ApiError | null {
  const status = (error as { statusCode?: unknown }).statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  const code = status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : status === 413 ? 'REQUEST_LIMIT_EXCEEDED' : 'INVALID_INPUT';
  return refusal(status, code, (error as Error).message);
}

function internal(error: unknown): ApiError {
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  return refusal(500, 'UNKNOWN_EXCEPTION', `The local org itself failed, not the request: ${message}`);
}

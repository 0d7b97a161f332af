/** Error codes of refused queries. */
import { messageInContext, SoqlError } from '../database';
import { SoqlSyntaxError } from '../soql/parse';
import { refusal, type ApiError } from './api-error';

const CODES: readonly (readonly [RegExp, string])[] = [
  [/sObject type '[^']*' is not supported/, 'INVALID_TYPE'],
  [/Didn't understand relationship '[^']*' in FROM part/, 'INVALID_TYPE'],
  [/No such column|Didn't understand relationship|value of filter criterion/, 'INVALID_FIELD'],
  [/invalid ID field/, 'INVALID_QUERY_FILTER_OPERATOR']
];

/**
 * A refused query: 400 with the code that goes with the message.
 * @see "ExceptionCode", SOAP API Developer Guide, whose codes the REST resources give
 */
export function queryRefusal(message: string): ApiError {
  const code = CODES.find(([pattern]) => pattern.test(message))?.[1] ?? 'MALFORMED_QUERY';
  return refusal(400, code, message);
}

/** Gives what `body` throws about the query's text as a refusal that shows the place. */
export function refusingQuery<T>(text: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw refusal(400, 'MALFORMED_QUERY', error.message);
    if (error instanceof SoqlError) throw queryRefusal(messageInContext(error, text));
    throw error;
  }
}

import unknownError from '@salesforce/label/c.Common_Unknown_Error';

/** An error in words, with what a person who is asked for help may want to copy. */
export interface Problem {
  message: string;
  details?: string;
}

/** Reads an error of an Apex call or of the page itself. */
export function problemOf(error: unknown): Problem {
  const { body, message } = (error ?? {}) as ApexError;
  if (Array.isArray(body)) {
    return { message: body.map((part) => part.message).join(' ') || unknownError };
  }
  const details = [body?.exceptionType, body?.stackTrace].filter(Boolean).join('\n');
  return { message: body?.message || message || unknownError, ...(details ? { details } : {}) };
}

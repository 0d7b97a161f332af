/** What is wrong with one row of a DML statement: the shape of `Database.Error`. */
export interface RecordError {
  /** Name of a `System.StatusCode`. */
  readonly statusCode: string;
  readonly message: string;
  /** Canonical names of the fields it is about. */
  readonly fields: readonly string[];
}

/** An error with the platform's words. */
export function recordError(statusCode: string, message: string, fields: readonly string[] = []): RecordError {
  return { statusCode, message, fields };
}

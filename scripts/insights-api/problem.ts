/** An error answer of the API: its HTTP status, and the code and sentence of its body. */
export class Problem extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(statusCode: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'Problem';
    this.statusCode = statusCode;
    this.code = code;
    this.headers = headers;
  }
}

/** The body every error answer has. */
export function problemBody(code: string, message: string): { error: { code: string; message: string } } {
  return { error: { code, message } };
}

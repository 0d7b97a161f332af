/** What is wrong with a report, as a sentence that names the file; `code` is the API's error code for it. */
export class ReportError extends Error {
  readonly code: 'not-found' | 'unreadable' | 'replaced';

  constructor(code: ReportError['code'], message: string) {
    super(message);
    this.name = 'ReportError';
    this.code = code;
  }
}

import type { RunResult } from '../run-model';

/** The result as `--json` writes it; its members are part of the command's contract. */
export function resultJson({ run, rows, usage }: RunResult): string {
  const { read, skipped, invalid, unmatched, ambiguous, unchanged, rejected, updated } = run.counts;
  const result = {
    status: run.status,
    report: run.reportName,
    object: run.objectApiName,
    startedAt: run.startedAt,
    durationMs: run.durationMs,
    message: run.message,
    counts: { read, skipped, invalid, unmatched, ambiguous, unchanged, rejected, updated },
    rows: rows.map(({ line, key, outcome, reason, fields }) => ({ line, key, outcome, reason, fields })),
    usage
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

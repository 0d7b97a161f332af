/** Where code leaves itself and something can go wrong. */
export const BOUNDARY_KINDS = ['callout', 'query', 'dml', 'dmlrow', 'enqueue', 'commit', 'job', 'limit'] as const;

/** What is crossed: `dml` is a statement, `dmlrow` one of its rows, `job` the start of a job, `limit` a count. */
export type BoundaryKind = (typeof BOUNDARY_KINDS)[number];

/** Who is told of every boundary that is crossed, and may let something go wrong there. */
export interface Boundaries {
  /**
   * Notes a crossing.
   * @returns the effect of what goes wrong there, or null
   * @throws ProcessKilled when the process is to end there
   */
  cross(kind: BoundaryKind, what: string): string | null;
}

/**
 * What a running org offers to the code inside a transaction. Each room states its own face; this file only gathers
 * them, so that a platform method can reach the database or the job queue without importing its insides.
 */
import type { SchemaModel } from '../database/schema/model';
import type { Clock } from '../jobs/clock';
import type { RandomSource } from '../jobs/random';

/** The services of one org. */
export interface OrgServices {
  readonly schema: SchemaModel;
  readonly clock: Clock;
  readonly random: RandomSource;
}

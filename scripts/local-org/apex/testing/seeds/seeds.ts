/** What a seeded mistake is. */

/** Apex with one mistake, and the first message about it. */
export type Seed = readonly [code: string, message: string];

/** Mistakes of one subject, by where their code stands. */
export interface Seeds {
  /** In a method that returns an Integer. */
  readonly statements?: readonly Seed[];
  /** In a method that returns nothing. */
  readonly procedures?: readonly Seed[];
  /** In a virtual class. */
  readonly members?: readonly Seed[];
  /** Whole classes called `Seed`. */
  readonly classes?: readonly Seed[];
}

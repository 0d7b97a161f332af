/** Formulas of the statement that runs now: queries read them record by record, far from where the query began. */
import type { SchemaModel } from '../schema/model';
import type { Connection } from '../store/connection';
import { NotModeled } from '../values/not-modeled';
import { isInTransaction, transaction } from '../transaction/transaction';
import { globalValue, type GlobalRecords } from './globals';
import { RecordFormulas } from './records';

/** Where formulas read the records that they reach. */
export interface FormulaDatabase {
  readonly schema: SchemaModel;
  readonly store: { readonly connection: Connection };
}

declare module '../transaction/org-services' {
  interface OrgServices {
    /** What formulas outside queries read. */
    readonly formulaDatabase: FormulaDatabase & GlobalRecords;
  }
}

/** Formulas over a database for the running user; outside Apex there is none, and global variables are refused. */
export function formulasOf(
  { schema, store }: FormulaDatabase,
  moment: { now: number; timeZone: string }
): RecordFormulas {
  const formulas: RecordFormulas = new RecordFormulas({
    ...moment,
    schema,
    connection: store.connection,
    global: (path) => {
      if (!isInTransaction()) throw new NotModeled(`${path.join('.')} in a formula outside Apex`);
      const { org, user } = transaction();
      return globalValue(org, user, formulas, path);
    }
  });
  return formulas;
}

let current: RecordFormulas | null = null;

/** Makes `formulas` those that {@link currentFormulas} gives for the length of `body`. */
export function withFormulas<T>(formulas: RecordFormulas, body: () => T): T {
  const previous = current;
  current = formulas;
  try {
    return body();
  } finally {
    current = previous;
  }
}

/** The formulas of the running statement. */
export function currentFormulas(): RecordFormulas {
  if (!current) throw new Error('No statement runs that could evaluate a formula.');
  return current;
}

/** Static fields: one set of values per class and transaction. */
import { staticsEpoch } from '../../transaction/transaction';

interface Entered {
  readonly values: object;
  /** Whether the class was not used in this transaction before, so that its initialisers must run. */
  readonly isNew: boolean;
}

/** Transactions nest a few deep at most; values of older ones are dropped. */
const KEPT_EPOCHS = 16;

const alive = new Map<number, Map<object, object>>();

/** The epoch that emitted code compares with. */
export const epoch = staticsEpoch;

/** The static values of a class in the running transaction. */
export function enterStatics(javaScriptClass: object, create: () => object): Entered {
  const classes = classesOfEpoch();
  const known = classes.get(javaScriptClass);
  if (known) return { values: known, isNew: false };
  const values = create();
  classes.set(javaScriptClass, values);
  return { values, isNew: true };
}

function classesOfEpoch(): Map<object, object> {
  const current = alive.get(staticsEpoch.n);
  if (current) return current;
  const [oldest] = alive.keys();
  if (alive.size >= KEPT_EPOCHS && oldest !== undefined) alive.delete(oldest);
  const made = new Map<object, object>();
  alive.set(staticsEpoch.n, made);
  return made;
}

/** Faults as a command line says them: `callout:3=timeout`, `dmlrow:17=UNABLE_TO_LOCK_ROW`, `commit:2=kill`. */
import { BOUNDARY_KINDS, type BoundaryKind } from '../transaction/boundaries';
import { STATUS_CODES } from '../values/status-codes';

/** One fault: at which crossing of which kind, counted from 1, and what happens there. */
export interface Fault {
  readonly kind: BoundaryKind;
  readonly number: number;
  /** `kill` everywhere; besides what {@link EFFECTS} says. */
  readonly effect: string;
}

const statusCodes: ReadonlySet<string> = new Set(STATUS_CODES);
const isStatusCode = (effect: string): boolean => statusCodes.has(effect);
const isLimit = (effect: string): boolean => effect === 'limit';

const EFFECTS: Readonly<Record<BoundaryKind, { readonly says: string; accepts(effect: string): boolean }>> = {
  callout: {
    says: 'limit, timeout, refused, cutOff or an HTTP status',
    accepts: (effect) => /^(limit|timeout|refused|cutOff|[1-5]\d\d)$/.test(effect)
  },
  query: { says: 'limit or timeout', accepts: (effect) => isLimit(effect) || effect === 'timeout' },
  dml: { says: 'limit or a status code', accepts: (effect) => isLimit(effect) || isStatusCode(effect) },
  dmlrow: { says: 'a status code such as UNABLE_TO_LOCK_ROW', accepts: isStatusCode },
  enqueue: { says: 'limit', accepts: isLimit },
  commit: { says: 'nothing else', accepts: () => false },
  job: { says: 'nothing else', accepts: () => false },
  limit: { says: 'limit', accepts: isLimit }
};

/**
 * Reads one fault.
 * @throws Error with a sentence for the user
 */
export function parseFault(spec: string): Fault {
  const [, kind = '', number = '', effect = ''] = /^(\w+):(\d+)=(\w+)$/.exec(spec) ?? [];
  if (!isKind(kind) || Number(number) < 1) {
    throw new Error(
      `"${spec}" is no fault. Say kind:number=effect, such as callout:3=timeout; kinds are ${BOUNDARY_KINDS.join(', ')}.`
    );
  }
  if (effect !== 'kill' && !EFFECTS[kind].accepts(effect)) {
    throw new Error(`"${spec}": at ${kind} the effect can be kill, and besides ${EFFECTS[kind].says}.`);
  }
  return { kind, number: Number(number), effect };
}

function isKind(text: string): text is BoundaryKind {
  return (BOUNDARY_KINDS as readonly string[]).includes(text);
}

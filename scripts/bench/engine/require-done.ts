import type { LocalOrg } from '../../local-org/org';
import { MAPPED_COLUMNS, OBJECT } from './columns';
import { recordAfter } from './report';

const SAMPLES = 100;

/**
 * Looks at records spread over all of them: figures of a run that did something else would say nothing.
 * @throws Error naming the first record that is not as the report wants it
 */
export function requireDone(org: LocalOrg, rows: number): void {
  const names = MAPPED_COLUMNS.map(({ field }) => field.name);
  const soql = `SELECT ${names.join(', ')} FROM ${OBJECT} WHERE Email = :email`;
  for (let record = 0; record < rows; record += Math.max(1, Math.floor(rows / SAMPLES))) {
    const wanted = recordAfter(record);
    const [found] = org.query(soql, { email: wanted.Email });
    for (const name of names) {
      const [is, shouldBe] = [String(found[name]), plain(wanted[name])];
      if (is !== shouldBe) throw new Error(`Record ${record}: ${name} is ${is} and should be ${shouldBe}.`);
    }
  }
}

/** A value as a query of the tooling tells it. */
function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return (
    (value as { toIsoString?(): string }).toIsoString?.() ?? (value as { toPlainString(): string }).toPlainString()
  );
}

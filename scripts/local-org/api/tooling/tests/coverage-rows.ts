/**
 * Coverage as the Tooling API keeps it: per test method, and the sum of what all methods executed. It is forgotten when
 * the org stops, as the code may be another one at the next start.
 * @see "ApexCodeCoverage" and "ApexCodeCoverageAggregate", Tooling API
 */
import type { TestCoverage, TestReport } from '../../../test-runner/model';
import type { ToolingOrg } from '../tooling-org';
import { ApexIds } from './apex-ids';

const OBJECTS = ['ApexCodeCoverage', 'ApexCodeCoverageAggregate', 'ApexOrgWideCoverage'] as const;

/** Lines of one class or trigger. */
interface Lines {
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}

/** Forgets all coverage. */
export function clearCoverage({ system }: ToolingOrg): void {
  for (const name of OBJECTS) for (const row of system.find(name)) system.delete(name, String(row['Id']));
}

/** Stores what each test executed, in place of what it did the last time, and adds everything up anew. */
export function storeCoverage(org: ToolingOrg, { coverage = [], coverageByTest = [] }: TestReport): void {
  const all = new Map(coverage.map((one) => [unitKey(one), [...one.coveredLines, ...one.uncoveredLines]]));
  const ids = new ApexIds(org);
  for (const test of coverageByTest) storeTest(org, ids, test, all);
  storeSums(org, ids, all);
}

function storeTest(
  org: ToolingOrg,
  ids: ApexIds,
  test: TestCoverage,
  all: ReadonlyMap<string, readonly number[]>
): void {
  const known = { ApexTestClassId: ids.classId(test.class), TestMethodName: test.method };
  for (const old of org.system.find('ApexCodeCoverage', known))
    org.system.delete('ApexCodeCoverage', String(old['Id']));
  for (const unit of test.units) {
    const lines = all.get(unitKey(unit)) ?? [];
    const covered = new Set(unit.coveredLines);
    const values = valuesOf(ids, unit, linesOf(lines, covered));
    if (values) org.system.insert('ApexCodeCoverage', { ...known, ...values });
  }
}

function storeSums(org: ToolingOrg, ids: ApexIds, all: ReadonlyMap<string, readonly number[]>): void {
  const { system } = org;
  for (const name of ['ApexCodeCoverageAggregate', 'ApexOrgWideCoverage'] as const) {
    for (const row of system.find(name)) system.delete(name, String(row['Id']));
  }
  const covered = coveredByAnyTest(org);
  let [sum, total] = [0, 0];
  for (const [key, lines] of all) {
    const [kind = '', name = ''] = key.split(' ');
    const unit = { class: name, kind: kind as 'class' | 'trigger' };
    const values = valuesOf(ids, unit, linesOf(lines, covered.get(ids.of(unit.kind, name) ?? '') ?? new Set()));
    if (!values) continue;
    system.insert('ApexCodeCoverageAggregate', values);
    sum += values.NumLinesCovered;
    total += lines.length;
  }
  system.insert('ApexOrgWideCoverage', { PercentCovered: total === 0 ? 0 : Math.floor((sum / total) * 100) });
}

function coveredByAnyTest({ system }: ToolingOrg): ReadonlyMap<string, ReadonlySet<number>> {
  const covered = new Map<string, Set<number>>();
  for (const row of system.find('ApexCodeCoverage')) {
    const id = String(row['ApexClassOrTriggerId']);
    const lines = covered.get(id) ?? new Set<number>();
    covered.set(id, lines);
    for (const line of (JSON.parse(String(row['Coverage'])) as Lines).coveredLines) lines.add(line);
  }
  return covered;
}

function linesOf(all: readonly number[], covered: ReadonlySet<number>): Lines {
  const sorted = [...all].sort((a, b) => a - b);
  return {
    coveredLines: sorted.filter((line) => covered.has(line)),
    uncoveredLines: sorted.filter((line) => !covered.has(line))
  };
}

interface Unit {
  readonly class: string;
  readonly kind: 'class' | 'trigger';
}

function valuesOf(
  ids: ApexIds,
  unit: Unit,
  lines: Lines
): {
  ApexClassOrTriggerId: string;
  NumLinesCovered: number;
  NumLinesUncovered: number;
  Coverage: string;
} | null {
  const id = ids.of(unit.kind, unit.class);
  if (!id) return null;
  return {
    ApexClassOrTriggerId: id,
    NumLinesCovered: lines.coveredLines.length,
    NumLinesUncovered: lines.uncoveredLines.length,
    Coverage: JSON.stringify(lines)
  };
}

function unitKey({ class: name, kind }: Unit): string {
  return `${kind} ${name}`;
}

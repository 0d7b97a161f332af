/** Coverage of a project by its tests, as the test runner tells it. */
import { relative } from 'node:path';
import type { ClassCoverage, TestCoverage } from '../test-runner/model';
import type { UnitCoverage } from '../apex';
import type { BuiltOrg } from './build-org';

/** What was executed of classes and triggers; test classes count for nothing, as on the platform. */
export function testCoverage(org: BuiltOrg): ClassCoverage[] {
  const files = new Map(org.project.apexFiles.map(({ kind, name, path }) => [`${kind} ${name}`, path]));
  return measured(org, org.apex.program.coverage()).map(({ unit, unitKind, lines, branches }) => {
    const { name, kind } = unitOf(unit, unitKind);
    const sorted = [...lines].sort(([a], [b]) => a - b);
    const coveredLines = linesWhere(sorted, (hits) => hits > 0);
    return {
      class: name,
      kind,
      file: relative(org.project.rootDirectory, files.get(`${kind} ${name}`) ?? ''),
      lines: lines.size,
      covered: coveredLines.length,
      coveredLines,
      uncoveredLines: linesWhere(sorted, (hits) => hits === 0),
      hits: sorted,
      branches
    };
  });
}

/** Begins to watch one test. @returns what it has executed */
export function watchCoverage(org: BuiltOrg): () => TestCoverage['units'] {
  const window = org.apex.program.coverageWindow();
  window.open();
  return () =>
    measured(org, window.close()).flatMap(({ unit, unitKind, lines }) => {
      const coveredLines = linesWhere([...lines], (hits) => hits > 0);
      const { name, kind } = unitOf(unit, unitKind);
      return coveredLines.length > 0 ? [{ class: name, kind, coveredLines }] : [];
    });
}

/** Interfaces and enums have nothing to execute. */
function measured({ apex }: BuiltOrg, units: readonly UnitCoverage[]): UnitCoverage[] {
  const isTest = (name: string): boolean =>
    apex.program.findClass(name)?.annotations.some((annotation) => annotation.name.toLowerCase() === 'istest') ?? false;
  return units.filter(({ unit, lines }) => lines.size > 0 && !isTest(unit));
}

function unitOf(unit: string, unitKind: UnitCoverage['unitKind']): { name: string; kind: 'class' | 'trigger' } {
  return unitKind === 'trigger'
    ? { name: unit.replace(/^trigger /, ''), kind: 'trigger' }
    : { name: unit, kind: 'class' };
}

function linesWhere(lines: readonly (readonly [number, number])[], isWanted: (hits: number) => boolean): number[] {
  return lines.filter(([, hits]) => isWanted(hits)).map(([line]) => line);
}

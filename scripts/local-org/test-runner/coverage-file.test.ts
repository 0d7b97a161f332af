import { XMLParser } from 'fast-xml-parser';
import { createCoverageMap, type CoverageMapData } from 'istanbul-lib-coverage';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCoverageFile, writeCoverageFile } from './coverage-file';
import { coverageTable } from './coverage-table';
import type { ClassCoverage } from './model';

const FOO: ClassCoverage = {
  class: 'Foo',
  kind: 'class',
  file: 'classes/Foo.cls',
  lines: 3,
  covered: 2,
  coveredLines: [1, 2],
  uncoveredLines: [7],
  hits: [
    [1, 2],
    [2, 5],
    [7, 0]
  ],
  branches: [
    {
      line: 2,
      kind: 'and',
      ways: [
        { name: 'left side decides', hits: 4 },
        { name: 'right side decides', hits: 0 }
      ]
    }
  ]
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverage-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function written(name: string): string {
  const file = join(folder, 'made', name);
  writeCoverageFile(file, [FOO], folder);
  return readFileSync(file, 'utf8');
}

test('lcov has lines and branches, with paths in the project', () => {
  const lines = written('coverage.info').split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['SF:classes/Foo.cls', 'DA:1,2', 'DA:7,0', 'BRDA:2,0,0,4', 'BRDA:2,0,1,0', 'BRF:2', 'BRH:1'])
  );
});

test('Cobertura has them, too', () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const { coverage } = parser.parse(written('coverage.xml')) as { coverage: Record<string, string> };
  expect(coverage).toMatchObject({
    'lines-valid': '3',
    'lines-covered': '2',
    'branches-valid': '2',
    'branches-covered': '1'
  });
});

test('JSON is what other reporters of Istanbul read', () => {
  const map = createCoverageMap(JSON.parse(written('coverage.json')) as CoverageMapData);
  const { lines, branches } = map.getCoverageSummary().data;
  expect(lines).toMatchObject({ total: 3, covered: 2 });
  expect(branches).toMatchObject({ total: 2, covered: 1 });
});

test('the ending tells the format', () => {
  expect(['a.info', 'a.xml', 'a.JSON', 'a.txt'].map(isCoverageFile)).toEqual([true, true, true, false]);
});

test('the table names what is missing, and sums up', () => {
  const text = coverageTable([FOO, { ...FOO, class: 'Bar', branches: [] }]);
  expect(text).toMatch(/Foo\s*│ 66 %\s*│ 50 %\s*│ 7\s*│ 2 and right side decides/);
  expect(text).toMatch(/Bar\s*│ 66 %\s*│\s*│ 7/);
  expect(text).toContain('Coverage: 4 of 6 lines, 66 %; 1 of 2 branches, 50 %');
});

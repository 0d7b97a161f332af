/**
 * Coverage in the formats that other tools read, by the reporters of Istanbul: Apex lines stand for its statements.
 * @see https://istanbul.js.org/docs/advanced/alternative-reporters/
 */
import { mkdirSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { createCoverageMap, type FileCoverageData, type Range } from 'istanbul-lib-coverage';
import { createContext } from 'istanbul-lib-report';
import { create, type ReportOptions } from 'istanbul-reports';
import type { BranchCoverage, ClassCoverage } from './model';

/** Reporters by the ending of the file. */
const REPORTERS: Readonly<Record<string, keyof ReportOptions>> = {
  '.info': 'lcovonly',
  '.xml': 'cobertura',
  '.json': 'json'
};

/** Istanbul's names of branches; each of its reporters knows these. */
const BRANCH_TYPES: Readonly<Record<BranchCoverage['kind'], string>> = {
  if: 'if',
  ternary: 'cond-expr',
  switch: 'switch',
  and: 'binary-expr',
  or: 'binary-expr',
  coalesce: 'binary-expr',
  loop: 'if'
};

/** Whether a file's name says which format is meant. */
export function isCoverageFile(file: string): boolean {
  return extname(file).toLowerCase() in REPORTERS;
}

/** Writes coverage; the ending decides the format. @param root folder of the project, which paths begin at */
export function writeCoverageFile(file: string, coverage: readonly ClassCoverage[], root: string): void {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  const coverageMap = createCoverageMap({});
  for (const one of coverage) coverageMap.addFileCoverage(fileCoverage(one, resolve(root)));
  const context = createContext({ dir: dirname(path), coverageMap });
  const reporter = REPORTERS[extname(file).toLowerCase()] as 'lcovonly';
  create(reporter, { file: basename(path), projectRoot: resolve(root) }).execute(context);
}

function fileCoverage({ file, hits, branches }: ClassCoverage, root: string): FileCoverageData {
  const data: FileCoverageData = {
    path: resolve(root, file),
    statementMap: {},
    s: {},
    fnMap: {},
    f: {},
    branchMap: {},
    b: {}
  };
  hits.forEach(([line, count], index) => {
    data.statementMap[index] = rangeOf(line);
    data.s[index] = count;
  });
  branches.forEach(({ line, kind, ways }, index) => {
    const locations = ways.map(() => rangeOf(line));
    data.branchMap[index] = { loc: rangeOf(line), type: BRANCH_TYPES[kind], locations, line };
    data.b[index] = ways.map((way) => way.hits);
  });
  return data;
}

/** Apex counts lines, not columns. */
function rangeOf(line: number): Range {
  return { start: { line, column: 0 }, end: { line, column: 0 } };
}

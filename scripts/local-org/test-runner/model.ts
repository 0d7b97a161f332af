/** What a run of Apex tests is made of and what it gives. */
import type { BranchKind } from '../apex';

/** A class with tests, as its source declares it. */
export interface TestClass {
  readonly name: string;
  /** Methods in source order. */
  readonly methods: readonly string[];
  /** Methods marked `@TestSetup`. */
  readonly setup: readonly string[];
}

/** `unsupported` stands for whatever this local org does not model: neither passed nor failed. */
export type TestOutcome = 'passed' | 'failed' | 'unsupported';

/** One test method. */
export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: TestOutcome;
  /** Exception with its Apex stack, or what is not modelled; null when passed. */
  readonly message: string | null;
  readonly ms: number;
}

/** What was executed of one class or trigger. */
export interface ClassCoverage {
  readonly class: string;
  readonly kind: 'class' | 'trigger';
  /** Path of its source file. */
  readonly file: string;
  /** Lines with something to execute. */
  readonly lines: number;
  readonly covered: number;
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
  /** Executions by line. */
  readonly hits: readonly (readonly [line: number, hits: number])[];
  /** Places where the code can go on in several ways. */
  readonly branches: readonly BranchCoverage[];
}

/** One place where the code can go on in several ways. */
export interface BranchCoverage {
  readonly line: number;
  readonly kind: BranchKind;
  /** How often each way was taken. */
  readonly ways: readonly { readonly name: string; readonly hits: number }[];
}

/** Lines that one test method executed, by class or trigger. */
export interface TestCoverage {
  readonly class: string;
  readonly method: string;
  readonly units: readonly {
    readonly class: string;
    readonly kind: 'class' | 'trigger';
    readonly coveredLines: readonly number[];
  }[];
}

/** What `--json` writes. */
export interface TestReport {
  readonly summary: {
    readonly total: number;
    readonly passed: number;
    readonly failed: number;
    readonly unsupported: number;
  };
  readonly tests: readonly TestResult[];
  /** Only when asked for. */
  readonly coverage?: readonly ClassCoverage[];
  /** Only when asked for. */
  readonly coverageByTest?: readonly TestCoverage[];
}

/** Sums up the results of a run. */
export function testReport(
  tests: readonly TestResult[],
  coverage?: readonly ClassCoverage[],
  coverageByTest?: readonly TestCoverage[]
): TestReport {
  const count = (outcome: TestOutcome): number => tests.filter((test) => test.outcome === outcome).length;
  return {
    summary: {
      total: tests.length,
      passed: count('passed'),
      failed: count('failed'),
      unsupported: count('unsupported')
    },
    tests,
    ...(coverage && { coverage }),
    ...(coverageByTest && { coverageByTest })
  };
}

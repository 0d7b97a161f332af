/** What a run of Apex tests is made of and what it gives. */

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

/** Lines of one class or trigger. */
export interface ClassCoverage {
  readonly class: string;
  /** Lines with something to execute. */
  readonly lines: number;
  readonly covered: number;
  readonly uncoveredLines: readonly number[];
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
}

/** Sums up the results of a run. */
export function testReport(tests: readonly TestResult[], coverage?: readonly ClassCoverage[]): TestReport {
  const count = (outcome: TestOutcome): number => tests.filter((test) => test.outcome === outcome).length;
  return {
    summary: {
      total: tests.length,
      passed: count('passed'),
      failed: count('failed'),
      unsupported: count('unsupported')
    },
    tests,
    ...(coverage && { coverage })
  };
}

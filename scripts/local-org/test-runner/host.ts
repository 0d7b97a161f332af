/** What a test run needs of an org. */
import type { FaultPlan } from '../faults';
import type { OrgServices } from '../transaction/org-services';
import type { RunningUser } from '../transaction/transaction';
import type { Dependents, IncrementalCompiler, ClassMetadata, MethodMetadata } from '../apex';
import type { ParsedSource } from '../apex/parse';
import type { ClassCoverage, TestCoverage } from './model';

/** An org without data, with the project's Apex compiled into it. */
export interface TestHost {
  readonly services: OrgServices;
  /** Who the tests run as. */
  readonly user: RunningUser;
  /** The project's Apex, whether it compiled or not. */
  readonly sources: readonly ParsedSource[];
  /** A compiled top-level class; undefined when it could not be compiled. */
  compiledClass(name: string): ClassMetadata | undefined;
  /** Why a class could not be compiled: the compiler's messages, or what is not modelled. */
  compileProblem(name: string): string | undefined;
  /** Calls a static method without parameters. */
  invokeStatic(metadata: ClassMetadata, method: MethodMetadata): void;
  /** Which source files refer to which. */
  dependents(): Dependents;
  /** What was executed so far; only of an org opened with coverage. */
  coverage(): ClassCoverage[];
  /** To be called at the begin of a test: the function gives what it has executed. */
  watchCoverage(): () => TestCoverage['units'];
  close(): void;
}

/** How the org of a test run is opened. */
export interface TestHostOptions {
  readonly coverage: boolean;
  /** The same seed gives the same random numbers. */
  readonly seed?: number;
  readonly faults?: FaultPlan;
  /** Features of the org, such as `PersonAccounts`. */
  readonly features?: readonly string[];
  /** Of a process that opens the project over and over. */
  readonly compiler?: IncrementalCompiler;
  /** Where what was parsed and compiled is kept between runs; without it, with the tooling. */
  readonly cacheFolder?: string;
}

/**
 * Opens an org on a project.
 * @throws Error with a sentence for the user when the project cannot be read
 */
export type OpenTestHost = (projectFolder: string, options: TestHostOptions) => Promise<TestHost>;

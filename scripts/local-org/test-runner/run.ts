/**
 * Runs test classes. Each class works on its own copy of the org's data: what its `@TestSetup` methods wrote is there
 * for each of its methods, what a method wrote is gone before the next.
 * @see "Isolation of Test Data from Organization Data" and "Using Test Setup Methods", Apex Developer Guide
 */
import { runJobsOfSetup } from '../jobs';
import { runInTransaction, Transaction } from '../transaction/transaction';
import type { AnnotationMetadata, ClassMetadata } from '../apex';
import type { TestHost } from './host';
import type { TestClass, TestResult } from './model';
import { verdictOf, type Verdict } from './outcome';

/** Who is told what while tests run. */
export interface RunWatcher {
  onResult?(result: TestResult): void;
  /** A class has ended. */
  onClass?(className: string, results: readonly TestResult[]): void;
  /** A method begins. @returns what to call at its end */
  onTest?(className: string, method: string): () => void;
}

/** Runs all methods of all classes, in order. */
export function runTests(host: TestHost, classes: readonly TestClass[], watcher: RunWatcher = {}): TestResult[] {
  return classes.flatMap((testClass) => {
    const results = runClass(host, testClass, watcher);
    results.forEach((result) => watcher.onResult?.(result));
    watcher.onClass?.(testClass.name, results);
    return results;
  });
}

function runClass(host: TestHost, testClass: TestClass, watcher: RunWatcher): TestResult[] {
  const metadata = host.compiledClass(testClass.name);
  if (!metadata) return allEnd(testClass, uncompiled(host, testClass.name));
  return undone(host, () => {
    const setup = verdictOfSetup(host, metadata, testClass);
    if (setup.outcome !== 'passed') return allEnd(testClass, setup);
    return testClass.methods.map((method) => {
      const end = watcher.onTest?.(metadata.name, method);
      const result = runMethod(host, metadata, method);
      end?.();
      return result;
    });
  });
}

function uncompiled(host: TestHost, className: string): Verdict {
  return { outcome: 'unsupported', message: host.compileProblem(className) ?? `${className} was not compiled.` };
}

function allEnd({ name, methods }: TestClass, verdict: Verdict): TestResult[] {
  return methods.map((method) => ({ class: name, method, ...verdict, ms: 0 }));
}

function verdictOfSetup(host: TestHost, metadata: ClassMetadata, { setup }: TestClass): Verdict {
  return judged(() => setup.forEach((method) => invoke(host, metadata, method, runJobsOfSetup)));
}

function runMethod(host: TestHost, metadata: ClassMetadata, method: string): TestResult {
  const started = performance.now();
  const verdict = undone(host, () => judged(() => invoke(host, metadata, method)));
  return { class: metadata.name, method, ...verdict, ms: Math.round(performance.now() - started) };
}

function judged(body: () => void): Verdict {
  try {
    body();
    return { outcome: 'passed', message: null };
  } catch (error) {
    return verdictOf(error);
  }
}

/** @param afterwards runs once the method has ended, in its transaction */
function invoke(host: TestHost, metadata: ClassMetadata, name: string, afterwards?: () => void): void {
  const method = metadata.methods.find((one) => one.isStatic && one.name.toLowerCase() === name.toLowerCase());
  if (!method) throw new Error(`${metadata.name}.${name} is not a static method.`);
  const { services: org, user } = host;
  const seesAllData = [metadata, method].some(({ annotations }) => annotations.some(isOverAllData));
  const codeUnit = { name: `${metadata.name}.${method.name}()`, apexClass: metadata.name };
  const options = { org, kind: 'RUNTEST_SYNC', user, profile: 'synchronous', isTest: true, seesAllData } as const;
  const test = new Transaction({ ...options, codeUnit });
  org.database.atomically(() =>
    runInTransaction(test, () => {
      host.invokeStatic(metadata, method);
      afterwards?.();
    })
  );
}

/** @see "Using the IsTest(SeeAllData=True) Annotation", Apex Developer Guide */
function isOverAllData({ name, parameters }: AnnotationMetadata): boolean {
  return name.toLowerCase() === 'istest' && String(parameters['seealldata']).toLowerCase() === 'true';
}

const UNDO = Symbol('undo');

/** Runs `body` and takes back what it wrote. */
function undone<Result>(host: TestHost, body: () => Result): Result {
  let result: Result | undefined;
  try {
    host.services.database.atomically(() => {
      result = body();
      throw UNDO;
    });
  } catch (error) {
    if (error !== UNDO) throw error;
  }
  return result as Result;
}

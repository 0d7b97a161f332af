/** What is kept of tests while they run, beside their results. */
import type { TestHost } from './host';
import type { TestClass, TestCoverage } from './model';
import type { RunWatcher } from './run';

/** Keeps what each test executed. */
export class CoverageByTest implements RunWatcher {
  readonly tests: TestCoverage[] = [];
  private readonly host: TestHost;

  constructor(host: TestHost) {
    this.host = host;
  }

  onTest(className: string, method: string): () => void {
    const end = this.host.watchCoverage();
    return () => void this.tests.push({ class: className, method, units: end() });
  }
}

/** Counts along on a terminal; the line is gone when the report comes. */
export function progress(classes: readonly TestClass[]): RunWatcher {
  if (!process.stderr.isTTY) return {};
  const total = classes.reduce((sum, { methods }) => sum + methods.length, 0);
  let done = 0;
  const onResult = (): void => {
    done += 1;
    process.stderr.write(done < total ? `\r${done} of ${total} tests` : '\r\u001b[K');
  };
  return { onResult };
}

/** Tells of each class as it ends, so that nobody has to wait for the last of them. */
export const classLines: RunWatcher = {
  onClass: (className, results) => {
    const passed = results.filter(({ outcome }) => outcome === 'passed').length;
    const others = results.length - passed;
    console.log(`${others === 0 ? 'passed' : 'FAILED'} ${className} (${passed} of ${results.length})`);
  }
};

/** Several as one. */
export function together(...watchers: readonly RunWatcher[]): RunWatcher {
  return {
    onClass: (className, results) => watchers.forEach((watcher) => watcher.onClass?.(className, results)),
    onResult: (result) => watchers.forEach((watcher) => watcher.onResult?.(result)),
    onTest: (className, method) => {
      const ends = watchers.map((watcher) => watcher.onTest?.(className, method));
      return () => ends.forEach((end) => end?.());
    }
  };
}

import { dependentsOf } from '../apex';
import type { OpenTestHost } from '../test-runner/host';
import { workingClock } from '../transaction/clock';
import { steadyCacheFolder } from './cache-folder';
import { buildOrg } from './build-org';
import { testCoverage, watchCoverage } from './test-coverage';

/** Opens a fresh org in memory for a run of Apex tests. */
export const openTestHost: OpenTestHost = async (
  projectFolder,
  { coverage, seed = 1, faults, features, cacheFolder, compiler }
) => {
  const org = await buildOrg({
    projectDirectory: projectFolder,
    databaseFile: ':memory:',
    cacheFolder: cacheFolder ?? steadyCacheFolder(),
    coverage,
    seed,
    clock: workingClock(),
    faults,
    features,
    compiler,
    // A job that fails does not fail the test that started it.
    onUnhandled: () => undefined
  });
  const { program, problemOf, sources } = org.apex;
  return {
    services: org.services,
    user: org.user,
    sources,
    compiledClass: (name) => program.findClass(name),
    compileProblem: (name) => problemOf(name),
    invokeStatic: ({ name }, method) => program.invokeStatic(name, method),
    dependents: () => dependentsOf(program.scripts()),
    coverage: () => testCoverage(org),
    watchCoverage: () => watchCoverage(org),
    close: () => org.close()
  };
};

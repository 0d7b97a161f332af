import type { ClassCoverage } from '../apex/test-runner/model';
import type { OpenTestHost } from '../apex/test-runner/host';
import type { LineCoverage } from '../apex/runtime/program';
import { steadyCacheFolder } from './cache-folder';
import { buildOrg } from './build-org';

/** Opens a fresh org in memory for a run of Apex tests. */
export const openTestHost: OpenTestHost = async (projectFolder, { coverage, seed = 1, faults, cacheFolder }) => {
  const org = await buildOrg({
    projectDirectory: projectFolder,
    databaseFile: ':memory:',
    cacheFolder: cacheFolder ?? steadyCacheFolder(),
    coverage,
    seed,
    faults,
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
    coverage: () =>
      program
        .coverage()
        .filter((unit) => !isTestClass(unit.unit))
        .map(classCoverage),
    close: () => org.close()
  };

  function isTestClass(name: string): boolean {
    return (
      program.findClass(name)?.annotations.some((annotation) => annotation.name.toLowerCase() === 'istest') ?? false
    );
  }
};

function classCoverage({ unit, lines }: LineCoverage): ClassCoverage {
  const uncoveredLines = [...lines].filter(([, hits]) => hits === 0).map(([line]) => line);
  return {
    class: unit,
    lines: lines.size,
    covered: lines.size - uncoveredLines.length,
    uncoveredLines: uncoveredLines.sort((a, b) => a - b)
  };
}

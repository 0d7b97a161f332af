import type { TestClass } from './model';

/**
 * Picks what `--tests A,B.method` names, ignoring case as Apex does.
 * @throws Error naming a class or method that there is no test of
 */
export function selectTests(classes: readonly TestClass[], names: string): TestClass[] {
  const wanted = names.split(',').map((name) => name.trim().toLowerCase());
  const unknown = wanted.find((name) => !classes.some((testClass) => pick(testClass, [name])));
  if (unknown !== undefined) {
    throw new Error(
      `There is no test "${unknown}". --tests takes names of test classes, or Class.method, with commas.`
    );
  }
  return classes.flatMap((testClass) => pick(testClass, wanted) ?? []);
}

/** The class with its wanted methods only; null when none is wanted. */
function pick(testClass: TestClass, wanted: readonly string[]): TestClass | null {
  const className = testClass.name.toLowerCase();
  if (wanted.includes(className)) return testClass;
  const methods = testClass.methods.filter((method) => wanted.includes(`${className}.${method.toLowerCase()}`));
  return methods.length > 0 ? { ...testClass, methods } : null;
}

/** Which tests a client asks for. @see "runTestsAsynchronous" and "runTestsSynchronous", Tooling API */
import { discoverTests } from '../../../test-runner/discover';
import type { TestClass } from '../../../test-runner/model';
import { NotModeled } from '../../../values/not-modeled';
import { refusal } from '../../api-error';
import { listOf } from '../../routes/paths';
import type { ToolingOrg } from '../tooling-org';

/** What a client sends. */
export interface TestRunInput {
  readonly tests?: readonly { className?: string; classId?: string; testMethods?: readonly string[] }[];
  /** Older forms: names or Ids with commas between them. */
  readonly classNames?: string;
  readonly classids?: string;
  readonly suiteNames?: string;
  readonly suiteids?: string;
  readonly testLevel?: string;
  readonly skipCodeCoverage?: boolean;
  readonly category?: readonly string[];
}

/** A class of which all tests are to run, or some. */
export interface RequestedTests extends TestClass {
  readonly isWhole: boolean;
}

const ALL_TESTS: ReadonlySet<string | undefined> = new Set(['RunLocalTests', 'RunAllTestsInOrg']);

/**
 * The test classes, each with the methods to run.
 * @throws ApiError for names that there are no tests of
 * @throws NotModeled for tests of flows, and levels that depend on what is deployed
 */
export function requestedTests(org: ToolingOrg, input: TestRunInput): RequestedTests[] {
  if (input.category?.some((name) => name.toLowerCase() === 'flow')) throw new NotModeled('tests of flows');
  const all = discoverTests(org.apex.sources);
  const named = namedTests(org, input);
  if (named.length > 0) return named.map(({ name, methods }) => pick(all, name, methods));
  if (ALL_TESTS.has(input.testLevel)) return all.map(whole);
  if (input.testLevel && input.testLevel !== 'RunSpecifiedTests') throw new NotModeled(`test level ${input.testLevel}`);
  throw refusal(400, 'INVALID_INPUT', 'Specify at least one test class, suite or test level to run.');
}

interface Named {
  readonly name: string;
  readonly methods: readonly string[];
}

function namedTests(org: ToolingOrg, input: TestRunInput): Named[] {
  const byClass = (input.tests ?? []).map(({ className, classId, testMethods = [] }) => ({
    name: className ?? classNameOf(org, classId),
    methods: testMethods
  }));
  const ids = listOf(input.classids).map((id) => classNameOf(org, id));
  const names = [...listOf(input.classNames), ...ids, ...suiteMembers(org, input)];
  return [...byClass, ...[...new Set(names)].map((name) => ({ name, methods: [] }))];
}

function suiteMembers({ system }: ToolingOrg, { suiteNames, suiteids }: TestRunInput): string[] {
  const byName = listOf(suiteNames).map((name) => {
    const [suite] = system.find('ApexTestSuite', { TestSuiteName: name });
    if (!suite) throw refusal(400, 'INVALID_INPUT', `There is no test suite ${name}.`);
    return String(suite['Id']);
  });
  return [...byName, ...listOf(suiteids)].flatMap((ApexTestSuiteId) =>
    system.find('TestSuiteMembership', { ApexTestSuiteId }).map((row) => className(system, String(row['ApexClassId'])))
  );
}

function classNameOf({ system }: ToolingOrg, id: string | undefined): string {
  if (!id) throw refusal(400, 'INVALID_INPUT', 'A test needs a className or a classId.');
  return className(system, id);
}

function className(system: ToolingOrg['system'], id: string): string {
  const [row] = system.find('ApexClass', { Id: id });
  if (!row) throw refusal(400, 'INVALID_INPUT', `There is no Apex class ${id}.`);
  return String(row['Name']);
}

function pick(all: readonly TestClass[], name: string, methods: readonly string[]): RequestedTests {
  const found = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!found)
    throw refusal(
      400,
      'INVALID_INPUT',
      `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`
    );
  if (methods.length === 0) return whole(found);
  return { ...found, methods: methods.map((method) => methodOf(found, method)), isWhole: false };
}

function whole(tests: TestClass): RequestedTests {
  return { ...tests, isWhole: true };
}

function methodOf({ name, methods }: TestClass, method: string): string {
  const found = methods.find((one) => one.toLowerCase() === method.toLowerCase());
  if (!found) throw refusal(400, 'INVALID_INPUT', `There is no test method ${method} in ${name}.`);
  return found;
}

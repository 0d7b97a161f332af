import path from 'node:path';
import { lines, runPackageFile } from './command';

interface Violation {
  from: string;
  to: string;
  cycle?: { name: string }[];
  rule: { name: string };
}

interface CruiseResult {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: {
    violations: Violation[];
    ruleSetUsed: { forbidden: { name: string; comment: string }[] };
  };
}

/** What dependency-cruiser read and what it has against it. */
export interface Cruise {
  /** A sentence for each import that a rule forbids. */
  problems: string[];
  /** Every import, by path from where it was started. */
  imports: { from: string; to: string }[];
}

/**
 * Reads the imports of a folder and holds them against rules.
 * @param directory the project
 * @param configuration file of the project's `config` folder
 * @param place where to start from, so that aliases are resolved from there
 * @throws Error with the tool's own words when it cannot do its work
 */
export async function cruise(
  directory: string,
  configuration: string,
  place: { in: string; folder: string }
): Promise<Cruise> {
  const rules = path.resolve(__dirname, '../../config', configuration);
  const args = ['--config', rules, '--output-type', 'json', place.folder];
  const { output, errorOutput } = await runPackageFile('dependency-cruiser/bin/dependency-cruise.mjs', args, {
    directory: path.join(directory, place.in)
  });
  if (!output.startsWith('{')) throw new Error(lines(errorOutput + output).join('\n'));
  const { modules, summary } = JSON.parse(output) as CruiseResult;
  const comments = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  const tell = (violation: Violation): string =>
    problemOf(violation, comments.get(violation.rule.name), (file) => path.posix.join(place.in, file));
  // an import in the wrong direction closes many circles, so it comes before them
  const imports = summary.violations.filter(({ cycle }) => !cycle).map(tell);
  const circles = summary.violations.filter(({ cycle }) => cycle).map(tell);
  return {
    problems: [...imports.sort(), ...new Set(circles.sort())],
    imports: modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved }))
    )
  };
}

/** A circle is told once, from whichever of its members comes first. */
function problemOf(
  { from, to, cycle }: Violation,
  comment: string | undefined,
  full: (file: string) => string
): string {
  if (!cycle) return `${full(from)} imports ${full(to)}: ${comment}`;
  const members = cycle.map(({ name }) => full(name));
  const first = members.indexOf([...members].sort()[0]);
  const circle = [...members.slice(first), ...members.slice(0, first)];
  return `${[...circle, circle[0]].join(' -> ')}: ${comment}`;
}

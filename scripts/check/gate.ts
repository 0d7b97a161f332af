/** What a gate found. `notRun` carries the reason, which names what is missing and how to get it. */
export type GateFinding = { problems: string[] } | { notRun: string };

/** One check of the whole project. */
export interface Gate {
  name: string;
  /** What it makes sure of, for the list of gates. */
  purpose: string;
  run(projectDirectory: string): Promise<GateFinding>;
}

/** A gate's result, as it is printed and written to the JSON file. */
export interface GateResult {
  name: string;
  status: 'passed' | 'failed' | 'not run';
  seconds: number;
  problems: string[];
}

/** Runs one gate; a gate that breaks has failed, it never passes by accident. */
export async function runGate(gate: Gate, projectDirectory: string): Promise<GateResult> {
  const started = performance.now();
  const finding = await findingOf(gate, projectDirectory);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  if ('notRun' in finding) return { name: gate.name, status: 'not run', seconds, problems: [finding.notRun] };
  const status = finding.problems.length ? 'failed' : 'passed';
  return { name: gate.name, status, seconds, problems: finding.problems };
}

async function findingOf(gate: Gate, projectDirectory: string): Promise<GateFinding> {
  try {
    return await gate.run(projectDirectory);
  } catch (error) {
    return { problems: [`The gate itself broke: ${error instanceof Error ? (error.stack ?? error.message) : error}`] };
  }
}

/** Runs the gates, no more than `width` of them at a time, and returns their results in the order given. */
export async function runGates(
  gates: readonly Gate[],
  projectDirectory: string,
  width: number,
  onResult: (result: GateResult) => void = () => undefined
): Promise<GateResult[]> {
  const results: GateResult[] = [];
  const waiting = gates.map((gate, index) => ({ gate, index }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      results[next.index] = await runGate(next.gate, projectDirectory);
      onResult(results[next.index]);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}

import { InvalidArgumentError, type Command } from 'commander';
import { FaultPlan } from './fault-plan';
import { parseFault, type Fault } from './fault-spec';

/** What a command was told about faults. */
export interface FaultOptions {
  readonly fault?: readonly Fault[];
  readonly boundaries?: string;
}

/** Adds `--fault` and `--boundaries` to a command. */
export function addFaultOptions(command: Command): Command {
  return command
    .option('--fault <spec>', 'let something go wrong, e.g. callout:3=timeout or commit:2=kill; repeatable', collect)
    .option('--boundaries <file>', 'write to this file every boundary that the run crosses');
}

function collect(spec: string, earlier: readonly Fault[] = []): Fault[] {
  try {
    return [...earlier, parseFault(spec)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** The plan of these options; none when there is nothing to count or break. */
export function faultPlan(options: FaultOptions, onKill?: () => void): FaultPlan | undefined {
  if (!options.fault && !options.boundaries) return undefined;
  return new FaultPlan(options.fault, onKill);
}

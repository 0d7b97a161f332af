import { InvalidArgumentError, type Command } from 'commander';
import { PERSON_ACCOUNTS } from './person-accounts';

/** What a command was told about the features of its org. */
export interface FeatureOptions {
  readonly feature?: readonly string[];
}

/** Adds `--feature` to a command: an org has those of the project's scratch org definition and these. */
export function addFeatureOption(command: Command): Command {
  return command.option(
    '--feature <name>',
    `a feature that the org has beside those of config/project-scratch-def.json: ${PERSON_ACCOUNTS}`,
    collect
  );
}

function collect(name: string, earlier: readonly string[] = []): string[] {
  if (name === PERSON_ACCOUNTS) return [...earlier, name];
  throw new InvalidArgumentError(`The only feature that can be chosen is ${PERSON_ACCOUNTS}.`);
}

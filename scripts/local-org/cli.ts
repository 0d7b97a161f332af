import { Command } from 'commander';
import { apexTestCommand } from './test-runner/command';
import { modelDocsCommand } from './model/command';
import { openTestHost } from './org';

void new Command('local-org')
  .description('Runs Apex of Salesforce projects on this machine.')
  .addCommand(apexTestCommand(openTestHost))
  .addCommand(modelDocsCommand())
  .parseAsync();

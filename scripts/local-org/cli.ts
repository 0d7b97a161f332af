import { Command } from 'commander';
import { apexTestCommand } from './apex/test-runner/command';
import { modelDocsCommand } from './model/command';
import { apexCheckCommand } from './org/check-command';
import { openTestHost } from './org/test-host';

void new Command('local-org')
  .description('Runs Apex of Salesforce projects on this machine.')
  .addCommand(apexTestCommand(openTestHost))
  .addCommand(apexCheckCommand())
  .addCommand(modelDocsCommand())
  .parseAsync();

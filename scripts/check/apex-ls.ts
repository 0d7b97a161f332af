import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installedPackages, lines, runCommand } from './command';
import type { CommandResult } from './command';
import type { Gate, GateFinding } from './gate';

interface ApexLsReport {
  files: { path: string; messages: { start: { line: number }; category: string; message: string }[] }[];
}

const NEEDS_JAVA =
  'apex-ls was not run: it needs Java 17 or later, and no "java" is on the PATH. ' +
  'On Debian: apt-get install openjdk-17-jre-headless';

/** The semantic check of all Apex by apex-ls (https://github.com/apex-dev-tools/apex-ls), which needs Java. */
export const apexLs: Gate = {
  name: 'apex-ls',
  purpose: 'Apex classes compile against each other, the objects and the platform.',
  async run(directory) {
    try {
      return finding(await checkForIssues(directory), directory);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { notRun: NEEDS_JAVA };
      throw error;
    }
  }
};

async function checkForIssues(directory: string): Promise<CommandResult> {
  const library = path.join(installedPackages(), '@salesforce', 'code-analyzer-pmd-engine', 'dist', 'java-lib', '*');
  const main = 'io.github.apexdevtools.apexls.CheckForIssues';
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  // it leaves a folder for its log behind, every time
  const temporary = mkdtempSync(path.join(tmpdir(), 'apex-ls-'));
  const options = ['-w', directory, '-n', '-d', 'errors', '-f', 'json'];
  try {
    return await runCommand(java, [`-Djava.io.tmpdir=${temporary}`, '-cp', library, main, ...options], { directory });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function finding({ exitCode, output, errorOutput }: CommandResult, directory: string): GateFinding {
  if (exitCode === 0) return { problems: [] };
  // exit code 4 is "there are errors"; anything else is a failure of the checker
  if (exitCode !== 4) return { problems: [`apex-ls ended with ${exitCode}.`, ...lines(output + errorOutput)] };
  const { files } = JSON.parse(output) as ApexLsReport;
  return { problems: files.flatMap((file) => file.messages.map((message) => describe(file.path, message, directory))) };
}

function describe(
  file: string,
  { start, category, message }: ApexLsReport['files'][number]['messages'][number],
  directory: string
): string {
  return `${path.relative(directory, file)}:${start.line}: ${message} (${category})`;
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { buildOrg, steadyCacheFolder } from '../local-org/org';
import { apexLs } from './apex-ls';

async function check(projectDirectory: string): Promise<number> {
  try {
    const org = await buildOrg({ projectDirectory, databaseFile: ':memory:', cacheFolder: steadyCacheFolder() });
    const problems = [...org.apex.problems.values()];
    org.close();
    problems.forEach((problem) => console.log(problem));
    console.log(`${org.project.apexFiles.length} Apex files, ${problems.length} with errors (local simulation).`);
    const others = await problemsOfApexLs(projectDirectory);
    return problems.length + others > 0 ? 1 : 0;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

/** How many problems apex-ls has, each of them printed; a folder that is no project, or no Java, leaves it out. */
async function problemsOfApexLs(projectDirectory: string): Promise<number> {
  if (!existsSync(join(projectDirectory, 'sfdx-project.json'))) return 0;
  const finding = await apexLs.run(resolve(projectDirectory));
  if ('notRun' in finding) {
    console.log(finding.notRun);
    return 0;
  }
  finding.problems.forEach((problem) => console.log(`apex-ls: ${problem}`));
  console.log(`apex-ls: ${finding.problems.length} errors.`);
  return finding.problems.length;
}

/**
 * `npm run apex:check`: compiles the Apex of a project, in the local org and with apex-ls, and tells what is wrong with
 * it. Exit code 0 when all of it compiles, 1 when some does not, 2 when the project cannot be read.
 */
void new Command('npm run apex:check --')
  .description('Compiles the Apex of a project and lists its errors.')
  .option('--project <folder>', 'Salesforce project, or a folder with Apex classes', '.')
  .action(async ({ project }: { project: string }) => {
    process.exitCode = await check(project);
  })
  .parseAsync();

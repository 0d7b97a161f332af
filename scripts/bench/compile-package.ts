import { resolve } from 'node:path';
import { buildOrg, steadyCacheFolder } from '../local-org/org';

/** Makes an org of the package and prints how long that took: compiling its Apex is nearly all of it. */
async function main(): Promise<void> {
  const startedAt = performance.now();
  const org = await buildOrg({
    projectDirectory: resolve(__dirname, '../..'),
    databaseFile: ':memory:',
    cacheFolder: steadyCacheFolder()
  });
  console.log(`compiled in ${Math.round(performance.now() - startedAt)} ms`);
  org.close();
}

void main();

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { componentsDirectory, listBundles } from './bundles';

/** The generated file that force-app/lwc/tsconfig.json extends. */
export const PATHS_FILE = 'tsconfig.paths.json';

/**
 * Tells the type checker where each module that a component may import has its types: `lightning/x` and `c/x`.
 * One entry per component is needed, since the folder's name is repeated in the file's and a `paths` entry takes a
 * single `*` (https://www.typescriptlang.org/tsconfig/#paths).
 */
export function modulePaths(projectDirectory: string): Record<string, string[]> {
  const root = componentsDirectory(projectDirectory);
  const own = listBundles(projectDirectory).map(({ name }) => [`c/${name}`, [`./${name}/${name}.ts`]]);
  return Object.fromEntries([...baseComponents(projectDirectory, root), ...own]);
}

/** Writes the paths file if it differs from what is there; returns how many modules it names. */
export function writeModulePaths(projectDirectory: string): number {
  const file = path.join(componentsDirectory(projectDirectory), PATHS_FILE);
  const paths = modulePaths(projectDirectory);
  const text = JSON.stringify({ compilerOptions: { paths } }, null, 2) + '\n';
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return Object.keys(paths).length;
}

function baseComponents(projectDirectory: string, relativeTo: string): [string, string[]][] {
  const library = path.join(projectDirectory, 'node_modules', 'lightning-base-components', 'src', 'lightning');
  return readdirSync(library)
    .sort()
    .map((name) => ({ name, types: path.join(library, name, `${name}.d.ts`) }))
    .filter(({ types }) => existsSync(types))
    .map(({ name, types }) => [`lightning/${name}`, [path.relative(relativeTo, types).replaceAll('\\', '/')]]);
}

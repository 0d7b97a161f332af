import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { componentsDirectory, listBundles } from './bundles';

/**
 * Where the type checker finds each module that a component or a page of the local org may import. One entry per
 * component is needed, since the folder's name is repeated in the file's and a `paths` entry takes a single `*`
 * (https://www.typescriptlang.org/tsconfig/#paths).
 */
export type ModulePaths = Record<string, string[]>;

/** Writes the generated settings that the two browser-side tsconfig files extend; returns how many modules they name. */
export function writeModulePaths(projectDirectory: string): number {
  const components = componentsDirectory(projectDirectory);
  const scripts = path.join(projectDirectory, 'scripts');
  return (
    writePaths(path.join(components, 'tsconfig.paths.json'), componentPaths(projectDirectory)) +
    (existsSync(scripts) ? writePaths(path.join(scripts, 'tsconfig.paths.json'), pagePaths(projectDirectory)) : 0)
  );
}

/** For the package's components: `lightning/x` and `c/x`. */
export function componentPaths(projectDirectory: string): ModulePaths {
  const own = listBundles(projectDirectory).map(({ name, directory }) => [`c/${name}`, path.join(directory, name)]);
  return relativePaths(componentsDirectory(projectDirectory), [
    ...baseComponents(projectDirectory, 'lightning'),
    ...own
  ]);
}

/** For the local org's pages: what they replace of the platform, their own modules, and the rest of the platform. */
export function pagePaths(projectDirectory: string): ModulePaths {
  const pages = path.join(projectDirectory, 'scripts', 'local-org', 'lightning', 'browser');
  return relativePaths(path.join(projectDirectory, 'scripts'), [
    ...baseComponents(projectDirectory, 'lightning'),
    ...baseComponents(projectDirectory, 'base-components'),
    ...['force', 'lightning', 'shell'].flatMap((namespace) => modulesIn(path.join(pages, namespace), namespace, '.ts')),
    ['local-org/*', path.join(pages, 'runtime', '*')]
  ]);
}

function baseComponents(projectDirectory: string, namespace: string): string[][] {
  const library = path.join(projectDirectory, 'node_modules', 'lightning-base-components', 'src', 'lightning');
  return modulesIn(library, namespace, '.d.ts');
}

/** The modules of a folder that holds one folder per module, without their ending. */
function modulesIn(folder: string, namespace: string, ending: string): string[][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => [`${namespace}/${name}`, path.join(folder, name, name)])
    .filter(([, file]) => existsSync(file + ending));
}

function relativePaths(from: string, modules: string[][]): ModulePaths {
  const relative = (file: string): string => {
    const name = path.relative(from, file).replaceAll('\\', '/');
    return name.startsWith('.') ? name : `./${name}`;
  };
  return Object.fromEntries(modules.map(([name, file]) => [name, [relative(file)]]));
}

function writePaths(file: string, paths: ModulePaths): number {
  const text = JSON.stringify({ compilerOptions: { paths } }, null, 2) + '\n';
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return Object.keys(paths).length;
}

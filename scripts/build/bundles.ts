import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A Lightning Web Component bundle of the package: one folder below force-app/lwc. */
export interface Bundle {
  name: string;
  directory: string;
  /** Absolute paths of the bundle's own files; unit tests are not among them. */
  files: string[];
}

/** The folder of the package's Lightning Web Components. */
export function componentsDirectory(projectDirectory: string): string {
  return path.join(projectDirectory, 'force-app', 'lwc');
}

/** Lists the component bundles of the project, by name. */
export function listBundles(projectDirectory: string): Bundle[] {
  const root = componentsDirectory(projectDirectory);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .map((name) => ({ name, directory: path.join(root, name) }))
    .filter(({ directory }) => statSync(directory).isDirectory())
    .map((bundle) => ({ ...bundle, files: listFiles(bundle.directory) }));
}

/** The bundle's TypeScript modules: what the build compiles. */
export function typeScriptFiles(bundle: Bundle): string[] {
  return bundle.files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !['__tests__', '__mocks__'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(directory, entry.name);
      return entry.isDirectory() ? listFiles(file) : [file];
    });
}

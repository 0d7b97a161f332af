import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The TypeScript of this host that runs in the browser. */
export const BROWSER_FOLDER = join(__dirname, '..', 'browser');
/** Plain modules shared by the shell and by generated modules: `local-org/NAME`. */
export const RUNTIME_FOLDER = join(BROWSER_FOLDER, 'runtime');
/** The open-source base components. */
export const BASE_COMPONENTS_FOLDER = join(packageFolder('lightning-base-components'), 'src', 'lightning');
/** What the npm package of the base components says about every module of the platform. */
export const PLATFORM_MODULES_FILE = join(packageFolder('lightning-base-components'), 'metadata', 'raptor.json');
/** Stylesheets, sprites and illustrations of the Lightning Design System. */
export const DESIGN_SYSTEM_FOLDER = join(packageFolder('@salesforce-ux/design-system'), 'assets');

/**
 * The folder of an installed package. The packages' export maps hide package.json from `require.resolve`, so the file
 * is looked for along the paths that Node would take.
 */
export function packageFolder(name: string): string {
  const folder = (require.resolve.paths(name) ?? []).map((path) => join(path, name)).find((path) => existsSync(path));
  if (!folder) {
    throw new Error(`The package ${name} is not installed. Run "npm ci".`);
  }
  return folder;
}

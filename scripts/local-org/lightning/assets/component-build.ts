import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { NotModeled } from '../../values/not-modeled';
import type { BundleFiles } from './cache';
import { compileModules } from './compile';
import { COMPONENTS_MODULE, platformEntries } from './platform-layer';
import { salesforceModules } from './salesforce-modules';

/** Compiles the components that tabs and record pages show, and whatever they use. */
export function buildComponents(lwcFolder: string, components: readonly string[]): Promise<BundleFiles> {
  const provided = new Set(Object.keys(platformEntries()));
  return compileModules({
    input: { [COMPONENTS_MODULE]: COMPONENTS_MODULE },
    modules: [],
    plugins: [shownComponents(components), packageModules(lwcFolder), salesforceModules(), unknownModules(provided)],
    external: (id) => provided.has(id)
  });
}

/** One module that imports each component when it is first shown. */
function shownComponents(components: readonly string[]): Plugin {
  const entries = components.map((name) => `${JSON.stringify(name)}: () => import('c/${name}')`);
  return {
    name: 'local-org-shown-components',
    resolveId: (id) => (id === COMPONENTS_MODULE ? `\0${id}` : null),
    load: (id) => (id === `\0${COMPONENTS_MODULE}` ? `export const components = { ${entries.join(', ')} };` : null)
  };
}

/** Finds `c/NAME` in the project, in TypeScript where there is any. */
function packageModules(lwcFolder: string): Plugin {
  const known = existsSync(lwcFolder) ? new Set(readdirSync(lwcFolder)) : new Set<string>();
  return {
    name: 'local-org-package-modules',
    resolveId(id, importer) {
      if (!id.startsWith('c/')) {
        return null;
      }
      const name = id.slice('c/'.length);
      if (!known.has(name)) {
        throw new Error(`There is no component c/${name}, which ${importer ?? 'a tab'} uses.`);
      }
      const start = join(lwcFolder, name, name);
      return ['.ts', '.js', '.html', '.css'].map((ending) => start + ending).find((path) => existsSync(path)) ?? null;
    }
  };
}

/** A module of the platform that this local org does not have stops the build by name. */
function unknownModules(provided: ReadonlySet<string>): Plugin {
  return {
    name: 'local-org-unknown-modules',
    resolveId(id, importer) {
      const isPath = /^[./\0]|^\w:/.test(id);
      if (!isPath && !id.startsWith('c/') && !provided.has(id)) {
        throw new NotModeled(`module ${id}, which ${importer ?? 'a tab'} imports`);
      }
      return null;
    }
  };
}

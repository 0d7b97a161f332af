import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { bundle, contentKey, filesBelow, type Bundle, type BundleFiles } from './cache';
import { COMPONENTS_MODULE, platformEntries } from './platform-layer';
import { salesforceModules } from './salesforce-modules';
import { toolVersions } from './versions';
import { NotModeled } from '../../platform/not-modeled';

/*
 * The second of two layers: the package's own components, from their TypeScript. It is small, so that a change to a
 * component is in the browser within a second or two.
 */

/**
 * The layer for the components as they are now.
 * @param components the components that tabs show; whatever they use comes along
 */
export function componentLayer(lwcFolder: string, components: readonly string[], cacheFolder: string): Bundle {
  const buildCode = filesBelow(__dirname, (path) => path.endsWith('.ts'));
  const key = contentKey(
    lwcFolder,
    [...sourcesIn(lwcFolder), ...buildCode],
    [toolVersions(), ...components].join('\n')
  );
  return bundle(cacheFolder, 'components', key, () => buildComponentLayer(lwcFolder, components));
}

async function buildComponentLayer(lwcFolder: string, components: readonly string[]): Promise<BundleFiles> {
  const { compileModules } = await import('./compile');
  const provided = new Set(Object.keys(platformEntries()));
  return compileModules({
    input: { [COMPONENTS_MODULE]: COMPONENTS_MODULE },
    modules: [],
    plugins: [tabComponents(components), packageModules(lwcFolder), salesforceModules(), unknownModules(provided)],
    external: (id) => provided.has(id)
  });
}

/** What the components are written in. The JavaScript beside a TypeScript file is compiled from it, and left out. */
function sourcesIn(lwcFolder: string): string[] {
  return filesBelow(lwcFolder, (path) => {
    const written = /\.(ts|html|css)$/.test(path) || (path.endsWith('.js') && !existsSync(path.replace(/js$/, 'ts')));
    return written && !path.includes('__tests__') && !path.endsWith('.d.ts');
  });
}

/** One module that imports each tab's component when it is first shown. */
function tabComponents(components: readonly string[]): Plugin {
  const entries = components.map((name) => `${JSON.stringify(name)}: () => import('c/${name}')`);
  return {
    name: 'local-org-tab-components',
    resolveId: (id) => (id === COMPONENTS_MODULE ? `\0${id}` : null),
    load: (id) => (id === `\0${COMPONENTS_MODULE}` ? `export const tabComponents = { ${entries.join(', ')} };` : null)
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

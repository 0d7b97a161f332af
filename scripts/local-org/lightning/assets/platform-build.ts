import { join } from 'node:path';
import type { Plugin } from 'rollup';
import type { BundleFiles } from './cache';
import { compileModules } from './compile';
import { BASE_COMPONENTS_FOLDER, BROWSER_FOLDER, RUNTIME_FOLDER } from './folders';
import { COMPONENTS_MODULE, isIconLibrary, platformEntries } from './platform-layer';

const ORIGINAL_PREFIX = 'base-components/';

/** Compiles the platform layer, some ten seconds of work. */
export function buildPlatform(): Promise<BundleFiles> {
  return compileModules({
    input: platformEntries(),
    modules: [{ dir: BROWSER_FOLDER }, { npm: 'lightning-base-components' }],
    plugins: [runtimePlugin(), userLocalePlugin(), originalBaseComponents()],
    external: (id) => isIconLibrary(id) || id === COMPONENTS_MODULE
  });
}

function runtimePlugin(): Plugin {
  return {
    name: 'local-org-runtime',
    resolveId(id) {
      return id.startsWith('local-org/') ? join(RUNTIME_FOLDER, `${id.slice('local-org/'.length)}.ts`) : null;
    }
  };
}

/** Gives the base components the running user's language, zone and number signs instead of the package's en-US. */
function userLocalePlugin(): Plugin {
  const prefix = '@salesforce/i18n/';
  return {
    name: 'local-org-user-locale',
    async resolveId(id, importer) {
      if (!id.startsWith(prefix)) {
        return null;
      }
      const original = await this.resolve(id, importer, { skipSelf: true });
      return original ? `\0user-locale:${id.slice(prefix.length)}:${original.id}` : null;
    },
    load(id) {
      if (!id.startsWith('\0user-locale:')) {
        return null;
      }
      const [, name, ...path] = id.split(':');
      return [
        `import original from ${JSON.stringify(path.join(':'))};`,
        `import { localized } from 'local-org/i18n';`,
        `export default localized(${JSON.stringify(name)}, original);`
      ].join('\n');
    }
  };
}

/** Lets a module of this host extend the base component that it stands in for. */
function originalBaseComponents(): Plugin {
  return {
    name: 'local-org-original-base-components',
    resolveId(id) {
      if (!id.startsWith(ORIGINAL_PREFIX)) {
        return null;
      }
      const name = id.slice(ORIGINAL_PREFIX.length);
      return join(BASE_COMPONENTS_FOLDER, name, `${name}.js`);
    }
  };
}

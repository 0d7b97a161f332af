import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { bundle, contentKey, filesBelow, type Bundle, type BundleFiles } from './cache';
import { BASE_COMPONENTS_FOLDER, BROWSER_FOLDER, PLATFORM_MODULES_FILE, RUNTIME_FOLDER } from './folders';
import { toolVersions } from './versions';

/*
 * The first of two layers: the LWC engine, the base components, the modules of the platform that are not open source,
 * and the shell around the pages. It changes only with the installed packages or with this host.
 */

/** The module of the other layer through which the shell reaches the package's components. */
export const COMPONENTS_MODULE = 'package-components';

const ORIGINAL_PREFIX = 'base-components/';
/** Base components that need modules which are not open source: the mobile app's, and the figure's. */
const INCOMPLETE = ['barcodeScanner', 'primitiveFigure'];

/** Every module a component may import from the platform layer, with the file it starts in. */
export function platformEntries(): Record<string, string> {
  return {
    '@lwc/synthetic-shadow': '@lwc/synthetic-shadow',
    lwc: 'lwc',
    ...namespaceEntries(publicBaseComponents()),
    ...namespaceEntries(namesIn('lightning')),
    ...runtimeEntries(),
    start: 'shell/start'
  };
}

/** The layer for the installed packages. */
export function platformLayer(cacheFolder: string): Bundle {
  const sources = [
    ...filesBelow(BROWSER_FOLDER, (path) => !path.endsWith('.test.ts')),
    ...filesBelow(__dirname, (path) => path.endsWith('.ts'))
  ];
  const key = contentKey(join(BROWSER_FOLDER, '..'), sources, toolVersions());
  return bundle(cacheFolder, 'platform', key, buildPlatformLayer);
}

async function buildPlatformLayer(): Promise<BundleFiles> {
  const { compileModules } = await import('./compile');
  return compileModules({
    input: platformEntries(),
    modules: [{ dir: BROWSER_FOLDER }, { npm: 'lightning-base-components' }],
    plugins: [runtimePlugin(), userLocalePlugin(), originalBaseComponents()],
    external: (id) => isIconLibrary(id) || id === COMPONENTS_MODULE
  });
}

function namespaceEntries(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`lightning/${name}`, `lightning/${name}`]));
}

/** The base components that packages may use: those that the platform lists. */
function publicBaseComponents(): string[] {
  const listed = Object.keys(JSON.parse(readFileSync(PLATFORM_MODULES_FILE, 'utf8')) as object);
  const withheld = (name: string): boolean => isIconLibrary(`lightning/${name}`) || INCOMPLETE.includes(name);
  return listed.filter((name) => !withheld(name) && existsSync(join(BASE_COMPONENTS_FOLDER, name)));
}

/** Icons come from sprites here (browser/lightning/primitiveIcon): their 6,908 templates are never loaded. */
function isIconLibrary(id: string): boolean {
  return id.startsWith('lightning/iconSvgTemplates');
}

function namesIn(namespace: string): string[] {
  return readdirSync(join(BROWSER_FOLDER, namespace));
}

function runtimeEntries(): Record<string, string> {
  const names = readdirSync(RUNTIME_FOLDER).map((file) => file.replace(/\.ts$/, ''));
  return Object.fromEntries(names.map((name) => [`local-org/${name}`, `local-org/${name}`]));
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

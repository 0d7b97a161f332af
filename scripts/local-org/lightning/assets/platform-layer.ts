import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, contentKey, filesBelow, type Bundle } from './cache';
import { BASE_COMPONENTS_FOLDER, BROWSER_FOLDER, PLATFORM_MODULES_FILE, RUNTIME_FOLDER } from './folders';
import { toolVersions } from './versions';

/*
 * The first of two layers: the LWC engine, the base components, the modules of the platform that are not open source,
 * and the shell around the pages. It changes only with the installed packages or with this host.
 */

/** The module of the other layer through which the shell reaches the package's components. */
export const COMPONENTS_MODULE = 'package-components';

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
  return bundle(cacheFolder, 'platform', key);
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
export function isIconLibrary(id: string): boolean {
  return id.startsWith('lightning/iconSvgTemplates');
}

function namesIn(namespace: string): string[] {
  return readdirSync(join(BROWSER_FOLDER, namespace));
}

function runtimeEntries(): Record<string, string> {
  const names = readdirSync(RUNTIME_FOLDER).map((file) => file.replace(/\.ts$/, ''));
  return Object.fromEntries(names.map((name) => [`local-org/${name}`, `local-org/${name}`]));
}

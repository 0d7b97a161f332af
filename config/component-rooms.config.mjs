/**
 * Which component may import which, for dependency-cruiser: pages use parts, parts use modules without a template, and
 * never the other way round. To be run in the folder of the components, which the paths of their types start from.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const bundles = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(entry.name, `${entry.name}.ts`)))
  .map(({ name }) => ({
    name,
    isPage: read(name, 'js-meta.xml').includes('<isExposed>true</isExposed>'),
    hasTemplate: existsSync(join(name, `${name}.html`)),
    isDialog: read(name, 'ts').includes("'lightning/modal'")
  }));

function read(name, extension) {
  const file = join(name, `${name}.${extension}`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Paths of the files of these bundles; of none at all where there are none. */
function filesOf(chosen) {
  return `^(${chosen.map(({ name }) => name).join('|') || '-'})/`;
}

const pages = filesOf(bundles.filter(({ isPage }) => isPage));
const parts = filesOf(bundles.filter(({ hasTemplate, isDialog }) => hasTemplate && !isDialog));
const modules = filesOf(bundles.filter(({ hasTemplate }) => !hasTemplate));

export default {
  forbidden: [
    {
      name: 'page',
      comment: 'a page stands on its own: what others need of it belongs into a part or a module',
      severity: 'error',
      from: { path: '^([^/]+)/' },
      to: { path: pages, pathNot: '^$1/' }
    },
    {
      name: 'module',
      comment: 'a module without a template knows modules and dialogs, but no other component',
      severity: 'error',
      from: { path: modules },
      to: { path: parts }
    },
    {
      name: 'cycle',
      comment: 'components that import each other in a circle',
      severity: 'error',
      from: {},
      to: { circular: true }
    }
  ],
  options: {
    exclude: { path: ['node_modules', '^\\.\\.', '/__tests__/', '\\.js$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.paths.json' },
    enhancedResolveOptions: { extensions: ['.ts'] }
  }
};

import { existsSync } from 'node:fs';
import { bundle, contentKey, filesBelow, type Bundle } from './cache';
import { toolVersions } from './versions';

/*
 * The second of two layers: the package's own components, from their TypeScript. It is small, so that a change to a
 * component is in the browser within a second or two.
 */

/**
 * The layer for the components as they are now.
 * @param components the components that tabs and record pages show; whatever they use comes along
 */
export function componentLayer(lwcFolder: string, components: readonly string[], cacheFolder: string): Bundle {
  const buildCode = filesBelow(__dirname, (path) => path.endsWith('.ts'));
  const key = contentKey(
    lwcFolder,
    [...sourcesIn(lwcFolder), ...buildCode],
    [toolVersions(), ...components].join('\n')
  );
  return bundle(cacheFolder, 'components', key);
}

/** What the components are written in. The JavaScript beside a TypeScript file is compiled from it, and left out. */
function sourcesIn(lwcFolder: string): string[] {
  return filesBelow(lwcFolder, (path) => {
    const written = /\.(ts|html|css)$/.test(path) || (path.endsWith('.js') && !existsSync(path.replace(/js$/, 'ts')));
    return written && !path.includes('__tests__') && !path.endsWith('.d.ts');
  });
}

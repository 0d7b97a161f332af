import type { RollupError } from 'rollup';
import { describeAssets, lwcFolder, shownComponents, type AssetSource } from './assets';
import { isCached, keep } from './cache';
import { buildComponents } from './component-build';
import { buildPlatform } from './platform-build';

/* The process that assets.ts starts for a build. Its one argument is the source, as JSON. */

async function build(source: AssetSource): Promise<void> {
  const { platform, components } = describeAssets(source);
  if (!isCached(components)) {
    keep(components, await buildComponents(lwcFolder(source.packageFolder), shownComponents(source.application)));
  }
  if (!isCached(platform)) {
    keep(platform, await buildPlatform());
  }
}

build(JSON.parse(process.argv[2]) as AssetSource).catch((error: Partial<RollupError> & Error) => {
  const file = error.loc?.file ?? error.id;
  process.stderr.write(`The pages could not be built: ${file ? `${file}: ` : ''}${error.message}\n`);
  process.exitCode = 1;
});

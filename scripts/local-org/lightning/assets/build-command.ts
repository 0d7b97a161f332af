import type { RollupError } from 'rollup';
import { buildAssets, type AssetSource } from './assets';

/* The process that assets.ts starts for a build. Its one argument is the source, as JSON. */
buildAssets(JSON.parse(process.argv[2]) as AssetSource).catch((error: Partial<RollupError> & Error) => {
  const file = error.loc?.file ?? error.id;
  process.stderr.write(`The pages could not be built: ${file ? `${file}: ` : ''}${error.message}\n`);
  process.exitCode = 1;
});

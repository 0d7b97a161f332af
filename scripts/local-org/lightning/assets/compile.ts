import { dirname, join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import type { ModuleRecord } from '@lwc/module-resolver';
import { rollup, type OutputOptions, type Plugin, type RollupLog } from 'rollup';
import type { BundleFiles } from './cache';
import { packageFolder } from './folders';
import { typescriptPlugin } from './typescript-plugin';

/** What to compile: entry modules by the name they get in the browser, and where modules are found. */
export interface CompileRequest {
  input: Record<string, string>;
  modules: ModuleRecord[];
  /** Resolves what is not an LWC module, before the LWC resolver is asked. */
  plugins: Plugin[];
  external: (id: string) => boolean;
}

/** Compiles LWC modules to the ES modules the browser loads. */
export async function compileModules(request: CompileRequest): Promise<BundleFiles> {
  const bundle = await rollup({
    input: request.input,
    external: request.external,
    // Nearly everything is used, and finding out what is not takes longer than loading it.
    treeshake: false,
    plugins: [entriesPlugin(), ...request.plugins, constantsPlugin(), typescriptPlugin(), lwcPlugin(request.modules)],
    onwarn: rejectBrokenImports
  });
  const { output } = await bundle.generate(OUTPUT);
  await bundle.close();
  return Object.fromEntries(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)])
  );
}

const OUTPUT: OutputOptions = {
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  exports: 'named'
};

function lwcPlugin(modules: ModuleRecord[]): Plugin {
  return lwc({
    rootDir: __dirname,
    modules,
    defaultModules: [engineModule('lwc', '@lwc/engine-dom'), engineModule('@lwc/synthetic-shadow')],
    enableDynamicComponents: true,
    enableLwcOn: true,
    enableSyntheticElementInternals: true
  }) as Plugin;
}

/** A module of the engine, from the lwc package's own dependencies: engine and compiler must be of one version. */
function engineModule(name: string, packageName = name): ModuleRecord {
  const main = require.resolve(packageName, { paths: [packageFolder('lwc')] });
  return { name, path: join(dirname(main), 'index.js') };
}

/** LWC modules are found from an importing file, which an entry does not have: this folder stands in for it. */
function entriesPlugin(): Plugin {
  return {
    name: 'local-org-entries',
    resolveId(id, importer) {
      return importer ? null : this.resolve(id, join(__dirname, 'entry.ts'), { skipSelf: true });
    }
  };
}

/** The values that the base components expect their bundler to know. */
function constantsPlugin(): Plugin {
  return {
    name: 'local-org-constants',
    transform(code) {
      if (!/import\.meta\.env\.SSR|process\.env\.NODE_ENV/.test(code)) {
        return null;
      }
      const replaced = code
        .replaceAll('import.meta.env.SSR', 'false')
        .replaceAll('process.env.NODE_ENV', '"production"');
      return { code: replaced, map: null };
    }
  };
}

/** An import that leads nowhere stops the build; the rest of rollup's remarks concern code that is not ours. */
function rejectBrokenImports(warning: RollupLog): void {
  if (warning.code === 'UNRESOLVED_IMPORT' || warning.code === 'MISSING_EXPORT') {
    throw new Error(`${warning.message} (${dirname(warning.id ?? '')})`);
  }
}

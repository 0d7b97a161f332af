import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listBundles, typeScriptFiles } from '../build/bundles';
import type { Bundle } from '../build/bundles';
import { compiledFile } from '../build/compile-components';
import { transpileComponent } from '../build/transpile';
import { packageContents } from './package-contents';
import type { Gate } from './gate';
import { missingReferences } from './references';
import type { Reference } from './references';

interface Diagnostic {
  level: number;
  message: string;
  filename?: string;
  location?: { line: number; column: number };
}

interface PlatformCompiler {
  compile(configuration: {
    bundle: { namespace: string; name: string; type: 'platform'; files: Record<string, string> };
  }): Promise<{
    success: boolean;
    diagnostics?: Diagnostic[];
    results?: { diagnostics?: Diagnostic[] }[];
    metadata?: { references: Reference[] };
  }>;
}

/** `DiagnosticLevel` of @lwc/errors: 0 fatal, 1 error, 2 warning, 3 log. */
const WARNING = 2;

/** The compiler that the platform runs on deployment, over what our build makes of each component. */
export const components: Gate = {
  name: 'lwc compiler',
  purpose: 'The platform compiles every component, and what a component refers to exists.',
  async run(directory) {
    const { compile } = require('@lwc/sfdc-lwc-compiler') as PlatformCompiler;
    const contents = packageContents(directory);
    const problems: string[] = [];
    for (const bundle of listBundles(directory)) {
      problems.push(...strayScripts(bundle, directory));
      const { files, problems: syntax } = deployedFiles(bundle);
      problems.push(...syntax);
      if (syntax.length) continue;
      const output = await compile({ bundle: { namespace: 'c', name: bundle.name, type: 'platform', files } });
      const found = [output, ...(output.results ?? [])].flatMap(({ diagnostics }) => diagnostics ?? []);
      problems.push(...found.filter(({ level }) => level <= WARNING).map((one) => describe(one, bundle)));
      problems.push(...missingReferences(output.metadata?.references ?? [], bundle.name, contents));
    }
    return { problems };
  }
};

/** What a deployment would send of a bundle: its files, with the compiled form of each TypeScript module. */
function deployedFiles(bundle: Bundle): { files: Record<string, string>; problems: string[] } {
  const files: Record<string, string> = {};
  const problems: string[] = [];
  for (const file of bundle.files.filter((name) => !/\.(ts|js)$/.test(name))) {
    files[relativeName(bundle, file)] = readFileSync(file, 'utf8');
  }
  for (const file of typeScriptFiles(bundle)) {
    try {
      files[relativeName(bundle, compiledFile(file))] = transpileComponent(readFileSync(file, 'utf8'), file);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  return { files, problems };
}

/** JavaScript without TypeScript beside it: left over from a removed module, and yet it would be deployed. */
function strayScripts(bundle: Bundle, directory: string): string[] {
  return bundle.files
    .filter((file) => file.endsWith('.js') && !existsSync(file.replace(/\.js$/, '.ts')))
    .map((file) => `${path.relative(directory, file)} has no TypeScript beside it: remove it, or write it as .ts.`);
}

function relativeName(bundle: Bundle, file: string): string {
  return path.relative(bundle.directory, file).replaceAll('\\', '/');
}

function describe({ filename, location, message }: Diagnostic, bundle: Bundle): string {
  const file = `force-app/lwc/${bundle.name}/${filename ?? ''}`;
  return location ? `${file}:${location.line}:${location.column}: ${message}` : `${file}: ${message}`;
}

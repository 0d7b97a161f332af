import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { listBundles, typeScriptFiles } from './bundles';
import { transpileComponent } from './transpile';

/** What a build did: how many modules were compiled, and how many were already up to date. */
export interface BuildResult {
  compiled: number;
  current: number;
}

/** Compiles every component module beside its source, leaving alone what is newer than its source. */
export function compileComponents(projectDirectory: string): BuildResult {
  const result: BuildResult = { compiled: 0, current: 0 };
  for (const file of listBundles(projectDirectory).flatMap(typeScriptFiles)) {
    result[compileIfStale(file) ? 'compiled' : 'current']++;
  }
  return result;
}

/** Where the compiled form of a component module is. */
export function compiledFile(sourceFile: string): string {
  return sourceFile.replace(/\.ts$/, '.js');
}

function compileIfStale(sourceFile: string): boolean {
  const target = compiledFile(sourceFile);
  if (existsSync(target) && statSync(target).mtimeMs > statSync(sourceFile).mtimeMs) return false;
  writeFileSync(target, transpileComponent(readFileSync(sourceFile, 'utf8'), sourceFile));
  return true;
}

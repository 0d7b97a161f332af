import { copyFileSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** Libraries that ship as static resources: file of the npm package, file of the package directory. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'chart.js/dist/chart.umd.min.js': 'force-app/staticresources/Insights_Sync_Charts.js'
};

/**
 * Copies the libraries that the package ships, as their npm packages have them, where they are missing or older.
 *
 * @param projectDirectory folder with `node_modules` and `force-app`
 * @returns how many were copied
 */
export function copyStaticResources(projectDirectory: string): number {
  const stale = Object.entries(LIBRARIES).filter(([library, target]) =>
    isStale(path.join(projectDirectory, 'node_modules', library), path.join(projectDirectory, target))
  );
  for (const [library, target] of stale) {
    copyFileSync(path.join(projectDirectory, 'node_modules', library), path.join(projectDirectory, target));
  }
  return stale.length;
}

function isStale(library: string, target: string): boolean {
  return !existsSync(target) || statSync(target).size !== statSync(library).size;
}

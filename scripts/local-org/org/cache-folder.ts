import { join } from 'node:path';

/** Where this repository keeps what it computed about any project: nothing is written into a project under test. */
export function steadyCacheFolder(): string {
  return join(__dirname, '..', '..', '..', '.local-org', 'cache');
}

import type { Plugin } from 'rollup';
import { transpileComponent } from '../../../build/transpile';

/** Takes the types out of TypeScript, as the build for the platform does: the LWC compiler strips none. */
export function typescriptPlugin(): Plugin {
  return {
    name: 'local-org-typescript',
    transform: (code, id) => (id.endsWith('.ts') ? { code: transpileComponent(code, id), map: null } : null)
  };
}

/** The module generated from the components that the package's tabs and record pages show. */
declare module 'package-components' {
  import type { LightningElement } from 'lwc';

  export const components: Record<string, () => Promise<{ default: typeof LightningElement }>>;
}

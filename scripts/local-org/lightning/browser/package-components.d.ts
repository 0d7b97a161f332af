/** The module generated from the components that the package's tabs show. */
declare module 'package-components' {
  import type { LightningElement } from 'lwc';

  export const tabComponents: Record<string, () => Promise<{ default: typeof LightningElement }>>;
}

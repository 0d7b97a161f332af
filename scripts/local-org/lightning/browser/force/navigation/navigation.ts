/** `lightning/navigation` re-exports this module, which is not part of the open-source base components. */
import { addressOf, followPage, go, type PageReference } from 'local-org/router';
import { NotModeled } from 'local-org/notModeled';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks for it in the base of a mixin
type Constructor = new (...parameters: any[]) => object;

function addressOrFail(page: PageReference): string {
  const address = addressOf(page);
  if (address === undefined) {
    throw new NotModeled(`navigation to a page of type ${page.type}`);
  }
  return address;
}

/** Adds `this[NavigationMixin.Navigate](page)` and `this[NavigationMixin.GenerateUrl](page)`. */
export const NavigationMixin = Object.assign(
  <Base extends Constructor>(base: Base) =>
    class extends base {
      [Navigate](page: PageReference, replace = false): void {
        const address = addressOrFail(page);
        if (page.type === 'standard__webPage') {
          window.open(address, '_blank', 'noopener');
        } else {
          go(address, replace);
        }
      }

      [GenerateUrl](page: PageReference): Promise<string> {
        return Promise.resolve(addressOrFail(page));
      }
    },
  { Navigate, GenerateUrl }
);

/** The wire adapter that provides the page reference. */
export class CurrentPageReference {
  private readonly _callback: (page: PageReference) => void;
  private _stop?: () => void;

  constructor(callback: (page: PageReference) => void) {
    this._callback = callback;
  }

  connect(): void {
    this._stop = followPage(this._callback);
  }

  disconnect(): void {
    this._stop?.();
  }

  update(): void {
    // The adapter takes no parameters.
  }
}

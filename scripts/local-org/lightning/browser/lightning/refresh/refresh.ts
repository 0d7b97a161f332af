/**
 * `lightning/refresh`: a component asks for a refresh by an event, containers and their handlers answer it.
 * (LWC Developer Guide, "Refresh Component Data".)
 */
type Handler = () => Promise<unknown>;

export const RefreshEventName = 'lightning__refreshevent';
const handlers = new Map<symbol, Handler>();

export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(RefreshEventName, { bubbles: true, composed: true });
  }
}

/** Registers a method that brings a component's data up to date; returns a key to take it back with. */
export function registerRefreshHandler(component: object, handler: Handler): symbol {
  const key = Symbol('refresh handler');
  handlers.set(key, handler.bind(component));
  return key;
}

/** Takes a handler back. */
export function unregisterRefreshHandler(key: symbol): void {
  handlers.delete(key);
}

window.addEventListener(RefreshEventName, () => {
  handlers.forEach((handler) => void handler());
});

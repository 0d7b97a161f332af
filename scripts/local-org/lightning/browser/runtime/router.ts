import { context } from './context';

/** A page reference, as `lightning/navigation` defines it. */
export interface PageReference {
  type: string;
  attributes: Record<string, string>;
  state: Record<string, string>;
}

type Listener = (page: PageReference) => void;

const listeners = new Set<Listener>();

/** The page the address bar stands for. */
export function currentPage(): PageReference {
  const [, , kind, ...rest] = window.location.pathname.split('/').map(decodeURIComponent);
  const state = Object.fromEntries(new URLSearchParams(window.location.search));
  if (kind === 'r') {
    const [actionName, recordId, objectApiName] = rest.reverse();
    return { type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName }, state };
  }
  const apiName = kind === 'n' ? rest[0] : context.application.tabs[0]?.name;
  return { type: 'standard__navItemPage', attributes: { apiName }, state };
}

/** The address of a page, or nothing for kinds of pages that this org does not have. */
export function addressOf(page: Partial<PageReference>): string | undefined {
  const attributes = page.attributes ?? {};
  switch (page.type) {
    case 'standard__navItemPage':
      return `/lightning/n/${encodeURIComponent(attributes.apiName)}${query(page)}`;
    case 'standard__recordPage':
      return `/lightning/r/${recordPath(attributes)}${query(page)}`;
    case 'standard__webPage':
      return attributes.url;
    default:
      return undefined;
  }
}

/** Goes to an address of this app without loading the document again. */
export function go(address: string, replace = false): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', address);
  announce();
}

/** Calls back now and whenever the page changes; returns how to stop. */
export function followPage(listener: Listener): () => void {
  listeners.add(listener);
  listener(currentPage());
  return () => listeners.delete(listener);
}

/** The object's name is optional in a page reference, and in the address. */
function recordPath({ objectApiName, recordId, actionName }: Record<string, string>): string {
  return [objectApiName, recordId, actionName].filter(Boolean).join('/');
}

function query(page: Partial<PageReference>): string {
  const entries = Object.entries(page.state ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return entries.length ? `?${new URLSearchParams(entries)}` : '';
}

function announce(): void {
  const page = currentPage();
  listeners.forEach((listener) => listener(page));
}

window.addEventListener('popstate', announce);

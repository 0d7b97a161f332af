/**
 * `lightning/platformResourceLoader`: loads scripts and stylesheets of static resources, each once for a page.
 * @see "Use Third-Party JavaScript Libraries", LWC Developer Guide
 */
const loads = new Map<string, Promise<void>>();

/** Loads a script; the promise settles once it has run. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Loads a stylesheet. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return loadOnce(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}

function loadOnce(url: string, create: () => HTMLElement): Promise<void> {
  const known = loads.get(url) ?? append(create(), url);
  loads.set(url, known);
  return known;
}

/** One that failed may be asked for again. */
function append(element: HTMLElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => {
      loads.delete(url);
      element.remove();
      reject(new Error(`The static resource ${url} could not be loaded.`));
    });
    document.head.append(element);
  });
}

import type { Page } from 'playwright-core';

/**
 * Runs in every page before anything else does. It looks through all of the document, as LWC later forbids, and takes the
 * times in the page itself, so that nothing of the tool that drives it is counted.
 */
const STOPWATCH = `(() => {
  const select = Document.prototype.querySelector;
  const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get;
  const shown = (selector) => { const found = select.call(document, selector); return found && text.call(found); };
  const look = (isThere, then) => (isThere() ? then() : requestAnimationFrame(() => look(isThere, then)));
  const painted = (then) => requestAnimationFrame(() => setTimeout(then));
  window.stopwatch = {
    ready: (selectors) =>
      new Promise((done) =>
        look(
          () => selectors.every((selector) => select.call(document, selector)),
          () => requestIdleCallback(() => done(performance.now()))
        )
      ),
    shows: (selector, pattern) =>
      new Promise((done) => look(() => new RegExp(pattern).test(shown(selector)), () => done(performance.now()))),
    answer: (event, selector) => {
      const before = shown(selector);
      window.stopwatch.answered = new Promise((done) =>
        addEventListener(
          event,
          ({ timeStamp }) =>
            look(() => shown(selector) !== before, () => painted(() => done(performance.now() - timeStamp))),
          { capture: true, once: true }
        )
      );
    }
  };
})()`;

/** Times a page takes, in milliseconds. */
export class Stopwatch {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** A stopwatch for every document that the page loads from now on. */
  static async on(page: Page): Promise<Stopwatch> {
    await page.addInitScript(STOPWATCH);
    return new Stopwatch(page);
  }

  /** From the start of the navigation until all of it is there and the page is free to answer. */
  untilReady(selectors: readonly string[]): Promise<number> {
    return this.call('ready', selectors);
  }

  /** From the start of the navigation until an element's text matches. */
  untilShown(selector: string, pattern: string): Promise<number> {
    return this.call('shows', selector, pattern);
  }

  /** From an event of the reader's until what it changed is painted: when the text of an element has become another. */
  async untilPainted(event: 'keydown' | 'pointerdown', selector: string, act: () => Promise<void>): Promise<number> {
    await this.page.evaluate(`stopwatch.answer(${JSON.stringify(event)}, ${JSON.stringify(selector)})`);
    await act();
    return this.page.evaluate<number>('stopwatch.answered');
  }

  private call(method: string, ...parameters: unknown[]): Promise<number> {
    const texts = parameters.map((parameter) => JSON.stringify(parameter));
    return this.page.evaluate<number>(`stopwatch.${method}(${texts.join(', ')})`);
  }
}

import { source as axe } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { BROWSER_MISSING, findBrowser } from '../../test/find-browser';
import { PATIENCE } from './patience';
import { slowness } from './slowness';

/** No sandbox, for containers; and nothing that would call home. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** A page, and what went wrong in it so far. */
export interface WatchedPage {
  page: Page;
  complaints: string[];
}

/** Starts an installed Chromium or Chrome. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(BROWSER_MISSING);
  }
  return chromium.launch({ executablePath, args: QUIET });
}

/** Opens a page of its own, and writes down what it complains of. */
export async function openPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await slowComputing(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, complaints };
}

async function slowComputing(page: Page): Promise<void> {
  const { cpu } = slowness();
  if (cpu > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  }
}

/** Runs in the page: one line for each finding. */
const FINDINGS = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => id + ': ' + help + ': ' + html))
  )`;

/** What axe finds wrong with the page by WCAG 2.2 A and AA. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(FINDINGS);
}

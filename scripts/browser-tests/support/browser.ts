import { chromium, type Browser, type Page } from 'playwright-core';
import { BROWSER_MISSING, findBrowser } from '../../test/find-browser';
import { PATIENCE } from './patience';
import { shiftClock } from './shift-clock';
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

/**
 * Opens a page of its own, and writes down what it complains of.
 * @param clockShift how far its clock is ahead, in milliseconds
 */
export async function openPage(browser: Browser, clockShift = 0): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  if (clockShift) {
    await page.addInitScript(shiftClock, clockShift);
  }
  await slowComputing(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, complaints };
}

/** Closes a page, whatever it is still asking for. */
export async function closePage(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
}

async function slowComputing(page: Page): Promise<void> {
  const { cpu } = slowness();
  if (cpu > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  }
}

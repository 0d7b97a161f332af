import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFindings, launchBrowser, openPage } from './support/browser';
import { startApp, type RunningApp } from './support/running-app';

jest.setTimeout(200_000);

const LIST = '**/lightning/apex/IntegrationController.all';
const REPORT = 'Onboarding progress';
const INTEGRATION = 'Onboarding progress to contacts';

/** What of the browser a function that runs in the page uses. */
interface Styles {
  getComputedStyle(element: unknown): { opacity: string };
}

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  ({ page, complaints } = await openPage(browser));
});
afterEach(() => page.context().close());

const rowOf = (name: string): Locator => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
const menuOf = (name: string): Locator => page.getByRole('button', { name: `Actions for ${name}` });

async function openList(): Promise<void> {
  await page.goto(app.url);
  await page.getByRole('table', { name: 'Integrations and their last runs' }).waitFor();
}

async function choose(name: string, action: string): Promise<void> {
  await menuOf(name).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Starts a run and waits for the toast that tells its result. */
async function runNow(name: string): Promise<void> {
  await choose(name, 'Run now');
  await page.locator('lightning-toast', { hasText: `${name} has run` }).waitFor({ timeout: 60_000 });
}

async function figures(): Promise<Record<string, number>> {
  const terms = await page.locator('c-run-counts dt').allInnerTexts();
  const values = await page.locator('c-run-counts dd').allInnerTexts();
  return Object.fromEntries(terms.map((term, index) => [term.trim(), Number(values[index].replace(/,/g, ''))]));
}

describe('the main job', () => {
  it('runs an integration from its menu and reads what became of every row in the log', async () => {
    await openList();
    await runNow(INTEGRATION);
    expect(await rowOf(INTEGRATION).innerText()).toMatch(/\d+ of [\d,]+ rows updated/);

    await choose(INTEGRATION, 'Log');
    const dialog = page.getByRole('dialog');
    const run = dialog
      .getByRole('row')
      .filter({ has: page.getByText(REPORT, { exact: true }) })
      .first();
    expect(await run.innerText()).toMatch(/Contact\s+\w+ \d+, \d{4}, \d+:\d\d:\d\d [AP]M\s+[\d.]+ sec\s+Completed/);

    await run.hover();
    await run.getByRole('button', { name: 'View log' }).click();
    await dialog.getByText('Rows to look at').first().waitFor();
    const { 'Rows read': read, ...outcomes } = await figures();
    expect(read).toBeGreaterThan(0);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(read);
    expect(outcomes.Updated).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    await openList();
    await runNow(INTEGRATION);
    await page.reload();
    await runNow(INTEGRATION);
    expect(await rowOf(INTEGRATION).innerText()).toMatch(/\b0 of [\d,]+ rows updated, [\d,]+ already up to date/);
  });

  it('tells the results of several runs', async () => {
    await openList();
    for (const name of await page.locator('c-integration-table tbody th').allInnerTexts()) {
      await runNow(name.trim());
    }
    expect(complaints).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  it('opens the menu, the log and a run, and gives the focus back on the way out', async () => {
    await openList();
    await menuOf(INTEGRATION).focus();
    await page.keyboard.press('Enter');
    await expectFocus('Run now');
    await page.keyboard.press('ArrowDown');
    await expectFocus('Log');
    await page.keyboard.press('Enter');

    const view = page.getByRole('dialog').getByRole('button', { name: 'View log' }).first();
    await view.waitFor({ state: 'attached' });
    await view.focus();
    expect(await view.evaluate((button) => (globalThis as unknown as Styles).getComputedStyle(button).opacity)).toBe(
      '1'
    );
    await page.keyboard.press('Enter');
    const back = page.getByRole('button', { name: 'All runs' });
    await back.waitFor();
    await expectFocus('All runs');
    await page.keyboard.press('Enter');
    await expectFocus('View log');

    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectFocus(`Actions for ${INTEGRATION}`);
  });

  /** The focus follows what is drawn, so it may come a moment later. */
  async function expectFocus(text: string): Promise<void> {
    await page.locator(':focus', { hasText: text }).waitFor();
  }
});

describe('every state of the page', () => {
  it('is accessible with integrations, an open menu, a log and a run', async () => {
    await openList();
    expect(await accessibilityFindings(page)).toEqual([]);
    await menuOf(INTEGRATION).click();
    await page.getByRole('menuitem', { name: 'Log' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Log' }).click();
    const view = page.getByRole('dialog').getByRole('button', { name: 'View log' }).first();
    await view.waitFor({ state: 'attached' });
    expect(await accessibilityFindings(page)).toEqual([]);
    await view.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Rows to look at').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('is accessible while it loads, and then shows what was loaded', async () => {
    let answer = (): void => {};
    await page.route(LIST, async (route) => {
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
    await page.goto(app.url);
    await page.locator('c-table-skeleton').waitFor({ state: 'attached' });
    expect(await accessibilityFindings(page)).toEqual([]);
    answer();
    await rowOf(INTEGRATION).waitFor();
  });

  it('explains itself when there are no integrations', async () => {
    await page.route(LIST, (route) => route.fulfill({ json: { returnValue: [] } }));
    await page.goto(app.url);
    await page.getByText('No integrations yet').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('says what failed, and tries again', async () => {
    const message = 'You may not read integrations.';
    await page.route(LIST, (route) => route.fulfill({ status: 500, json: { message, stackTrace: 'Class.A: line 1' } }));
    await page.goto(app.url);
    await page.getByText(message).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.unroute(LIST);
    await page.getByRole('button', { name: 'Try again' }).click();
    await rowOf(INTEGRATION).waitFor();
  });

  it('says so when the local org has gone', async () => {
    await openList();
    await page.route(LIST, (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('The local org does not answer.').waitFor();
  });
});

describe('in French', () => {
  it('speaks French throughout', async () => {
    await page.goto(`${app.url}/lightning/n/Integrations?language=fr`);
    await page.getByRole('table', { name: 'Les intégrations et leurs dernières exécutions' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('WalkMe vers Salesforce');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

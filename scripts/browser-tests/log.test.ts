import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { IntegrationsPage } from './support/integrations-page';
import { LogWindow } from './support/log-window';
import { OrgRuns } from './support/org-runs';
import { startApp, type RunningApp } from './support/running-app';

const INTEGRATION = 'Onboarding progress to contacts';

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;
let log: LogWindow;
let runs: OrgRuns;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  runs = new OrgRuns(app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  ({ page, complaints } = await openPage(browser, clockShift));
  integrations = new IntegrationsPage(page, app);
  log = new LogWindow(page, integrations);
  await runs.removeAll();
});
afterEach(() => closePage(page));

/** Goes on by a key until something has the focus. */
async function goTo(target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`The key ${key} never reached ${String(target)}.`);
}

describe('the log of a run', () => {
  it('tells the result first, and finds rows by outcome and by text', async () => {
    await runs.completeAnew(INTEGRATION);
    await log.openLatestRun(INTEGRATION);
    await log.heading(/^[1-9]\d* of \d+ rows updated; \d+ rows need attention$/).waitFor();
    const all = await log.found();
    await log.button('Invalid').click();
    await log.button('Show all outcomes').waitFor();
    await log.rows().first().waitFor();
    await eventually(log.rows().filter({ hasNotText: 'Invalid' })).toHaveCount(0);
    expect(await log.found()).toBeLessThan(all);
    await expectAccessible(page);

    const key = await log.rows().first().locator('th').innerText();
    const search = log.window().getByRole('searchbox');
    await search.fill(key.toUpperCase());
    await log.window().getByText('1 row', { exact: true }).waitFor();
    await search.fill('in no row');
    await log.window().getByText('No row matches.').waitFor();
    await search.fill('');
    await log.button('Show all outcomes').click();
    await log.window().getByText(`${all} rows`, { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('filters by a part of the bar, and downloads what is shown', async () => {
    await runs.complete(INTEGRATION);
    await log.openLatestRun(INTEGRATION);
    await log.found();
    await log.run().locator('c-run-counts c-outcome-bar .unmatched').click();
    await log.run().getByText('Rows without a record or key').waitFor();
    const found = await log.found();
    const [saved] = await Promise.all([page.waitForEvent('download'), log.button('Download (CSV)').click()]);
    expect(saved.suggestedFilename()).toMatch(/^RUN-\d{6}\.csv$/);
    const [header, ...rows] = readFileSync(await saved.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(header.replace('\uFEFF', '')).toBe('Line,Key,Outcome,Reason,Fields,Record ID');
    expect(rows).toHaveLength(found);
    expect(rows.every((row) => /,(Unmatched|"Skipped, no key"),/.test(row))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('shows values before and after, and the share of the limits that each part used', async () => {
    await runs.completeAnew(INTEGRATION);
    await log.openLatestRun(INTEGRATION);
    await log.openTab('Before and after');
    const change = log.run().locator('c-run-changes tbody tr').first();
    await eventually
      .poll(async () => (await change.innerText()).split('\t').slice(-3))
      .toEqual(['Onboarding Completion (%)', '(empty)', '33.3']);
    await expectAccessible(page);
    await log.run().locator('c-run-changes').getByRole('button', { name: 'Next page' }).click();
    await log
      .window()
      .getByText(/^26–50 of/)
      .waitFor();

    await log.openTab('Course of the run');
    const part = log.run().locator('c-run-timeline tbody tr').first();
    await eventually(part).toHaveText(/^1\s+2–441\s.*\s440\s/s, { useInnerText: true });
    await eventually(part.locator('c-limit-share')).toHaveText(Array(6).fill(/^\s*\d+%\s*$/));
    await expectAccessible(page);

    await log.openTab('Details');
    await eventually(log.run().locator('c-run-facts')).toContainText('Started by');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  it('opens and filters by keyboard alone, shows the own time of the run in focus, and closes', async () => {
    await runs.complete(INTEGRATION);
    await integrations.open();
    await integrations.menu(INTEGRATION).focus();
    await page.keyboard.press('Enter');
    // The menu gives the focus to its first item a moment after it opened.
    await page.locator('[role=menuitem]:focus').waitFor();
    await goTo(page.getByRole('menuitem', { name: 'Log', exact: true }), 'ArrowDown');
    await page.keyboard.press('Enter');
    const run = log.runs().first();
    await run.waitFor();
    await eventually(run.locator('.local')).toBeHidden();
    await goTo(run.getByRole('button', { name: /^View/ }));
    await eventually(run.locator('.local')).toBeVisible();
    await page.keyboard.press('Enter');
    await log.found();
    await goTo(log.button('Invalid'));
    await page.keyboard.press('Space');
    await log.button('Show all outcomes').waitFor();
    await goTo(log.window().getByRole('searchbox'));
    await page.keyboard.type('in no row');
    await log.window().getByText('No row matches.').waitFor();
    await page.keyboard.press('Escape');
    await log.window().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('has a page of its own, where alerts lead, in French too', async () => {
    const runId = await runs.completeAnew(INTEGRATION);
    await page.goto(`${app.url}/lightning/r/Sync_Run__c/${runId}/view?language=fr`);
    await page.getByRole('heading', { name: /lignes sur .* mises à jour/ }).waitFor();
    await page.locator('c-row-outcomes tbody tr').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Déroulement' }).click();
    await page.locator('c-run-timeline tbody tr').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a long log', () => {
  interface Question {
    offset: number;
    pageSize: number;
  }

  /** Makes 10,000 runs of the one there is. */
  async function lengthen(): Promise<number[]> {
    const asked: number[] = [];
    let example: object;
    await page.route('**/lightning/apex/RunController.log', async (route) => {
      const { returnValue } = (await (await route.fetch()).json()) as { returnValue: { rows: object[] } };
      const { offset, pageSize } = route.request().postDataJSON() as Question;
      asked.push(offset);
      [example = example] = returnValue.rows;
      const rows = Array.from({ length: pageSize }, (_, index) => ({ ...example, id: String(offset + index) }));
      await route.fulfill({ json: { returnValue: { total: 10_000, rows } } });
    });
    return asked;
  }

  it('turns page by page to the oldest of 10,000 runs', async () => {
    await runs.complete(INTEGRATION);
    const asked = await lengthen();
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Log');
    await log.window().getByText('1–50 of 10,000').waitFor();
    await expectAccessible(page);
    await log.button('Next page').click();
    await log.window().getByText('51–100 of 10,000').waitFor();
    await log.button('Last page').click();
    await log.window().getByText('9,951–10,000 of 10,000').waitFor();
    expect(asked).toEqual([0, 50, 9950]);
    expect(complaints).toEqual([]);
  });

  it('never shows the runs of one page as those of another', async () => {
    await runs.complete(INTEGRATION);
    await lengthen();
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Log');
    await log.window().getByText('1–50 of 10,000').waitFor();
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const asking = page.waitForRequest('**/lightning/apex/RunController.log');
    await page.route('**/lightning/apex/RunController.log', async (route) => {
      await held;
      await route.fallback();
    });
    await log.button('Next page').click();
    await asking;
    await eventually(log.window().getByText('1–50 of 10,000')).toBeVisible();
    answer();
    await log.window().getByText('51–100 of 10,000').waitFor();
    expect(complaints).toEqual([]);
  });
});

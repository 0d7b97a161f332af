import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFindings, launchBrowser, openPage } from './support/browser';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { startApp, type RunningApp } from './support/running-app';

const INTEGRATION = 'Onboarding progress to contacts';
const NPS = 'NPS answers to contacts';
const REPORT_FILE = join(__dirname, '../../config/sample-data/reports/Onboarding progress.csv');
const SCORES = 'SELECT Id, NPS_Score__c FROM Contact WHERE NPS_Score__c != null ORDER BY Id';

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;
const files = mkdtempSync(join(tmpdir(), 'insights-sync-log-'));

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(files, { recursive: true, force: true });
});
beforeEach(async () => {
  ({ page, complaints } = await openPage(browser));
  integrations = new IntegrationsPage(page, app);
});
afterEach(async () => {
  await healInsights(app);
  await page.context().close();
});

const window = (heading: RegExp): Locator =>
  page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: heading }) });
const dialog = (): Locator => window(/^Log of/);
const button = (name: string | RegExp): Locator => dialog().getByRole('button', { name });
const lines = (): Locator => dialog().locator('c-row-outcomes tbody tr');

/** Opens the log of an integration, and its latest run in it. */
async function openLatestRun(name: string): Promise<void> {
  await integrations.choose(name, 'Log');
  await dialog().getByRole('row').nth(1).hover();
  await button(/^View/).first().click();
  await dialog().locator('c-run-detail c-run-status').first().waitFor();
}

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

async function openTab(name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

async function runId(): Promise<string> {
  const [run] = await new OrgData(app).query('SELECT Id FROM Sync_Run__c ORDER BY Started_Ms__c DESC LIMIT 1');
  return String(run.Id);
}

describe('the log of a run', () => {
  it('tells the result first, and finds rows by outcome and by text', async () => {
    await integrations.open();
    await integrations.run(INTEGRATION);
    await openLatestRun(INTEGRATION);
    await dialog()
      .getByRole('heading', { name: /^[1-9]\d* of \d+ rows updated; \d+ rows need attention$/ })
      .waitFor();
    await lines().first().waitFor();
    const all = await lines().count();
    await button('Invalid').click();
    await button('Show all outcomes').waitFor();
    expect(await lines().count()).toBeLessThan(all);
    expect(new Set(await lines().locator('td:nth-child(3)').allInnerTexts())).toEqual(new Set(['Invalid']));
    expect(await accessibilityFindings(page)).toEqual([]);

    const [key] = await lines().locator('th').allInnerTexts();
    await dialog().getByRole('searchbox').fill(key.toUpperCase());
    await dialog().getByText('1 row', { exact: true }).waitFor();
    await dialog().getByRole('searchbox').fill('in no row');
    await dialog().getByText('No row matches.').waitFor();
    await dialog().getByRole('searchbox').fill('');
    await button('Show all outcomes').click();
    await button('Show all outcomes').waitFor({ state: 'detached' });
    expect(await lines().count()).toBe(all);
    expect(complaints).toEqual([]);
  });

  it('filters by a part of the bar, and downloads what is shown', async () => {
    await integrations.open();
    await openLatestRun(INTEGRATION);
    await lines().first().waitFor();
    await dialog().locator('c-run-counts c-outcome-bar .unmatched').click();
    await dialog().getByText('Rows without a record or key').waitFor();
    const found = parseInt((await dialog().locator('c-row-outcomes .tools [role=status]').innerText()).trim(), 10);
    const [saved] = await Promise.all([page.waitForEvent('download'), button('Download (CSV)').click()]);
    expect(saved.suggestedFilename()).toMatch(/^RUN-\d{6}\.csv$/);
    const [header, ...rows] = readFileSync(await saved.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(header.replace('\uFEFF', '')).toBe('Line,Key,Outcome,Reason,Fields,Record ID');
    expect(rows).toHaveLength(found);
    expect(rows.every((row) => /,(Unmatched|"Skipped, no key"),/.test(row))).toBe(true);
  });

  it('shows values before and after, and the share of the limits that each part used', async () => {
    await integrations.open();
    await openLatestRun(INTEGRATION);
    await openTab('Before and after');
    const change = dialog().locator('c-run-changes tbody tr').first();
    expect((await change.innerText()).split('\t').slice(-3)).toEqual(['Onboarding Completion (%)', '(empty)', '33.3']);
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog().locator('c-run-changes').getByRole('button', { name: 'Next page' }).click();
    await dialog()
      .getByText(/^26–50 of/)
      .waitFor();

    await openTab('Course of the run');
    const part = dialog().locator('c-run-timeline tbody tr').first();
    expect(await part.innerText()).toMatch(/^1\s+2–441\s.*\s440\s/s);
    expect(await part.locator('c-limit-share').allInnerTexts()).toHaveLength(6);
    expect((await part.locator('c-limit-share').allInnerTexts()).every((text) => /^\d+%$/.test(text.trim()))).toBe(
      true
    );
    expect(await accessibilityFindings(page)).toEqual([]);

    await openTab('Details');
    expect(await dialog().locator('c-run-facts').innerText()).toContain('Started by');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('opens and filters by keyboard alone, shows the own time of the run in focus, and closes', async () => {
    await integrations.open();
    await integrations.menu(INTEGRATION).focus();
    await page.keyboard.press('Enter');
    // The menu gives the focus to its first item a moment after it opened.
    await page.locator('[role=menuitem]:focus').waitFor();
    await goTo(page.getByRole('menuitem', { name: 'Log', exact: true }), 'ArrowDown');
    await page.keyboard.press('Enter');
    const run = dialog().getByRole('row').nth(1);
    await run.waitFor();
    expect(await run.locator('.local').isVisible()).toBe(false);
    await goTo(run.getByRole('button', { name: /^View/ }));
    expect(await run.locator('.local').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await lines().first().waitFor();
    await goTo(button('Invalid'));
    await page.keyboard.press('Space');
    await button('Show all outcomes').waitFor();
    await goTo(dialog().getByRole('searchbox'));
    await page.keyboard.type('in no row');
    await dialog().getByText('No row matches.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('has a page of its own, where alerts lead, in French too', async () => {
    await page.goto(`${app.url}/lightning/r/Sync_Run__c/${await runId()}/view?language=fr`);
    await page.getByRole('heading', { name: /lignes sur .* mises à jour/ }).waitFor();
    await page.locator('c-row-outcomes tbody tr').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Déroulement' }).click();
    await page.locator('c-run-timeline tbody tr').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('following up a run', () => {
  it('retries the failed rows alone, and leads to that run and back to the first', async () => {
    await integrations.open();
    await openLatestRun(INTEGRATION);
    await button(/^Retry \d+ failed rows$/).click();
    await dialog().getByText('Tries the failed rows of an earlier run again.').waitFor();
    await dialog()
      .getByRole('heading', { name: /^0 of \d+ rows updated; \d+ rows need attention$/ })
      .waitFor();
    await button('View that run').click();
    await button('Undo this run').waitFor();
    await button('All runs').click();
    expect(await dialog().getByRole('row').nth(1).innerText()).toContain('Retry');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('undoes a run after saying what will come back and what will not', async () => {
    const before = await new OrgData(app).query(SCORES);
    await integrations.open();
    await integrations.run(NPS);
    expect(await new OrgData(app).query(SCORES)).not.toEqual(before);
    await openLatestRun(NPS);
    await button('Undo this run').click();
    const question = window(/^Undo this run\?/);
    await question.getByText(/^Fields that get their old values back: .*NPS/).waitFor();
    expect(await question.innerText()).toMatch(/\d+ can be taken back/);
    expect(await accessibilityFindings(page)).toEqual([]);
    await question.getByRole('button', { name: 'Cancel', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    expect(await new OrgData(app).query(SCORES)).not.toEqual(before);

    await button('Undo this run').click();
    await question.getByRole('button', { name: 'Undo this run' }).click();
    await dialog()
      .getByRole('heading', { name: /changes taken back/ })
      .waitFor();
    expect(await new OrgData(app).query(SCORES)).toEqual(before);
    await openTab('Before and after');
    await dialog().locator('c-run-changes tbody tr').first().waitFor();

    await button('View that run').click();
    await dialog().getByText('This run was undone').waitFor();
    expect(await button('Undo this run').count()).toBe(0);
    await button('View the undo').click();
    await dialog()
      .getByRole('heading', { name: /changes taken back/ })
      .waitFor();
  });

  it('says of a preview that nothing was written, shows what would be, and runs it', async () => {
    await integrations.open();
    await integrations.choose(NPS, 'Preview');
    await integrations.toast(`The preview of ${NPS} is ready`);
    await openLatestRun(NPS);
    await dialog().getByText('This was a preview: nothing was written.').waitFor();
    await openTab('Before and after');
    await dialog().locator('c-run-changes tbody tr').first().waitFor();
    await button('Run now').click();
    await dialog()
      .getByRole('heading', { name: /rows updated/ })
      .waitFor();
  });

  it('runs anyway what was held back', async () => {
    const [header, ...rows] = readFileSync(REPORT_FILE, 'utf8').split('\n');
    const file = join(files, 'onboarding-progress.csv');
    writeFileSync(file, [header, ...rows.filter((_, index) => index % 20 === 0), ''].join('\n'));
    await failInsights(app, { kind: 'replace', reportId: 'onboarding-progress', file });
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    await integrations.toast(`${INTEGRATION} was stopped`);
    await openLatestRun(INTEGRATION);
    expect(await dialog().locator('c-run-detail').innerText()).toMatch(/\b440\b/);
    expect(await accessibilityFindings(page)).toEqual([]);
    await button('Run anyway').click();
    await dialog()
      .getByRole('heading', { name: /^\d+ of \d+ rows/ })
      .waitFor();
  });

  it('adds the rows of a run while it goes on, on the page it was started from', async () => {
    const stopped = await firstRunWith(`Status__c = 'Stopped'`);
    await page.goto(`${app.url}/lightning/r/Sync_Run__c/${stopped}/view`);
    await page.getByRole('button', { name: 'Run anyway' }).waitFor();
    await failInsights(app, { kind: 'replace', reportId: 'onboarding-progress', file: writeLongReport() });
    await failInsights(app, { kind: 'slow', delayMs: 2000, path: '*/rows' });
    await page.getByRole('button', { name: 'Run anyway' }).click();
    await page.locator('c-run-progress').waitFor();
    const found = page.locator('c-row-outcomes .tools [role=status]');
    await found.waitFor();
    const atFirst = await rowsFound(found);
    expect(await page.locator('c-run-progress').count()).toBe(1);
    await healInsights(app);
    await page.locator('c-run-progress').waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByText(`${LONG_REPORT.toLocaleString('en-US')} rows`, { exact: true }).waitFor();
    expect(atFirst).toBeLessThan(LONG_REPORT);
    await page.getByRole('searchbox').fill(FORMULA);
    await page.getByText('1 row', { exact: true }).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download (CSV)' }).click()
    ]);
    expect(readFileSync(await saved.path(), 'utf8')).toContain(`,'${FORMULA},Unmatched,`);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says until when a run waits for its source, and cancels it', async () => {
    await failInsights(app, { kind: 'status', status: 429, retryAfter: '120', path: '*/rows' });
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    await integrations
      .row(INTEGRATION)
      .getByText(/until \d\d:\d\d UTC/)
      .waitFor();
    await openLatestRun(INTEGRATION);
    await dialog()
      .getByText(/until \d\d:\d\d UTC/)
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await button('Cancel the run').click();
    await dialog().locator('c-run-detail').getByText('Cancelled').waitFor();
  });

  it('says in place why something was refused', async () => {
    await page.route('**/lightning/apex/RunController.retryFailed', (route) =>
      route.fulfill({ status: 500, json: { message: 'The report has another version.' } })
    );
    const failed = await firstRunWith(`Status__c = 'Completed with errors' AND Kind__c = 'Sync'`);
    await page.goto(`${app.url}/lightning/r/Sync_Run__c/${failed}/view`);
    await page.getByRole('button', { name: /^Retry \d+ failed rows$/ }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The report has another version.');
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

async function firstRunWith(condition: string): Promise<string> {
  const [run] = await new OrgData(app).query(`SELECT Id FROM Sync_Run__c WHERE ${condition} LIMIT 1`);
  return String(run.Id);
}

const LONG_REPORT = 12_000;
/** A key that a spreadsheet would run. */
const FORMULA = '=cmd|nobody';

/** A report of several parts, like the sample in all but its keys, which no record has. */
function writeLongReport(): string {
  const [header, ...sample] = readFileSync(REPORT_FILE, 'utf8').trim().split('\n');
  const rows = Array.from({ length: LONG_REPORT }, (_, index) =>
    sample[index % sample.length].replace(/[\w.]+@example\.com/, index === 0 ? FORMULA : `nobody.${index}@example.com`)
  );
  const file = join(files, 'long-report.csv');
  writeFileSync(file, [header, ...rows, ''].join('\n'));
  return file;
}

async function rowsFound(found: Locator): Promise<number> {
  return Number.parseInt((await found.innerText()).replaceAll(',', ''), 10);
}

describe('a long log', () => {
  it('turns page by page to the oldest of 10,000 runs', async () => {
    const asked: number[] = [];
    await page.route('**/lightning/apex/RunController.log', async (route) => {
      const answer = await route.fetch();
      const { returnValue } = (await answer.json()) as { returnValue: { rows: object[] } };
      const { offset, pageSize } = route.request().postDataJSON() as { offset: number; pageSize: number };
      asked.push(offset);
      const row = returnValue.rows[0] ?? first;
      first = row;
      const rows = Array.from({ length: pageSize }, (_, index) => ({ ...row, id: String(offset + index) }));
      await route.fulfill({ json: { returnValue: { total: 10_000, rows } } });
    });
    let first: object;
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Log');
    await dialog().getByText('1–50 of 10,000').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await button('Next page').click();
    await dialog().getByText('51–100 of 10,000').waitFor();
    await button('Last page').click();
    await dialog().getByText('9,951–10,000 of 10,000').waitFor();
    expect(asked).toEqual([0, 50, 9950]);
  });
});

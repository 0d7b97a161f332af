import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFindings, launchBrowser, openPage } from './support/browser';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { startApp, type RunningApp } from './support/running-app';

const LIST = '**/lightning/apex/IntegrationController.all';
const REPORT = 'Onboarding progress';
const INTEGRATION = 'Onboarding progress to contacts';
const REPORT_FILE = join(__dirname, '../../config/sample-data/reports/Onboarding progress.csv');
const NPS = 'NPS answers to contacts';

/** What of the browser a function that runs in the page uses. */
interface Styles {
  getComputedStyle(element: unknown): { opacity: string };
}

/** Runs in the page: keeps the events of runs that end, as a component would hear them. */
const LISTEN = `import('lightning/empApi').then(({ subscribe }) => {
  globalThis.heard = [];
  return subscribe('/event/Run_Ended__e', -1, ({ data }) => globalThis.heard.push(data.payload)).then(() => undefined);
})`;

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;
const files = mkdtempSync(join(tmpdir(), 'insights-sync-files-'));

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
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

const dialog = (): Locator => page.getByRole('dialog');

/** The focus follows what is drawn, so it may come a moment later. */
async function expectFocus(text: string): Promise<void> {
  await page.locator(':focus', { hasText: text }).waitFor();
}

async function figures(): Promise<Record<string, number>> {
  const terms = await page.locator('c-run-counts dt').allInnerTexts();
  const values = await page.locator('c-run-counts dd').allInnerTexts();
  return Object.fromEntries(terms.map((term, index) => [term.trim(), Number(values[index].replace(/,/g, ''))]));
}

/** What a run could have written on contacts. */
async function written(): Promise<unknown[]> {
  return new OrgData(app).query('SELECT Id, NPS_Score__c FROM Contact WHERE NPS_Score__c != null ORDER BY Id');
}

describe('running', () => {
  it('previews an integration: its result is shown and nothing is written', async () => {
    const before = await written();
    await integrations.open();
    await integrations.choose(NPS, 'Preview');
    await integrations.toast(`The preview of ${NPS} is ready`);
    expect(await integrations.row(NPS).innerText()).toMatch(/Preview: \d+ of \d+ rows would be updated/);
    expect(await written()).toEqual(before);
    await integrations.row(NPS).getByRole('button', { name: 'View preview' }).click();
    await dialog().getByText('Rows to look at').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('runs an integration from its menu and reads what became of every row in the log', async () => {
    await integrations.open();
    await integrations.run(INTEGRATION);
    expect(await integrations.row(INTEGRATION).innerText()).toMatch(/\d+ of [\d,]+ rows updated/);

    await integrations.choose(INTEGRATION, 'Log');
    const run = dialog()
      .getByRole('row')
      .filter({ has: page.getByText(REPORT, { exact: true }) })
      .first();
    expect(await run.innerText()).toMatch(/Contact\s+\w+ \d+, \d{4}, \d+:\d\d:\d\d [AP]M\s.*[\d.]+ sec\s+Completed/s);

    await run.hover();
    await run.getByRole('button', { name: 'View log' }).click();
    await dialog().getByText('Rows to look at').first().waitFor();
    const { 'Rows read': read, ...outcomes } = await figures();
    expect(read).toBeGreaterThan(0);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(read);
    expect(outcomes.Updated).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('changes nothing the second time, and hears of the end from the org instead of asking for it', async () => {
    await integrations.open();
    expect(integrations.calls).toEqual(['IntegrationController.all', 'SetupController.org']);
    await page.evaluate(LISTEN);
    await integrations.run(INTEGRATION);
    expect(await page.evaluate('globalThis.heard')).toMatchObject([
      { Integration_Name__c: INTEGRATION, Kind__c: 'Sync' }
    ]);
    expect(await integrations.row(INTEGRATION).innerText()).toMatch(
      /\b0 of [\d,]+ rows updated, [\d,]+ already up to date/
    );
    const [start, ...asked] = integrations.calls.slice(2);
    expect(start).toBe('RunController.start');
    expect(asked.every((call) => call === 'RunController.progress') && asked.length <= 3).toBe(true);
  });

  it('follows a run by asking where events do not come', async () => {
    await page.route('**/lightning/events**', (route) => route.abort());
    await integrations.open();
    await integrations.run(INTEGRATION);
    expect(integrations.calls).toContain('RunController.progress');
  });

  it('shows until when a run waits for its source, and cancels it', async () => {
    await failInsights(app, { kind: 'status', status: 429, retryAfter: '120', path: '*/rows' });
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    const row = integrations.row(INTEGRATION);
    await row.getByText(/until \d\d:\d\d UTC/).waitFor();
    expect(await row.innerText()).toContain('Waiting');
    expect(await accessibilityFindings(page)).toEqual([]);
    await row.getByRole('button', { name: `Cancel the run of ${INTEGRATION}` }).click();
    await row.getByText('Cancelled').waitFor();
    await expectFocus('Cancelled');
  });

  it('holds back a report that lost most of its rows, with the figures, and runs it anyway when asked', async () => {
    const [header, ...rows] = readFileSync(REPORT_FILE, 'utf8').split('\n');
    const file = join(files, 'onboarding-progress.csv');
    writeFileSync(file, [header, ...rows.filter((_, index) => index % 20 === 0), ''].join('\n'));
    await failInsights(app, { kind: 'replace', reportId: 'onboarding-progress', file });
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    await integrations.toast(`${INTEGRATION} was stopped`);
    expect(await integrations.row(INTEGRATION).innerText()).toMatch(/\b440\b/);
    expect(await page.locator('c-attention-strip').innerText()).toContain('Stopped');
    expect(await accessibilityFindings(page)).toEqual([]);
    await integrations.row(INTEGRATION).getByRole('button', { name: 'Run anyway' }).click();
    await integrations.toast(`${INTEGRATION} has run`);
  });

  it('says why a run failed, where it failed and at the top', async () => {
    await failInsights(app, { kind: 'status', status: 404, code: 'not_found', path: '*/reports/*' });
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    await integrations.toast(`${INTEGRATION} failed`);
    const strip = page.locator('c-attention-strip');
    expect(await strip.innerText()).toContain(INTEGRATION);
    expect(await strip.locator('.message').first().innerText()).toContain('onboarding-progress');
    await strip.getByRole('button', { name: `View log: ${INTEGRATION}` }).click();
    await dialog().getByText('Failed').first().waitFor();
  });
});

describe('keeping integrations', () => {
  it('pauses, and resumes', async () => {
    await integrations.open();
    await integrations.choose(NPS, 'Pause');
    await integrations.toast(`${NPS} is paused`);
    expect(await integrations.row(NPS).innerText()).toContain('Paused');
    await integrations.choose(NPS, 'Resume');
    await integrations.toast(`${NPS} is active again`);
    expect(await integrations.row(NPS).innerText()).toContain('Active');
  });

  it('duplicates one, exports the copy, deletes it after a question, and imports it again', async () => {
    const copy = `Copy of ${NPS}`;
    await integrations.open();
    await integrations.choose(NPS, 'Duplicate');
    await integrations.toast(`${NPS} was duplicated`);
    expect(await integrations.row(copy).innerText()).toContain('Paused');

    const downloading = page.waitForEvent('download');
    await integrations.choose(copy, 'Export');
    const file = join(files, 'export.json');
    await (await downloading).saveAs(file);
    expect(readFileSync(file, 'utf8')).toContain(copy);

    await integrations.choose(copy, 'Delete');
    await dialog().getByText('Its settings and column mappings.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
    await expectFocus(`Actions for ${copy}`);
    await integrations.choose(copy, 'Delete');
    await dialog().getByRole('button', { name: 'Delete' }).click();
    await expectFocus('WalkMe to Salesforce');
    await integrations.toast(`${copy} was deleted`);
    expect(await integrations.row(copy).count()).toBe(0);

    await importFile(file);
    await dialog().getByRole('button', { name: 'Import 1 integration' }).click();
    await integrations.toast('1 integration was imported');
    expect(await integrations.row(copy).innerText()).toContain('Paused');
    expect(complaints).toEqual([]);
  });

  it('says of a file what is wrong with it, or that there is nothing to do', async () => {
    const nonsense = join(files, 'nonsense.json');
    writeFileSync(nonsense, 'nonsense');
    await integrations.open();
    await importFile(nonsense);
    await dialog().getByText('This file cannot be imported').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(
      await dialog()
        .getByRole('button', { name: /^Import \d/ })
        .isDisabled()
    ).toBe(true);
  });

  it('opens the wizard for a new integration and to edit one, and comes back', async () => {
    await integrations.open();
    await page.getByRole('button', { name: 'New integration' }).click();
    await page.locator('c-integration-wizard').getByRole('button', { name: 'Cancel' }).click();
    await integrations.row(NPS).waitFor();
    await expectFocus('WalkMe to Salesforce');
    await integrations.choose(NPS, 'Edit');
    await page.locator('c-integration-wizard').getByText(NPS).first().waitFor();
    await page.goBack();
    await integrations.row(NPS).waitFor();
  });

  async function importFile(path: string): Promise<void> {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    await dialog().locator('input[type=file]').setInputFiles(path);
  }
});

describe('by keyboard alone', () => {
  it('opens the menu, the log and a run, and gives the focus back on the way out', async () => {
    await integrations.open();
    await integrations.menu(INTEGRATION).focus();
    await page.keyboard.press('Enter');
    await expectFocus('Run now');
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press('ArrowDown');
    }
    await expectFocus('Log');
    await page.keyboard.press('Enter');

    const view = dialog().getByRole('button', { name: 'View log' }).first();
    await view.waitFor({ state: 'attached' });
    await view.focus();
    expect(await view.evaluate((button) => (globalThis as unknown as Styles).getComputedStyle(button).opacity)).toBe(
      '1'
    );
    await page.keyboard.press('Enter');
    await expectFocus('All runs');
    await page.keyboard.press('Enter');
    await expectFocus('View log');

    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expectFocus(`Actions for ${INTEGRATION}`);
  });
});

describe('every state of the page', () => {
  it('is accessible with integrations, an open menu, a log and a run', async () => {
    await integrations.open();
    expect(await accessibilityFindings(page)).toEqual([]);
    await integrations.menu(INTEGRATION).click();
    await page.getByRole('menuitem', { name: 'Log' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Log' }).click();
    const view = dialog().getByRole('button', { name: 'View log' }).first();
    await view.waitFor({ state: 'attached' });
    expect(await accessibilityFindings(page)).toEqual([]);
    await view.focus();
    await page.keyboard.press('Enter');
    await page.locator('c-run-detail').waitFor();
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
    await integrations.row(INTEGRATION).waitFor();
  });

  it('explains itself when there are no integrations', async () => {
    await page.route(LIST, (route) => route.fulfill({ json: { returnValue: [] } }));
    await page.goto(app.url);
    await page.getByText('No integrations yet').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('finds one of two hundred, and leaves none', async () => {
    await page.route(LIST, async (route) => {
      const [first] = ((await (await route.fetch()).json()) as { returnValue: object[] }).returnValue;
      const many = Array.from({ length: 200 }, (_, index) => ({
        ...first,
        id: `a01${String(index).padStart(12, '0')}AAA`,
        name: `${'Long names have eighty characters '.repeat(2)}${index}`.padEnd(80, '.')
      }));
      await route.fulfill({ json: { returnValue: many } });
    });
    await integrations.open();
    expect(await page.locator('tr.row').count()).toBe(50);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Find an integration' }).fill('characters 199');
    await page.getByText('1 of 200 shown').waitFor();
    expect(await page.locator('tr.row').count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Find an integration' }).fill('nothing like it');
    await page.getByText('No integration matches.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('50 of 200 shown').waitFor();
    expect(integrations.calls).toEqual(['IntegrationController.all', 'SetupController.org']);
  });

  it('says what failed, and tries again', async () => {
    const message = 'You may not read integrations.';
    await page.route(LIST, (route) => route.fulfill({ status: 500, json: { message, stackTrace: 'Class.A: line 1' } }));
    await page.goto(app.url);
    await page.getByText(message).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.unroute(LIST);
    await page.getByRole('button', { name: 'Try again' }).click();
    await integrations.row(INTEGRATION).waitFor();
  });

  it('says so when the local org has gone', async () => {
    await integrations.open();
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
    await page.getByRole('button', { name: 'Nouvelle intégration' }).click();
    await page.locator('c-integration-wizard').waitFor();
    expect(page.url()).toContain('language=fr');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { OrgRuns } from './support/org-runs';
import { ReportFiles } from './support/report-files';
import { startApp, type RunningApp } from './support/running-app';

const LIST = '**/lightning/apex/IntegrationController.all';
const REPORT = 'Onboarding progress';
const INTEGRATION = 'Onboarding progress to contacts';
const NPS = 'NPS answers to contacts';

/** Runs in the page: keeps the events of runs that end, as a component would hear them. */
const LISTEN = `import('lightning/empApi').then(({ subscribe }) => {
  globalThis.heard = [];
  return subscribe('/event/Run_Ended__e', -1, ({ data }) => globalThis.heard.push(data.payload)).then(() => undefined);
})`;

/** Runs in the page: whoever waits for a second or longer, as one does who asks again, waits for ever. */
const WAIT_FOR_NOTHING = `{
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (task, wait, ...values) => (wait >= 1000 ? 0 : setTimeout(task, wait, ...values));
}`;

/** Lets the source ask a run to wait. */
const WAITING = { kind: 'status', status: 429, retryAfter: '120', path: '*/rows' };

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;
let runs: OrgRuns;
const files = new ReportFiles();

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  runs = new OrgRuns(app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  files.remove();
});
beforeEach(async () => {
  ({ page, complaints } = await openPage(browser, clockShift));
  integrations = new IntegrationsPage(page, app);
  await runs.removeAll();
  await files.serve(app, files.whole());
});
afterEach(async () => {
  await healInsights(app);
  await closePage(page);
  await runs.cancelAll();
});

const dialog = (): Locator => page.getByRole('dialog');

/** The focus follows what is drawn, so it may come a moment later. */
async function expectFocus(text: string): Promise<void> {
  await page.locator(':focus', { hasText: text }).waitFor();
}

/** What the boxes of a run count. */
async function figures(): Promise<Record<string, number>> {
  await dialog().getByText('Rows to look at').first().waitFor();
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
    await runs.forgetValues();
    const before = await written();
    await integrations.open();
    await integrations.choose(NPS, 'Preview');
    await integrations.toast(`The preview of ${NPS} is ready`);
    await eventually(integrations.row(NPS)).toContainText(/Preview: [1-9]\d* of \d+ rows would be updated/);
    expect(await written()).toEqual(before);
    await integrations.row(NPS).getByRole('button', { name: 'View preview' }).click();
    await dialog().getByText('Rows to look at').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('runs an integration from its menu and reads what became of every row in the log', async () => {
    await runs.forgetValues();
    await integrations.open();
    await integrations.run(INTEGRATION);
    await eventually(integrations.row(INTEGRATION)).toContainText(/[1-9]\d* of [\d,]+ rows updated/);

    await integrations.choose(INTEGRATION, 'Log');
    const run = dialog()
      .getByRole('row')
      .filter({ has: page.getByText(REPORT, { exact: true }) })
      .first();
    await eventually(run).toHaveText(/Contact\s+\w+ \d+, \d{4}, \d+:\d\d:\d\d [AP]M\s.*[\d.]+ sec\s+Completed/s, {
      useInnerText: true
    });

    await run.hover();
    await run.getByRole('button', { name: 'View log' }).click();
    const { 'Rows read': read, ...outcomes } = await figures();
    expect(read).toBeGreaterThan(0);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(read);
    expect(outcomes.Updated).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('changes nothing the second time, and tells others of its end', async () => {
    await runs.complete(INTEGRATION);
    await integrations.open();
    expect(integrations.calls).toEqual(['IntegrationController.all', 'SetupController.org']);
    await page.evaluate(LISTEN);
    await integrations.run(INTEGRATION);
    await eventually
      .poll(() => page.evaluate('globalThis.heard'))
      .toMatchObject([{ Integration_Name__c: INTEGRATION, Kind__c: 'Sync' }]);
    await integrations
      .row(INTEGRATION)
      .getByText(/^\s*0 of [\d,]+ rows updated, [\d,]+ already up to date/)
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it('hears of the end from the org, without asking again and again', async () => {
    await page.addInitScript(WAIT_FOR_NOTHING);
    await failInsights(app, WAITING);
    await integrations.open();
    const listening = page.waitForResponse((response) => response.url().includes('Run_Ended__e'));
    await integrations.choose(INTEGRATION, 'Run now');
    await listening;
    await runs.cancelAll();
    await integrations.row(INTEGRATION).getByText('Cancelled').waitFor();
    expect(complaints).toEqual([]);
  });

  it('follows a run by asking where events do not come', async () => {
    await page.route('**/lightning/events**', (route) => route.abort());
    // A run that nothing holds may have ended before there is anything to ask.
    await failInsights(app, WAITING);
    await integrations.open();
    const asking = page.waitForRequest('**/RunController.progress');
    await integrations.choose(INTEGRATION, 'Run now');
    await asking;
    await runs.cancelAll();
    await integrations.row(INTEGRATION).getByText('Cancelled').waitFor();
  });

  it('shows until when a run waits for its source, and cancels it', async () => {
    await failInsights(app, WAITING);
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    const row = integrations.row(INTEGRATION);
    await row.getByText(/until \d\d:\d\d UTC/).waitFor();
    await eventually(row).toContainText('Waiting');
    await expectAccessible(page);
    await row.getByRole('button', { name: `Cancel the run of ${INTEGRATION}` }).click();
    await row.getByText('Cancelled').waitFor();
    await expectFocus('Cancelled');
  });

  it('holds back a report that lost most of its rows, with the figures, and runs it anyway when asked', async () => {
    await runs.complete(INTEGRATION);
    await files.serve(app, files.shrunk());
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    await integrations.toast(`${INTEGRATION} was stopped`);
    await eventually(integrations.row(INTEGRATION)).toContainText(/(?<!\d)440(?!\d)/);
    await eventually(page.locator('c-attention-strip')).toContainText('Stopped');
    await expectAccessible(page);
    await integrations.row(INTEGRATION).getByRole('button', { name: 'Run anyway' }).click();
    await integrations.toast(`${INTEGRATION} has run`);
  });

  it('says why a run failed, where it failed and at the top', async () => {
    await failInsights(app, { kind: 'status', status: 404, code: 'not_found', path: '*/reports/*' });
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Run now');
    await integrations.toast(`${INTEGRATION} failed`);
    const strip = page.locator('c-attention-strip');
    await eventually(strip).toContainText(INTEGRATION);
    await eventually(strip.locator('.message').first()).toContainText('onboarding-progress');
    await strip.getByRole('button', { name: `View log: ${INTEGRATION}` }).click();
    await dialog().getByText('Failed').first().waitFor();
  });
});

describe('keeping integrations', () => {
  it('pauses, and resumes', async () => {
    await integrations.open();
    await integrations.choose(NPS, 'Pause');
    await integrations.toast(`${NPS} is paused`);
    await eventually(integrations.row(NPS)).toContainText('Paused');
    await integrations.choose(NPS, 'Resume');
    await integrations.toast(`${NPS} is active again`);
    await eventually(integrations.row(NPS)).toContainText('Active');
  });

  it('duplicates one, exports the copy, deletes it after a question, and imports it again', async () => {
    const copy = `Copy of ${NPS}`;
    await integrations.open();
    await integrations.choose(NPS, 'Duplicate');
    await integrations.toast(`${NPS} was duplicated`);
    await eventually(integrations.row(copy)).toContainText('Paused');

    const downloading = page.waitForEvent('download');
    await integrations.choose(copy, 'Export');
    const file = join(files.folder, 'export.json');
    await (await downloading).saveAs(file);
    expect(readFileSync(file, 'utf8')).toContain(copy);

    await integrations.choose(copy, 'Delete');
    await dialog().getByText('Its settings and column mappings.').waitFor();
    await expectAccessible(page);
    await dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
    await expectFocus(`Actions for ${copy}`);
    await integrations.choose(copy, 'Delete');
    await dialog().getByRole('button', { name: 'Delete' }).click();
    await expectFocus('WalkMe to Salesforce');
    await integrations.toast(`${copy} was deleted`);
    await eventually(integrations.row(copy)).toHaveCount(0);

    await importFile(file);
    await dialog().getByRole('button', { name: 'Import 1 integration' }).click();
    await integrations.toast('1 integration was imported');
    await eventually(integrations.row(copy)).toContainText('Paused');
    expect(complaints).toEqual([]);
  });

  it('says of a file what is wrong with it, or that there is nothing to do', async () => {
    const nonsense = join(files.folder, 'nonsense.json');
    writeFileSync(nonsense, 'nonsense');
    await integrations.open();
    await importFile(nonsense);
    await dialog().getByText('This file cannot be imported').waitFor();
    await expectAccessible(page);
    await eventually(dialog().getByRole('button', { name: /^Import \d/ })).toBeDisabled();
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
    await runs.complete(INTEGRATION);
    await integrations.open();
    await integrations.menu(INTEGRATION).focus();
    await page.keyboard.press('Enter');
    await expectFocus('Run now');
    for (const item of ['Preview', 'Edit', 'Log']) {
      await page.keyboard.press('ArrowDown');
      await expectFocus(item);
    }
    await page.keyboard.press('Enter');

    const view = dialog().getByRole('button', { name: 'View log' }).first();
    await view.waitFor({ state: 'attached' });
    await view.focus();
    await eventually(view).toHaveCSS('opacity', '1');
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
    await runs.complete(INTEGRATION);
    await integrations.open();
    await expectAccessible(page);
    await integrations.menu(INTEGRATION).click();
    await page.getByRole('menuitem', { name: 'Log' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: 'Log' }).click();
    const view = dialog().getByRole('button', { name: 'View log' }).first();
    await view.waitFor({ state: 'attached' });
    await expectAccessible(page);
    await view.focus();
    await page.keyboard.press('Enter');
    await page.locator('c-run-detail').getByText('Rows to look at').first().waitFor();
    await expectAccessible(page);
  });

  it('is accessible while it loads, and then shows what was loaded', async () => {
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route(LIST, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(app.url);
    await page.locator('c-integration-list c-table-skeleton').waitFor({ state: 'attached' });
    await expectAccessible(page);
    answer();
    await integrations.row(INTEGRATION).waitFor();
  });

  it('explains itself when there are no integrations', async () => {
    await page.route(LIST, (route) => route.fulfill({ json: { returnValue: [] } }));
    await page.goto(app.url);
    await page.getByText('No integrations yet').waitFor();
    await expectAccessible(page);
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
    await eventually(page.locator('tr.row')).toHaveCount(50);
    await expectAccessible(page);
    await page.getByRole('searchbox', { name: 'Find an integration' }).fill('characters 199');
    await page.getByText('1 of 200 shown').waitFor();
    await eventually(page.locator('tr.row')).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Find an integration' }).fill('nothing like it');
    await page.getByText('No integration matches.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('50 of 200 shown').waitFor();
    expect(integrations.calls).toEqual(['IntegrationController.all', 'SetupController.org']);
  });

  it('says what failed, and tries again', async () => {
    const message = 'You may not read integrations.';
    await page.route(LIST, (route) => route.fulfill({ status: 500, json: { message, stackTrace: 'Class.A: line 1' } }));
    await page.goto(app.url);
    await page.getByText(message).waitFor();
    await expectAccessible(page);
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
    await eventually(page.getByRole('heading', { level: 1 })).toContainText('WalkMe vers Salesforce');
    await eventually(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Nouvelle intégration' }).click();
    await page.locator('c-integration-wizard').waitFor();
    expect(page.url()).toContain('language=fr');
  });
});

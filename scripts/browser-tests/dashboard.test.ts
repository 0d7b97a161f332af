import type { Browser, Locator, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { callApex } from './support/apex';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { OrgRuns } from './support/org-runs';
import { startApp, type RunningApp } from './support/running-app';

const INTEGRATION = 'Onboarding progress to contacts';
const OVERVIEW = '**/lightning/apex/DashboardController.overview';

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;
let data: OrgData;
let runs: OrgRuns;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  data = new OrgData(app);
  runs = new OrgRuns(app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  ({ page, complaints } = await openPage(browser, clockShift));
  integrations = new IntegrationsPage(page, app);
  await runs.removeAll();
});
afterEach(async () => {
  await healInsights(app);
  await closePage(page);
});

async function openDashboard(): Promise<void> {
  await page.goto(`${app.url}/lightning/n/Insights_Dashboard`);
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
}

const chosen = (name: string): Locator => page.getByRole('combobox', { name, exact: true });
const dialog = (): Locator => page.getByRole('dialog');

async function choose(name: string, option: string): Promise<void> {
  await chosen(name).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await eventually(chosen(name)).toContainText(option);
}

/** The option of the list that is open to which the keyboard has come. */
async function activeOption(): Promise<string | undefined> {
  const id = await chosen('Period').getAttribute('aria-activedescendant');
  const [text] = id ? await page.locator(`[role=option][id="${id}"]`).allInnerTexts() : [];
  return text?.trim();
}

/** The latest day of a table, as numbers. */
function latestOf(table: string) {
  const cells = page.getByRole('region', { name: table }).locator('tbody tr').first().locator('td');
  return eventually.poll(async () => (await cells.allTextContents()).map((text) => Number(text.replace(/[,%]/g, ''))));
}

async function openRecord(name: string): Promise<void> {
  const id = await data.idOf('Contact', name);
  await page.goto(`${app.url}/lightning/r/Contact/${id}/view`);
  await page.getByRole('heading', { name: INTEGRATION }).waitFor();
}

const story = (): Locator =>
  page.locator('c-record-story-item', { has: page.getByRole('heading', { name: INTEGRATION, exact: true }) });

test('an org without runs is told what there will be, and led to the integrations', async () => {
  await openDashboard();
  await page.getByText('Nothing needs attention.').waitFor();
  const lead = page.getByRole('button', { name: 'Go to Integrations' });
  await lead.waitFor();
  expect(await page.locator('canvas').count()).toBe(0);
  await expectAccessible(page);
  await lead.click();
  await page.getByRole('table', { name: 'Integrations and their last runs' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a run is charted with one call, and every table says what the org keeps', async () => {
  const runId = await runs.complete(INTEGRATION);
  await openDashboard();
  await page.getByText('1 run', { exact: true }).waitFor();
  await eventually(page.locator('canvas')).toHaveCount(5);
  expect(integrations.calls).toEqual(['DashboardController.overview']);
  await expectAccessible(page);
  for (const chart of ['Runs per day', 'Rows by outcome', 'Keys with a record']) {
    await page.getByRole('button', { name: `Show table: ${chart}` }).click();
  }
  const [run] = await data.query(`SELECT FIELDS(ALL) FROM Sync_Run__c WHERE Id = '${runId}' LIMIT 1`);
  const rows = (name: string): number => Number(run[`Rows_${name}__c`]);
  const outcomes = ['Updated', 'Unchanged', 'Unmatched', 'Skipped', 'Invalid', 'Ambiguous', 'Rejected'];
  await latestOf('Runs per day').toEqual([0, 1, 0, 0, 0]);
  await latestOf('Rows by outcome').toEqual(outcomes.map(rows));
  const lookedUp = rows('Read') - rows('Skipped') - rows('Invalid');
  const share = Math.round((1000 * (lookedUp - rows('Unmatched'))) / lookedUp) / 10;
  await latestOf('Keys with a record').toEqual([share]);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('the keyboard alone chooses, shows tables and opens a log', async () => {
  await runs.complete(INTEGRATION);
  await openDashboard();
  await chosen('Period').focus();
  await page.keyboard.press('Enter');
  await eventually.poll(activeOption).toBe('Last 30 days');
  await page.keyboard.press('ArrowDown');
  await eventually.poll(activeOption).toBe('Last 90 days');
  await page.keyboard.press('Enter');
  await eventually(chosen('Period')).toContainText('Last 90 days');
  const toggle = page.getByRole('button', { name: 'Show table: Duration' });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show chart: Duration' }).waitFor();
  await page.getByRole('button', { name: `View log of ${INTEGRATION}` }).focus();
  await page.keyboard.press('Enter');
  await dialog().getByText('Completed with errors').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('another integration and another period change what is shown', async () => {
  await runs.complete(INTEGRATION);
  await openDashboard();
  await choose('Integration', 'NPS answers to contacts');
  await page.getByRole('heading', { name: 'No runs in this period' }).waitFor();
  await choose('Integration', INTEGRATION);
  await page.getByText('1 run', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show table: Runs per day' }).click();
  const days = page.getByRole('region', { name: 'Runs per day' }).locator('tbody tr');
  await eventually(days).toHaveCount(30);
  await choose('Period', 'Last 7 days');
  await eventually(days).toHaveCount(7);
  expect(complaints).toEqual([]);
});

test('rows without a record lead to these rows of the log', async () => {
  await runs.complete(INTEGRATION);
  await openDashboard();
  await page.getByRole('button', { name: INTEGRATION, exact: true }).click();
  const rows = page.locator('c-row-outcomes');
  await eventually(rows.locator('.tools [role=status]')).toHaveText('15 rows');
  await eventually(rows.locator('tbody tr')).toHaveCount(15);
  await eventually(rows.locator('tbody tr', { hasText: 'Unmatched' })).toHaveCount(15);
  expect(complaints).toEqual([]);
});

test('what is done in the log is on the dashboard when the log closes', async () => {
  await runs.complete(INTEGRATION);
  await openDashboard();
  await page.getByRole('button', { name: `View log of ${INTEGRATION}` }).click();
  await dialog()
    .getByRole('button', { name: /^Retry \d+ failed rows$/ })
    .click();
  await dialog().getByText('Tries the failed rows of an earlier run again.').waitFor();
  await runs.settled();
  await page.keyboard.press('Escape');
  await page.getByText(/^10 of 10 rows could not be applied/).waitFor();
  expect(complaints).toEqual([]);
});

test('records that no report names are counted', async () => {
  await runs.complete(INTEGRATION);
  await openDashboard();
  await page.getByRole('button', { name: 'Count the records of' }).first().click();
  // 440 rows: 15 of nobody, 16 without a key
  await page.getByText('91 of 500', { exact: true }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('an account that does not work is named, and leads to where it is put right', async () => {
  await failInsights(app, { kind: 'status', status: 401, path: '*' });
  await callApex(app, 'ConnectionController.verify', { environmentName: 'Production' });
  await openDashboard();
  await page.getByText('Account not working').waitFor();
  await page.getByRole('button', { name: 'Go to Integrations to put Production right' }).click();
  await page.getByRole('table', { name: 'Integrations and their last runs' }).waitFor();
  await healInsights(app);
  await callApex(app, 'ConnectionController.verify', { environmentName: 'Production' });
  expect(complaints).toEqual([]);
});

test('a dashboard that cannot be loaded says so, and can be loaded again', async () => {
  await runs.complete(INTEGRATION);
  await openDashboard();
  await page.locator('canvas').first().waitFor();
  await page.route(OVERVIEW, (route) => route.fulfill({ status: 500, json: { message: 'The org is busy.' } }));
  await choose('Period', 'Last 90 days');
  await page.getByText('The org is busy.').waitFor();
  await eventually(page.locator('canvas')).toHaveCount(0);
  await expectAccessible(page);
  await page.unroute(OVERVIEW);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('canvas').first().waitFor();
});

test('a record tells that it was updated, with its values, and leads to the log', async () => {
  await runs.completeAnew(INTEGRATION);
  await openRecord('Contact 0001');
  await story().getByText('The last run updated this record.').waitFor();
  await page.getByText('This integration has not run yet.').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: `View log of ${INTEGRATION}` }).click();
  await dialog().getByText('Completed with errors').first().waitFor();
  expect(complaints).toEqual([]);
});

test('a record that the report does not name says so', async () => {
  await runs.complete(INTEGRATION);
  await openRecord('Contact 0450');
  await story().getByText('Not in the report').waitFor();
  expect(complaints).toEqual([]);
});

test('a record that had its values already says that', async () => {
  await runs.complete(INTEGRATION);
  await runs.complete(INTEGRATION);
  await openRecord('Contact 0001');
  await story().getByText('Nothing to update').waitFor();
  await story().getByText('line 2 of the report').waitFor();
  expect(complaints).toEqual([]);
});

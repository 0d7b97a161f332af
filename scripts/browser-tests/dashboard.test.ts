import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, launchBrowser, openPage } from './support/browser';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { startApp, type RunningApp } from './support/running-app';

const INTEGRATION = 'Onboarding progress to contacts';

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  ({ page, complaints } = await openPage(browser));
  integrations = new IntegrationsPage(page, app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
afterEach(() => expect(complaints).toEqual([]));

async function openDashboard(): Promise<void> {
  integrations.calls.length = 0;
  await page.goto(`${app.url}/lightning/n/Insights_Dashboard`);
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
}

const chosen = (name: string) => page.getByRole('combobox', { name, exact: true });

async function choose(name: string, option: string): Promise<void> {
  await chosen(name).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The latest day of a table, as numbers. */
async function latestOf(table: string): Promise<number[]> {
  const cells = page.getByRole('region', { name: table }).locator('tbody tr').first().locator('td');
  return (await cells.allTextContents()).map((text) => Number(text.replace(/[,%]/g, '')));
}

const opensRecord = async (name: string): Promise<void> => {
  const id = await new OrgData(app).idOf('Contact', name);
  await page.goto(`${app.url}/lightning/r/Contact/${id}/view`);
  await page.getByRole('heading', { name: INTEGRATION }).waitFor();
};

const story = () =>
  page.locator('c-record-story-item', { has: page.getByRole('heading', { name: INTEGRATION, exact: true }) });

test('an org without runs is told what there will be, and led to the integrations', async () => {
  await openDashboard();
  await page.getByText('Nothing needs attention.').waitFor();
  expect(await page.locator('canvas').count()).toBe(0);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go to Integrations' }).click();
  await page.getByRole('table', { name: 'Integrations and their last runs' }).waitFor();
});

test('a run is charted with one call, and every table says what the org keeps', async () => {
  await integrations.open();
  await integrations.run(INTEGRATION);
  await openDashboard();
  await page.getByText('1 run', { exact: true }).waitFor();
  expect(await page.locator('canvas').count()).toBe(5);
  expect(integrations.calls).toEqual(['DashboardController.overview']);
  expect(await accessibilityFindings(page)).toEqual([]);
  for (const chart of ['Runs per day', 'Rows by outcome', 'Keys with a record']) {
    await page.getByRole('button', { name: `Show table: ${chart}` }).click();
  }
  const [run] = await new OrgData(app).query('SELECT FIELDS(ALL) FROM Sync_Run__c LIMIT 1');
  const rows = (name: string): number => Number(run[`Rows_${name}__c`]);
  const outcomes = ['Updated', 'Unchanged', 'Unmatched', 'Skipped', 'Invalid', 'Ambiguous', 'Rejected'];
  expect(await latestOf('Runs per day')).toEqual([0, 1, 0, 0, 0]);
  expect(await latestOf('Rows by outcome')).toEqual(outcomes.map(rows));
  const lookedUp = rows('Read') - rows('Skipped') - rows('Invalid');
  const share = Math.round((1000 * (lookedUp - rows('Unmatched'))) / lookedUp) / 10;
  expect(await latestOf('Keys with a record')).toEqual([share]);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('the keyboard alone chooses, shows tables and opens a log', async () => {
  await openDashboard();
  await chosen('Period').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const toggle = page.getByRole('button', { name: 'Show table: Duration' });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show chart: Duration' }).waitFor();
  await page.getByRole('button', { name: `View log of ${INTEGRATION}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Completed with errors').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('another integration and another period change what is shown', async () => {
  await openDashboard();
  await choose('Integration', 'NPS answers to contacts');
  await page.getByRole('heading', { name: 'No runs in this period' }).waitFor();
  await choose('Integration', INTEGRATION);
  await choose('Period', 'Last 7 days');
  await page.getByText('1 run', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show table: Runs per day' }).click();
  expect(await page.getByRole('region', { name: 'Runs per day' }).locator('tbody tr').count()).toBe(7);
});

test('rows without a record lead to these rows of the log', async () => {
  await openDashboard();
  await page.getByRole('button', { name: INTEGRATION, exact: true }).click();
  await page.getByRole('dialog').getByText('Unmatched').first().waitFor();
  await page.locator('c-row-outcomes').getByText('15', { exact: false }).first().waitFor();
  expect(await page.locator('c-row-outcomes').getByText('Invalid').count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('records that no report names are counted', async () => {
  await openDashboard();
  await page.getByRole('button', { name: 'Count the records of' }).first().click();
  // 440 rows: 15 of nobody, 16 without a key
  await page.getByText('91 of 500', { exact: true }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('an account that does not work is named, and leads to where it is put right', async () => {
  await failInsights(app, { kind: 'status', status: 401, path: '*' });
  await integrations.open();
  await integrations.chooseForAccount('Production', 'Check connection');
  await integrations.account('Production').getByText('Not working').waitFor();
  await healInsights(app);
  await openDashboard();
  await page.getByText('Account not working').waitFor();
  await page.getByRole('button', { name: 'Go to Integrations to put Production right' }).click();
  await page.getByRole('table', { name: 'Integrations and their last runs' }).waitFor();
});

test('a dashboard that cannot be loaded says so, and can be loaded again', async () => {
  await openDashboard();
  await page.route('**/lightning/apex/DashboardController.overview', (route) =>
    route.fulfill({ status: 500, json: { message: 'The org is busy.' } })
  );
  await choose('Period', 'Last 90 days');
  await page.getByText('The org is busy.').waitFor();
  expect(await page.locator('canvas').count()).toBe(0);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.unroute('**/lightning/apex/DashboardController.overview');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('canvas').first().waitFor();
  complaints.length = 0;
});

test('a record tells that it was updated, with its values, and leads to the log', async () => {
  await opensRecord('Contact 0001');
  await story().getByText('The last run updated this record.').waitFor();
  await page.getByText('This integration has not run yet.').first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: `View log of ${INTEGRATION}` }).click();
  await page.getByRole('dialog').getByText('Completed with errors').first().waitFor();
});

test('a record that the report does not name says so; one that had its values already says that', async () => {
  await opensRecord('Contact 0450');
  await story().getByText('Not in the report').waitFor();
  await integrations.open();
  await integrations.run(INTEGRATION);
  await opensRecord('Contact 0001');
  await story().getByText('Nothing to update').waitFor();
  await story().getByText('line 2 of the report').waitFor();
});

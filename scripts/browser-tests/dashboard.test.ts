import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, launchBrowser, openPage } from './support/browser';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { startApp, type RunningApp } from './support/running-app';

jest.setTimeout(120_000);

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

test('an org without runs is told so', async () => {
  await openDashboard();
  await page.getByText('Nothing needs attention.').waitFor();
  expect(await page.getByText('No runs in this period.').count()).toBe(5);
  await page.getByText('No integration has completed a run yet.').waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('runs are charted with one call, and every chart is a table as well', async () => {
  await integrations.open();
  await integrations.run(INTEGRATION);
  await openDashboard();
  await page.getByText('1 run', { exact: true }).waitFor();
  expect(await page.locator('canvas').count()).toBe(5);
  expect(integrations.calls).toEqual(['DashboardController.overview']);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show table' }).first().click();
  await page.getByRole('region', { name: 'Runs per day' }).getByRole('rowheader').first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('what needs attention leads to its log, and records that no report names are counted', async () => {
  await openDashboard();
  await page.getByRole('button', { name: 'Count the records of' }).first().click();
  await page.getByText(/At least \d+ of 500/).waitFor();
  await page.getByRole('button', { name: `View log of ${INTEGRATION}` }).click();
  await page.getByRole('dialog').getByText('Completed with errors').first().waitFor();
});

test('a record tells why it was updated or not', async () => {
  const [{ Id }] = await new OrgData(app).query("SELECT Id FROM Contact WHERE Name = 'Contact 0001'");
  await page.goto(`${app.url}/lightning/r/Contact/${String(Id)}/view`);
  await page.getByRole('heading', { name: INTEGRATION }).waitFor();
  await page.getByText('The last run updated this record.').waitFor();
  await page.getByText('This integration has not run yet.').first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { LogWindow } from './support/log-window';
import { OrgRuns } from './support/org-runs';
import { startApp, type RunningApp } from './support/running-app';

const INTEGRATION = 'Onboarding progress to contacts';
/** From here on a log can be filtered. */
const MANY_RUNS = 11;

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
  await runs.removeAll();
  ({ page, complaints } = await openPage(browser, clockShift));
  integrations = new IntegrationsPage(page, app);
  log = new LogWindow(page, integrations);
});
afterEach(async () => {
  await healInsights(app);
  await closePage(page);
});

async function makeManyRuns(): Promise<void> {
  for (let run = 0; run < MANY_RUNS; run += 1) {
    await runs.complete(INTEGRATION);
  }
}

describe('a log of many runs', () => {
  it('finds those that ended in some way, and those up to a day', async () => {
    await makeManyRuns();
    await failInsights(app, { kind: 'status', status: 404, path: '*/rows' });
    await runs.complete(INTEGRATION);
    await healInsights(app);
    await integrations.open();
    await integrations.choose(INTEGRATION, 'Log');
    const status = log.window().getByRole('combobox', { name: 'Status' });
    await status.click();
    await log.window().getByRole('option', { name: 'Failed', exact: true }).click();
    await eventually(log.runs()).toHaveCount(1);
    await eventually(log.runs()).toContainText('Failed');
    await expectAccessible(page);

    await log.window().getByLabel('Started up to (UTC)').fill('2020-01-01');
    await log.window().getByText('No run matches.').waitFor();
    await expectAccessible(page);
    await log.button('Clear filters').click();
    await eventually(log.runs().filter({ hasText: 'Completed' }).first()).toBeVisible();
    await eventually(status).toBeFocused();
    expect(complaints).toEqual([]);
  });
});

describe('the page of a run', () => {
  it('leads to the log of the integration, and from a row that is invalid to the record', async () => {
    const runId = await runs.completeAnew(INTEGRATION);
    await page.goto(`${app.url}/lightning/r/Sync_Run__c/${runId}/view`);
    await page.getByRole('button', { name: `Log of ${INTEGRATION}` }).click();
    await log.runs().first().waitFor();
    await log.button('Close').last().click();
    await page.getByRole('button', { name: 'Invalid' }).click();
    const link = page.locator('c-row-outcomes c-record-link a').first();
    const key = await link.innerText();
    await page.goto(`${app.url}${await link.getAttribute('href')}`);
    await page.getByText(key, { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows what the bar is of in the colours that a reader chose', async () => {
    const runId = await runs.completeAnew(INTEGRATION);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${app.url}/lightning/r/Sync_Run__c/${runId}/view`);
    const parts = page.locator('c-run-counts c-outcome-bar .segment');
    await parts.first().waitFor();
    const colours = await parts.evaluateAll((all) =>
      all.map((part) => part.ownerDocument.defaultView!.getComputedStyle(part).backgroundColor)
    );
    expect(new Set(colours).size).toBe(colours.length);
  });
});

describe('narrow pages', () => {
  it('give every column of the log room for a word', async () => {
    await runs.complete(INTEGRATION);
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto(`${app.url}/lightning/n/Integrations?language=fr`);
    await page
      .getByRole('button', { name: new RegExp(INTEGRATION) })
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'Journal', exact: true }).click();
    const table = page.locator('c-run-table');
    await table.locator('tbody tr').first().waitFor();
    const clipped = await table
      .locator('th, td')
      .evaluateAll((cells) =>
        cells
          .filter((cell) => !cell.querySelector('.local') && cell.scrollWidth > cell.clientWidth)
          .map((cell) => cell.innerHTML)
      );
    expect(clipped).toEqual([]);
    expect(
      await table
        .locator('tbody th')
        .first()
        .evaluate((cell) => cell.clientWidth)
    ).toBeGreaterThan(80);
  });

  it.each(['dashboard', 'run'])('are no wider than a phone: the page of a %s', async (kind) => {
    const runId = await runs.complete(INTEGRATION);
    const paths = { dashboard: 'n/Insights_Dashboard', run: `r/Sync_Run__c/${runId}/view` };
    await page.setViewportSize({ width: 390, height: 780 });
    await page.goto(`${app.url}/lightning/${paths[kind as keyof typeof paths]}`);
    await page.locator('c-chart-card, c-row-outcomes tbody tr').first().waitFor();
    await eventually.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
  });
});

describe('alerts', () => {
  it('are sent to users who are found by name, and to addresses', async () => {
    const edit = async (): Promise<void> => {
      await integrations.open();
      await integrations.choose(INTEGRATION, 'Edit');
      await page.getByRole('button', { name: 'Alerts' }).click();
    };
    await edit();
    const people = page.getByRole('combobox', { name: 'Add a user or an email address' });
    await people.fill('admin');
    await page.getByRole('option', { name: /^Admin User/ }).click();
    await page.getByRole('button', { name: 'Do not tell Admin User' }).waitFor();
    await people.fill('team@example.com');
    await page.getByRole('option', { name: /^team@example.com/ }).waitFor();
    await people.press('Enter');
    await page.getByRole('button', { name: 'Do not tell team@example.com' }).waitFor();
    await expectAccessible(page);
    await page.locator('c-wizard-footer').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('table', { name: 'Integrations and their last runs' }).waitFor();

    await edit();
    await page.getByRole('button', { name: 'Do not tell team@example.com' }).click();
    await eventually(page.getByRole('button', { name: /^Do not tell/ })).toHaveCount(1);
    expect(complaints).toEqual([]);
  });
});

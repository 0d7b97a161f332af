import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { callApex } from './support/apex';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { LogWindow } from './support/log-window';
import { OrgData } from './support/org-data';
import { OrgRuns } from './support/org-runs';
import { ReportFiles } from './support/report-files';
import { startApp, type RunningApp } from './support/running-app';

const INTEGRATION = 'Onboarding progress to contacts';
const NPS = 'NPS answers to contacts';
const SCORES = 'SELECT Id, NPS_Score__c FROM Contact WHERE NPS_Score__c != null ORDER BY Id';
const LONG_REPORT = 12_000;
/** A key that a spreadsheet would run. */
const FORMULA = '=cmd|nobody';

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;
let log: LogWindow;
let data: OrgData;
let runs: OrgRuns;
const files = new ReportFiles();

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  data = new OrgData(app);
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
  log = new LogWindow(page, integrations);
  await runs.removeAll();
  await data.removeAll('Sync_Settings__c');
  await files.serve(app, files.whole());
});
afterEach(async () => {
  await healInsights(app);
  await closePage(page);
  await runs.cancelAll();
});

/** A run that was held back, as the report has lost most of its rows. */
async function heldBack(): Promise<string> {
  await runs.complete(INTEGRATION);
  await files.serve(app, files.shrunk());
  return runs.complete(INTEGRATION);
}

async function openRun(runId: string): Promise<void> {
  await page.goto(`${app.url}/lightning/r/Sync_Run__c/${runId}/view`);
}

test('the failed rows of a run are retried alone, which leads to that run and back to the first', async () => {
  await runs.complete(INTEGRATION);
  await log.openLatestRun(INTEGRATION);
  await log.button(/^Retry \d+ failed rows$/).click();
  await log.window().getByText('Tries the failed rows of an earlier run again.').waitFor();
  await log.heading(/^0 of \d+ rows updated; \d+ rows need attention$/).waitFor();
  await log.button('View that run').click();
  await log.button('Undo this run').or(log.button('Retry')).first().waitFor();
  await log.button('All runs').click();
  await eventually(log.runs().first()).toContainText('Retry');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('the list has the run that was started in the log as soon as the log closes', async () => {
  await runs.complete(NPS);
  await runs.complete(INTEGRATION);
  await log.openLatestRun(INTEGRATION);
  await log.button(/^Retry \d+ failed rows$/).click();
  await log.heading(/^0 of \d+ rows updated; \d+ rows need attention$/).waitFor();
  await page.keyboard.press('Escape');
  await log.window().waitFor({ state: 'detached' });
  await integrations
    .row(INTEGRATION)
    .getByText(/^\s*0 of 10 rows updated/)
    .waitFor();
  expect(complaints).toEqual([]);
});

test('a run is undone after saying what will come back and what not', async () => {
  await runs.forgetValues();
  await integrations.open();
  await integrations.run(NPS);
  expect(await data.query(SCORES)).not.toEqual([]);
  await log.openLatestRun(NPS);
  await log.button('Undo this run').click();
  const question = log.window(/^Undo this run\?/);
  await question.getByText(/^Fields that get their old values back: .*NPS/).waitFor();
  await eventually(question).toContainText(/\d+ can be taken back/);
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Cancel', exact: true }).click();
  await question.waitFor({ state: 'detached' });
  expect(await data.query(SCORES)).not.toEqual([]);

  await log.button('Undo this run').click();
  await question.getByRole('button', { name: 'Undo this run' }).click();
  await log.heading(/changes taken back/).waitFor();
  expect(await data.query(SCORES)).toEqual([]);
  await log.openTab('Before and after');
  await log.run().locator('c-run-changes tbody tr').first().waitFor();

  await log.button('View that run').click();
  await log.window().getByText('This run was undone').waitFor();
  await eventually(log.button('Undo this run')).toHaveCount(0);
  await log.button('View the undo').click();
  await log.heading(/changes taken back/).waitFor();
  expect(complaints).toEqual([]);
});

test('a preview says that nothing was written, shows what would be, and is run', async () => {
  await runs.forgetValues();
  await integrations.open();
  await integrations.choose(NPS, 'Preview');
  await integrations.toast(`The preview of ${NPS} is ready`);
  await log.openLatestRun(NPS);
  await log.window().getByText('This was a preview: nothing was written.').waitFor();
  await log.openTab('Before and after');
  await log.run().locator('c-run-changes tbody tr').first().waitFor();
  await log.button('Run now').click();
  await log.heading(/rows updated/).waitFor();
  expect(complaints).toEqual([]);
});

test('what was held back is run anyway', async () => {
  await heldBack();
  await log.openLatestRun(INTEGRATION);
  await eventually(log.run()).toContainText(/(?<!\d)440(?!\d)/);
  await expectAccessible(page);
  await log.button('Run anyway').click();
  await log.heading(/^\d+ of \d+ rows/).waitFor();
  expect(complaints).toEqual([]);
});

test('the rows of a run are added while it goes on, on the page it was started from', async () => {
  await openRun(await heldBack());
  const runAnyway = page.getByRole('button', { name: 'Run anyway' });
  await runAnyway.waitFor();
  // While a part waits for its source the org answers no page: many parts give the page many occasions to ask
  const [{ Id: SetupOwnerId }] = await data.query('SELECT Id FROM Organization');
  await data.create('Sync_Settings__c', { SetupOwnerId, Most_Rows_Per_Slice__c: LONG_REPORT / 40 });
  await files.serve(app, files.long(LONG_REPORT, FORMULA));
  await failInsights(app, { kind: 'slow', delayMs: 1000, path: '*/rows' });
  await runAnyway.click();
  const goingOn = page.locator('c-run-detail', { has: page.locator('c-run-progress') });
  const found = await goingOn.locator('c-row-outcomes .tools [role=status]').innerText();
  expect(Number.parseInt(found.replaceAll(',', ''), 10)).toBeLessThan(LONG_REPORT);
  await healInsights(app);
  await page.getByText(`${LONG_REPORT.toLocaleString('en-US')} rows`, { exact: true }).waitFor();
  await page.locator('c-run-progress').waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill(FORMULA);
  await page.getByText('1 row', { exact: true }).waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download (CSV)' }).click()
  ]);
  expect(readFileSync(await saved.path(), 'utf8')).toContain(`,"'${FORMULA}",Unmatched,`);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('a run that waits for its source says until when, and is cancelled', async () => {
  await failInsights(app, { kind: 'status', status: 429, retryAfter: '120', path: '*/rows' });
  const integrationId = await data.idOf('Integration__c', INTEGRATION);
  await callApex(app, 'RunController.start', { integrationId });
  await log.openLatestRun(INTEGRATION);
  await log
    .run()
    .getByText(/until \d\d:\d\d UTC/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await log.button('Cancel the run').click();
  await log.run().getByText('Cancelled').waitFor();
  expect(complaints).toEqual([]);
});

test('why something was refused is said in place', async () => {
  await page.route('**/lightning/apex/RunController.retryFailed', (route) =>
    route.fulfill({ status: 500, json: { message: 'The report has another version.' } })
  );
  await openRun(await runs.complete(INTEGRATION));
  await page.getByRole('button', { name: /^Retry \d+ failed rows$/ }).click();
  await eventually(page.getByRole('alert')).toContainText('The report has another version.');
  await expectAccessible(page);
});

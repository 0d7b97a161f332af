import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { startApp, type RunningApp } from './support/running-app';

const USER = 'Admin User';

let app: RunningApp;
let browser: Browser;
let page: Page;
let integrations: IntegrationsPage;
let org: OrgData;
let userId: string;

/** The user of the org is nobody special any more. */
beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
  org = new OrgData(app);
  userId = await org.idOf('User', USER);
  await org.update('User', userId, { ProfileId: await org.idOf('Profile', 'Standard User') });
  await app.restart();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  ({ page } = await openPage(browser, clockShift));
  integrations = new IntegrationsPage(page, app);
  await takePermissionSets();
});
afterEach(() => closePage(page));

async function takePermissionSets(): Promise<void> {
  const assignments = await org.query(
    'SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = false'
  );
  for (const { Id } of assignments) {
    await org.remove('PermissionSetAssignment', String(Id));
  }
}

test('a user without a permission set is told which one is missing, and offered nothing', async () => {
  await page.goto(app.url);
  await page.getByText('Insights Sync Viewer').first().waitFor();
  await page.locator('c-table-skeleton').first().waitFor({ state: 'detached' });
  await eventually(page.getByText('Insights Sync Viewer')).toHaveCount(1);
  await eventually(page.getByRole('button', { name: 'New integration' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a user who may only look sees everything, and is offered the log alone', async () => {
  const PermissionSetId = await org.idOf('PermissionSet', 'Insights_Sync_Viewer');
  await org.create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId });
  await integrations.open();
  await integrations.account('Production').waitFor();
  await page.getByRole('button', { name: 'New integration' }).waitFor({ state: 'detached' });
  await integrations.menu('NPS answers to contacts').click();
  await page.getByRole('menuitem', { name: 'Log' }).waitFor();
  await eventually(page.getByRole('menuitem')).toHaveText(['Log']);
  await eventually(page.locator('c-account-card').getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
});

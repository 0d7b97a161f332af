import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFindings, launchBrowser, openPage } from './support/browser';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { OrgData } from './support/org-data';
import { startApp, type RunningApp } from './support/running-app';

const KEY = 'sample-key';
const SECRET = 'sample-secret';
const USER = 'Admin User';

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let integrations: IntegrationsPage;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
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

async function enter(key: string, secret: string): Promise<void> {
  await dialog().getByLabel('Key').fill(key);
  await dialog().getByLabel('Secret').fill(secret);
  await page.keyboard.press('Enter');
}

describe('an account', () => {
  it('is disconnected after a question that names what stops working', async () => {
    await integrations.open();
    await integrations.chooseForAccount('Test', 'Disconnect');
    await dialog().getByText('Feature usage to contacts').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Disconnect' }).click();
    await integrations.account('Test').getByText('Not connected').waitFor();
    expect(complaints).toEqual([]);
  });

  it('with a wrong secret is told so in words, and works with the right one', async () => {
    await integrations.open();
    await integrations.account('Test').getByRole('button', { name: '+ Add account' }).click();
    await dialog().getByLabel('Key').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await enter(KEY, 'wrong-secret');
    await dialog().getByText('The account Test does not work yet').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Change the key' }).click();
    expect(await dialog().getByLabel('Secret').inputValue()).toBe('');
    await enter(KEY, SECRET);
    await dialog().getByText('Test is connected').waitFor();
    expect(await dialog().innerText()).toMatch(/\d+ reports? can be read/);
    await dialog().getByRole('button', { name: 'Done' }).click();
    const card = integrations.account('Test');
    await card.getByText('Connected', { exact: true }).waitFor();
    expect(await card.innerText()).toContain('verified');
    expect(await page.content()).not.toContain(SECRET);
    expect(integrations.calls.slice(2)).toEqual([
      'ConnectionController.connect',
      'ConnectionController.verify',
      'ConnectionController.connect',
      'ConnectionController.verify'
    ]);
  });

  it('that WalkMe no longer accepts is said at the top, and reconnected from there', async () => {
    await failInsights(app, { kind: 'status', status: 401 });
    await integrations.open();
    await integrations.chooseForAccount('Test', 'Check connection');
    const strip = page.locator('c-attention-strip');
    await strip.getByText('Account Test').waitFor();
    expect(await integrations.account('Test').innerText()).toContain('Not working');
    expect(await accessibilityFindings(page)).toEqual([]);
    await healInsights(app);
    await strip.getByRole('button', { name: 'Reconnect: Account Test' }).click();
    await enter(KEY, SECRET);
    await dialog().getByRole('button', { name: 'Done' }).click();
    await strip.waitFor({ state: 'detached' });
  });

  it.each([
    ['answers with an error', { kind: 'status', status: 503 }],
    ['hangs up', { kind: 'drop' }]
  ])('of an API that %s is said not to work, in words', async (_, fault) => {
    await failInsights(app, fault);
    await integrations.open();
    await integrations.chooseForAccount('Production', 'Check connection');
    const card = integrations.account('Production');
    await card.getByText('Not working').waitFor();
    expect((await card.locator('.reason').innerText()).length).toBeGreaterThan(20);
  });

  it('is found to work again', async () => {
    await integrations.open();
    await integrations.chooseForAccount('Production', 'Check connection');
    await integrations.account('Production').getByText('Connected', { exact: true }).waitFor();
    await page.locator('c-attention-strip').waitFor({ state: 'detached' });
  });
});

describe('an environment', () => {
  it('is refused a name that WalkMe does not allow, added with one that it does, and removed', async () => {
    await integrations.open();
    await page.getByRole('button', { name: 'Add environment' }).click();
    await dialog().getByLabel('Name in WalkMe').fill('Preview');
    await dialog().locator('input[name=namedCredential]').fill('WalkMe_Test');
    await dialog().getByRole('button', { name: 'Add environment' }).click();
    await dialog().getByText('The environment could not be added').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog().getByLabel('Name in WalkMe').fill('Staging');
    await dialog().getByRole('button', { name: 'Add environment' }).click();
    await integrations.account('Staging').waitFor();
    await integrations.chooseForAccount('Staging', 'Remove');
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await integrations.account('Staging').waitFor({ state: 'detached' });
  });
});

/** From here on the user is nobody special any more. */
describe('a user', () => {
  let org: OrgData;
  let userId: string;

  beforeAll(async () => {
    org = new OrgData(app);
    userId = await org.idOf('User', USER);
    await org.update('User', userId, { ProfileId: await org.idOf('Profile', 'Standard User') });
    await app.restart();
    const assignments = await org.query(
      'SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = false'
    );
    for (const { Id } of assignments) {
      await org.remove('PermissionSetAssignment', String(Id));
    }
  });

  it('without a permission set is told which one is missing, and offered nothing', async () => {
    await page.goto(app.url);
    await page.getByText('Insights Sync Viewer').first().waitFor();
    expect(await page.getByText('Insights Sync Viewer').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'New integration' }).count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('who may only look sees everything, and is offered the log alone', async () => {
    const PermissionSetId = await org.idOf('PermissionSet', 'Insights_Sync_Viewer');
    await org.create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId });
    await integrations.open();
    await integrations.account('Production').waitFor();
    await page.getByRole('button', { name: 'New integration' }).waitFor({ state: 'detached' });
    await integrations.menu('NPS answers to contacts').click();
    await page.getByRole('menuitem', { name: 'Log' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Log']);
    expect(await page.locator('c-account-card').getByRole('button').count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

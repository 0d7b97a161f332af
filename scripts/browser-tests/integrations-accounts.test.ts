import type { Browser, Locator, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { callApex } from './support/apex';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { startApp, type RunningApp } from './support/running-app';

const KEY = 'sample-key';
const SECRET = 'sample-secret';

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
  ({ page, complaints } = await openPage(browser, clockShift));
  integrations = new IntegrationsPage(page, app);
});
afterEach(async () => {
  await healInsights(app);
  await closePage(page);
});

const dialog = (): Locator => page.getByRole('dialog');
const strip = (): Locator => page.locator('c-attention-strip');

async function enter(key: string, secret: string): Promise<void> {
  await dialog().getByLabel('Key').fill(key);
  await dialog().getByLabel('Secret').fill(secret);
  await page.keyboard.press('Enter');
}

async function connect(environmentName: string): Promise<void> {
  await callApex(app, 'ConnectionController.connect', { environmentName, key: KEY, secret: SECRET });
  await check(environmentName);
}

async function check(environmentName: string): Promise<void> {
  await callApex(app, 'ConnectionController.verify', { environmentName });
}

async function disconnect(environmentName: string): Promise<void> {
  await callApex(app, 'ConnectionController.disconnect', { environmentName });
}

describe('an account', () => {
  it('is disconnected after a question that names what stops working', async () => {
    await connect('Test');
    await integrations.open();
    await integrations.chooseForAccount('Test', 'Disconnect');
    await dialog().getByText('Feature usage to contacts').waitFor();
    await expectAccessible(page);
    await dialog().getByRole('button', { name: 'Disconnect' }).click();
    await integrations.account('Test').getByText('Not connected').waitFor();
    expect(complaints).toEqual([]);
  });

  it('with a wrong secret is told so in words, and works with the right one', async () => {
    await disconnect('Test');
    await integrations.open();
    await integrations.account('Test').getByRole('button', { name: '+ Add account' }).click();
    await dialog().getByLabel('Key').waitFor();
    await expectAccessible(page);
    await enter(KEY, 'wrong-secret');
    await dialog().getByText('The account Test does not work yet').waitFor();
    await expectAccessible(page);
    await dialog().getByRole('button', { name: 'Change the key' }).click();
    await eventually(dialog().getByLabel('Secret')).toHaveValue('');
    await enter(KEY, SECRET);
    await dialog().getByText('Test is connected').waitFor();
    await eventually(dialog()).toContainText(/\d+ reports? can be read/);
    await dialog().getByRole('button', { name: 'Done' }).click();
    const card = integrations.account('Test');
    await card.getByText('Connected', { exact: true }).waitFor();
    await eventually(card).toContainText('verified');
    expect(await page.content()).not.toContain(SECRET);
    expect(integrations.calls.filter((call) => call.startsWith('ConnectionController'))).toEqual([
      'ConnectionController.connect',
      'ConnectionController.verify',
      'ConnectionController.connect',
      'ConnectionController.verify'
    ]);
    expect(complaints).toEqual([]);
  });

  it('is connected however the dialog is left', async () => {
    await disconnect('Test');
    await integrations.open();
    await integrations.account('Test').getByRole('button', { name: '+ Add account' }).click();
    await enter(KEY, SECRET);
    await dialog().getByText('Test is connected').waitFor();
    await eventually(dialog().getByRole('button', { name: 'Done' })).toBeFocused();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await integrations.account('Test').getByText('Connected', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('that WalkMe no longer accepts is said at the top, and reconnected from there', async () => {
    await connect('Test');
    await failInsights(app, { kind: 'status', status: 401 });
    await integrations.open();
    await integrations.chooseForAccount('Test', 'Check connection');
    await strip().getByText('Account Test').waitFor();
    await integrations.account('Test').getByText('Not working').waitFor();
    await expectAccessible(page);
    await healInsights(app);
    await strip().getByRole('button', { name: 'Reconnect: Account Test' }).click();
    await enter(KEY, SECRET);
    await dialog().getByRole('button', { name: 'Done' }).click();
    await strip().getByText('Account Test').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it.each([
    ['answers with an error', { kind: 'status', status: 503 }],
    ['hangs up', { kind: 'drop' }]
  ])('of an API that %s is said not to work, in words', async (_, fault) => {
    await connect('Production');
    await failInsights(app, fault);
    await integrations.open();
    await integrations.chooseForAccount('Production', 'Check connection');
    const card = integrations.account('Production');
    await card.getByText('Not working').waitFor();
    await eventually(card.locator('.reason')).toHaveText(/.{20,}/);
  });

  it('is found to work again', async () => {
    await connect('Test');
    await failInsights(app, { kind: 'status', status: 503 });
    await check('Production');
    await healInsights(app);
    await integrations.open();
    await integrations.account('Production').getByText('Not working').waitFor();
    await integrations.chooseForAccount('Production', 'Check connection');
    await integrations.account('Production').getByText('Connected', { exact: true }).waitFor();
    await strip().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
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
    await expectAccessible(page);
    await dialog().getByLabel('Name in WalkMe').fill('Staging');
    await dialog().getByRole('button', { name: 'Add environment' }).click();
    await integrations.account('Staging').waitFor();
    await integrations.chooseForAccount('Staging', 'Remove');
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await integrations.account('Staging').waitFor({ state: 'detached' });
  });
});

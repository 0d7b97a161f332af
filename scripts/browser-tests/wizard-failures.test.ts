import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { failInsights, healInsights } from './support/insights-faults';
import { IntegrationsPage } from './support/integrations-page';
import { startApp, type RunningApp } from './support/running-app';
import { WizardPage } from './support/wizard-page';

const SAMPLE = 'Onboarding progress to contacts';

interface Org {
  canConfigure: boolean;
  permissions: { granted: boolean; remedy: string }[];
  environments: { name: string; status: string }[];
}

interface Fields {
  fields: { name: string; label: string; canBeKey: boolean; mappable: boolean }[];
}

let app: RunningApp;
let browser: Browser;
let page: Page;
let wizard: WizardPage;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  ({ page } = await openPage(browser, clockShift));
  wizard = new WizardPage(page, app);
});
afterEach(() => closePage(page));

const says = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

async function edit(): Promise<void> {
  const list = new IntegrationsPage(page, app);
  await list.open();
  await list.choose(SAMPLE, 'Edit');
  await page.locator('c-mapping-row').first().waitFor();
}

describe('on the first screen', () => {
  it('shows its shape while it loads', async () => {
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/lightning/apex/SetupController.org', async (route) => {
      await held;
      await route.continue();
    });
    await wizard.open();
    await page.locator('c-table-skeleton').first().waitFor({ state: 'attached' });
    await expectAccessible(page);
    await wizard.button('Continue').click();
    await says('Wait a moment');
    answer();
    await says('What you may do here');
  });

  it('names the permission that is missing, and what to do', async () => {
    await wizard.answer('SetupController.org', (org: Org) => ({
      ...org,
      canConfigure: false,
      permissions: [{ ...org.permissions[0], granted: false, remedy: 'Ask an admin for it.' }]
    }));
    await wizard.open();
    await says('Ask an admin for it.');
    await wizard.button('Continue').click();
    await says('You lack a permission that an integration takes.');
    await expectAccessible(page);
  });

  it('asks for an account where an environment has none', async () => {
    await wizard.answer('SetupController.org', (org: Org) => ({
      ...org,
      environments: org.environments.map((environment) => ({ ...environment, status: 'NotConnected' }))
    }));
    await wizard.open();
    await page.getByRole('radio', { name: /^Test/ }).check();
    await wizard.button('Continue').click();
    await says('Connect Test first');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Connect Test' }).click();
    await page.getByRole('dialog').waitFor();
  });
});

describe('on the second screen', () => {
  it('says that the API is down, and goes on when it is back', async () => {
    await failInsights(app, { kind: 'status', status: 503 });
    await wizard.open();
    await wizard.chooseEnvironment('Production');
    await says('The reports could not be listed');
    await expectAccessible(page);
    await healInsights(app);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('option', { name: /^Onboarding progress/ }).waitFor();
  });

  it('says that a report has vanished', async () => {
    await wizard.open();
    await wizard.chooseEnvironment('Production', 'CSV file on a server');
    const path = page.getByRole('textbox', { name: 'Name of the CSV file' });
    await path.fill('vanished');
    await path.press('Enter');
    await says('The report cannot be used');
    await says('There is no report “vanished”');
    await wizard.button('Continue').click();
    await says('Choose a report that can be read.');
    await expectAccessible(page);
  });

  it('names columns that are doubled or without a name', async () => {
    await wizard.open();
    await wizard.chooseEnvironment('Production', 'Uploaded CSV file');
    await wizard.upload('Doubled.csv', 'Email,Score,Score\na@example.com,1,2\n');
    await says('has two columns named “Score”.');
    await wizard.upload('Unnamed.csv', 'Email,,Score\na@example.com,1,2\n');
    await says(/^Column 2 of the report .* has no name\./);
    await expectAccessible(page);
  });

  it('says that an object has nothing to find a record by', async () => {
    await wizard.answer('ReportController.fields', (answer: Fields) => ({
      ...answer,
      fields: answer.fields.map((field) => ({ ...field, canBeKey: false }))
    }));
    await wizard.open();
    await wizard.chooseEnvironment('Production');
    await wizard.find('Salesforce object', 'contact');
    await says('Contact has no field that can identify a record.');
    await expectAccessible(page);
  });

  it('finds one of hundreds of objects without drawing them all', async () => {
    const names = Array.from({ length: 900 }, (_, index) => `Object ${index} ${'of a long name '.repeat(5)}`);
    await wizard.answer('ReportController.objects', (objects: object[]) => [
      ...names.map((label, index) => ({ apiName: `Many_${index}__c`, label, labelPlural: label, custom: true })),
      ...objects
    ]);
    await wizard.open();
    await wizard.chooseEnvironment('Production');
    const side = page.locator('c-object-choice');
    await side.getByText('more. Type to narrow the list.').waitFor();
    await eventually(side.getByRole('option')).toHaveCount(50);
    await expectAccessible(page);
    await wizard.find('Salesforce object', 'object 899');
    await side.locator('[aria-selected=true]', { hasText: 'Object 899' }).waitFor();
  });
});

describe('on the third screen', () => {
  it('says that a report without rows has nothing to show', async () => {
    await wizard.open();
    await wizard.chooseEnvironment('Production', 'Uploaded CSV file');
    await wizard.upload('Empty.csv', 'Email,NPS Score\n');
    await says('The report has no rows at present.');
    await wizard.find('Salesforce object', 'contact');
    await says('so nothing could be checked');
    await wizard.goOn('Fields');
    await page.getByRole('button', { name: 'Add column' }).click();
    const added = page.locator('c-mapping-row').last();
    await wizard.pick(added.getByRole('combobox', { name: 'Report column' }), 'nps');
    await wizard.pick(added.getByRole('combobox', { name: 'Salesforce field' }), 'title');
    await says('so there is nothing to show');
    await expectAccessible(page);
  });

  it('names at once what cannot work, and does not save it', async () => {
    await wizard.answer('ReportController.fields', (answer: Fields) => ({
      ...answer,
      fields: answer.fields.map((field) =>
        field.name === 'Onboarding_Done__c' ? { ...field, mappable: false } : field
      )
    }));
    await edit();
    await says('You may not change Onboarding Done.');
    await page.getByRole('button', { name: 'Add column' }).click();
    const added = page.locator('c-mapping-row').last();
    await wizard.pick(added.getByRole('combobox', { name: 'Report column' }), 'account');
    await wizard.pick(added.getByRole('combobox', { name: 'Salesforce field' }), 'onboarding completion');
    await says('Onboarding Completion (%) is filled by Account Name as well.');
    await wizard.button('Save').click();
    await says('Some mappings cannot work.');
    await expectAccessible(page);
  });

  it('judges types as Apex does, before anything is saved', async () => {
    await edit();
    await wizard.pick(
      wizard.mapping('Last Step Date (UTC)').getByRole('combobox', { name: 'Salesforce field' }),
      'reports to'
    );
    await page.locator('c-mapping-row .row_conflict').waitFor();
    await wizard.button('Save').click();
    await says('Some mappings cannot work.');
  });

  it('names a column that the report has lost', async () => {
    await wizard.answer('ReportController.columns', (answer: { columns: { name: string }[] }) => ({
      ...answer,
      columns: answer.columns.filter(({ name }) => name !== 'Completed')
    }));
    await edit();
    await says('The report has no column “Completed” any more.');
    await expectAccessible(page);
  });

  it('asks for what is missing', async () => {
    await edit();
    await page.getByRole('button', { name: 'Add column' }).click();
    await wizard.pick(page.locator('c-mapping-row').last().getByRole('combobox', { name: 'Report column' }), 'account');
    await wizard.button('Save').click();
    await says('Some mappings lack a column or a field.');
    await says('Choose a field.');
    await page.getByRole('textbox', { name: 'Name of the integration' }).fill('');
    await wizard.button('Save').click();
    await says('Give the integration a name.');
    await expectAccessible(page);
  });

  it('keeps everything when Apex refuses to save', async () => {
    await wizard.refuse('IntegrationController.save', 'The report is being rebuilt. Try again in a few minutes.');
    await edit();
    await page.getByRole('textbox', { name: 'Name of the integration' }).fill('Renamed');
    await wizard.button('Save').click();
    await says('The integration could not be saved');
    await says('The report is being rebuilt.');
    await expectAccessible(page);
    await eventually(page.getByRole('textbox', { name: 'Name of the integration' })).toHaveValue('Renamed');
  });

  it('says that the integration is gone', async () => {
    await wizard.open('c__view=edit&c__integration=a01L00000000099IAA');
    await says('The integration could not be opened');
    await expectAccessible(page);
  });
});

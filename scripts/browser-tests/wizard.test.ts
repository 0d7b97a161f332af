import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Browser, Locator, Page } from 'playwright-core';
import { expectAccessible } from './support/accessibility';
import { closePage, launchBrowser, openPage } from './support/browser';
import { clockShift } from './support/clock';
import { eventually } from './support/eventually';
import { IntegrationsPage } from './support/integrations-page';
import { startApp, type RunningApp } from './support/running-app';
import { WizardPage } from './support/wizard-page';

const SAMPLE = 'Onboarding progress to contacts';
const CREATED = 'Onboarding progress to Contacts';

let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];
let wizard: WizardPage;
let list: IntegrationsPage;

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
  wizard = new WizardPage(page, app);
  list = new IntegrationsPage(page, app);
});
afterEach(() => closePage(page));

/** Chooses report and object, and waits for what a sample says of the suggested identifiers. */
async function chooseReportAndObject(report: string): Promise<void> {
  await wizard.find('WalkMe Insights report', report);
  await wizard.find('Salesforce object', 'contact');
  await page.getByText(/of 200 sample rows find exactly one record/).waitFor();
}

describe('a new integration', () => {
  it('comes about in three screens with few calls, and runs', async () => {
    await list.open();
    await page.getByRole('button', { name: 'New integration' }).click();
    await wizard.heading('Environment').waitFor();
    await page.getByText('Configure and run integrations').waitFor();
    wizard.takeCalls();
    await expectAccessible(page);
    await wizard.chooseEnvironment('Production');
    await page.getByRole('option', { name: /^Onboarding progress/ }).waitFor();
    expect(wizard.takeCalls()).toEqual(['ReportController.objects', 'ReportController.reports']);

    await chooseReportAndObject('onboarding');
    expect(wizard.takeCalls()).toEqual([
      'ReportController.checkKeys',
      'ReportController.columns',
      'ReportController.fields',
      'ReportController.suggest'
    ]);
    await eventually(page.locator('c-report-facts')).toContainText(/440 rows · 8 columns\s*· refreshed/);
    await expectAccessible(page);

    await wizard.goOn('Fields');
    await page.locator('c-sample-record').nth(4).waitFor();
    expect(wizard.takeCalls()).toEqual([
      'ReportController.sampleChanges',
      'ReportController.suggest',
      'ReportController.verdicts'
    ]);
    await eventually(page.locator('c-sample-record ins').first()).not.toBeEmpty();
    await eventually(page.getByRole('textbox', { name: 'Name of the integration' })).toHaveValue(CREATED);
    await expectAccessible(page);

    await wizard.button('Save').click();
    await list.toast(`${CREATED} is saved`);
    await list.run(CREATED);
    await eventually(list.row(CREATED)).toContainText(/4\d\d of 440 rows updated/);
    expect(complaints).toEqual([]);
  });

  it('can be made by keyboard alone, the focus always where it is needed', async () => {
    await wizard.open();
    const focused = (): Locator => page.locator(':focus').first();
    await page.getByRole('radio', { name: /^Test/ }).waitFor();
    await eventually(focused()).toHaveText('Environment');
    await page.getByRole('radio', { name: /^Test/ }).press('Space');
    await wizard.button('Continue').press('Enter');
    await wizard.heading('Report and object').waitFor();
    await eventually(focused()).toHaveText('Report and object');
    const report = page.getByRole('combobox', { name: 'WalkMe Insights report' });
    await report.press('ArrowDown');
    await report.press('ArrowDown');
    await report.press('Enter');
    await page.locator('[role=option][aria-selected=true]', { hasText: 'NPS survey answers' }).waitFor();
    await wizard.find('Salesforce object', 'contact');
    await page.getByText(/sample rows find exactly one record/).waitFor();
    await wizard.button('Continue').press('Enter');
    await wizard.heading('Fields').waitFor();
    await eventually(focused()).toHaveText('Fields');

    // What is suggested is mapped by then
    await page.locator('c-sample-record').first().waitFor();
    const before = await page.locator('c-mapping-row').count();
    await page.getByRole('button', { name: 'Add column' }).press('Enter');
    const column = page.locator('c-mapping-row').last().getByRole('combobox', { name: 'Report column' });
    await column.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('survey name');
    await page.keyboard.press('Enter');
    await eventually(column).toHaveValue('Survey Name');
    await page.getByRole('button', { name: 'Remove the mapping of Survey Name' }).press('Enter');
    await eventually(page.locator('c-mapping-row')).toHaveCount(before);
    await eventually(page.locator(':focus').first()).toHaveAttribute('role', 'combobox');
    expect(complaints).toEqual([]);
  });

  it('starts from a use case, whose missing fields come as metadata to deploy', async () => {
    await wizard.open('c__view=new&c__template=churn');
    await wizard.chooseEnvironment('Production');
    await wizard.find('WalkMe Insights report', 'feature');
    await page.getByText(/sample rows find exactly one record/).waitFor();
    await wizard.goOn('Fields');
    await page.getByText('The object lacks these fields of the use case').waitFor();
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download metadata' }).click()
    ]);
    const { files } = await JSZip.loadAsync(await readFile(await download.path()));
    expect(Object.keys(files)).toContain('package.xml');
    expect(Object.keys(files).some((path) => path.startsWith('objects/Contact'))).toBe(true);
  });

  it('reads a CSV file on a server', async () => {
    await wizard.open();
    await wizard.chooseEnvironment('Production', 'CSV file on a server');
    await page.getByRole('textbox', { name: 'Name of the CSV file' }).fill('onboarding-progress');
    await page.getByRole('button', { name: 'Read file' }).click();
    await page.getByText(/rows · 8 columns/).waitFor();
    await expectAccessible(page);
  });

  it('brings an uploaded CSV file onto records', async () => {
    await wizard.open();
    await wizard.chooseEnvironment('Production', 'Uploaded CSV file');
    await wizard.upload('Scores.csv', 'Email,Score\ncontact.0001@example.com,9\nnobody@example.com,3\n');
    await page.getByText(/2 rows · 2 columns/).waitFor();
    await wizard.find('Salesforce object', 'contact');
    await page.getByText(/1 of 2 sample rows find exactly one record/).waitFor();
    await expectAccessible(page);
    await wizard.goOn('Fields');
    await wizard.mapping('Score').getByText('Suggested').waitFor();
    await page.locator('c-sample-record ins', { hasText: '9' }).waitFor();
    await wizard.button('Save').click();
    await list.toast('Scores to Contacts is saved');
    await list.run('Scores to Contacts');
    await eventually(list.row('Scores to Contacts')).toContainText(/1 of 2 rows? updated/);
    expect(complaints).toEqual([]);
  });
});

describe('an integration that exists', () => {
  it('opens at its fields, and keeps everything back and forth', async () => {
    await list.open();
    await list.choose(SAMPLE, 'Edit');
    await wizard.heading('Fields').waitFor();
    await page.locator('c-sample-record').first().waitFor();
    expect(wizard.takeCalls().filter((call) => !/all|org|progress/.test(call))).toEqual([
      'IntegrationController.read',
      'ReportController.columns',
      'ReportController.fields',
      'ReportController.sampleChanges',
      'ReportController.verdicts'
    ]);
    await page.getByRole('textbox', { name: 'Name of the integration' }).fill('Renamed');
    await wizard.button('Back').click();
    await wizard.heading('Report and object').waitFor();
    await page.getByText(/sample rows find exactly one record/).waitFor();
    await wizard.button('Back').click();
    await wizard.heading('Environment').waitFor();
    await eventually(page.getByRole('radio', { name: /^Production/ })).toBeDisabled();
    await eventually(page.getByRole('radio', { name: /^Production/ })).toBeChecked();
    await expectAccessible(page);
    wizard.takeCalls();
    await wizard.goOn('Report and object');
    await page.getByText(/sample rows find exactly one record/).waitFor();
    await wizard.goOn('Fields');
    await page.locator('c-mapping-row').first().waitFor();
    expect(wizard.takeCalls()).toEqual([]);
    await eventually(page.getByRole('textbox', { name: 'Name of the integration' })).toHaveValue('Renamed');
    expect(complaints).toEqual([]);
  });

  it('asks before changes are lost, and brings back those that nobody was asked about', async () => {
    await list.open();
    await list.choose(SAMPLE, 'Edit');
    const name = page.getByRole('textbox', { name: 'Name of the integration' });
    await name.fill('Renamed');
    await wizard.button('Cancel').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('will be lost').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await eventually(name).toHaveValue('Renamed');

    await page.goBack();
    await list.choose(SAMPLE, 'Edit');
    await page.getByText('Your unsaved changes are back.').waitFor();
    await eventually(name).toHaveValue('Renamed');
    await wizard.button('Cancel').click();
    await dialog.getByRole('button', { name: 'Discard changes' }).click();
    await list.row(SAMPLE).waitFor();
  });

  it('is saved and previewed at once', async () => {
    await list.open();
    await list.choose(SAMPLE, 'Edit');
    await page.getByRole('button', { name: /^Schedule/ }).click();
    await page.getByRole('combobox', { name: 'How often' }).click();
    await page.getByRole('option', { name: 'Every week' }).click();
    await page.getByText('Next run: ').waitFor();
    for (const section of ['Safety options', 'Alerts', 'Automation on this object']) {
      await page.getByRole('button', { name: section }).click();
    }
    await page.getByText('See the rules in Setup').waitFor();
    await expectAccessible(page);
    await wizard.button('Save and preview').click();
    await list.toast(`${SAMPLE} is saved`);
    await eventually(list.row(SAMPLE)).toContainText('Every Monday at 09:00 UTC');
  });
});

describe('in French', () => {
  it('speaks French on every screen', async () => {
    await wizard.open('c__view=new&language=fr');
    await wizard.heading('Environnement').waitFor();
    await page.getByRole('radio', { name: /^Production/ }).check();
    await wizard.button('Continuer').click();
    await wizard.heading('Rapport et objet').waitFor();
    await page.getByRole('option', { name: /^Onboarding progress/ }).click();
    await page.getByRole('combobox', { name: 'Objet Salesforce', exact: true }).fill('contact');
    await page.keyboard.press('Enter');
    await page.locator('c-key-check .bar').waitFor({ state: 'attached' });
    await wizard.button('Continuer').click();
    await wizard.heading('Champs').waitFor();
    await page.locator('c-sample-record').first().waitFor();
    await expectAccessible(page);
  });
});

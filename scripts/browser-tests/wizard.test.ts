import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, launchBrowser, openPage } from './support/browser';
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
  ({ page, complaints } = await openPage(browser));
  wizard = new WizardPage(page, app);
  list = new IntegrationsPage(page, app);
});
afterEach(() => page.context().close());

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
    expect(await accessibilityFindings(page)).toEqual([]);
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
    expect(await page.locator('c-report-facts').innerText()).toMatch(/440 rows · 8 columns\s*· refreshed/);
    expect(await accessibilityFindings(page)).toEqual([]);

    await wizard.goOn('Fields');
    await page.locator('c-sample-record').nth(4).waitFor();
    expect(wizard.takeCalls()).toEqual([
      'ReportController.sampleChanges',
      'ReportController.suggest',
      'ReportController.verdicts'
    ]);
    expect(await page.locator('c-sample-record ins').first().innerText()).not.toBe('');
    expect(await page.getByRole('textbox', { name: 'Name of the integration' }).inputValue()).toBe(CREATED);
    expect(await accessibilityFindings(page)).toEqual([]);

    await wizard.button('Save').click();
    await list.toast(`${CREATED} is saved`);
    await list.run(CREATED);
    expect(await list.row(CREATED).innerText()).toMatch(/4\d\d of 440 rows updated/);
    expect(complaints).toEqual([]);
  });

  it('can be made by keyboard alone, the focus always where it is needed', async () => {
    await wizard.open();
    const focused = (): Promise<string> => page.locator(':focus').first().innerText();
    await page.getByRole('radio', { name: /^Test/ }).waitFor();
    expect(await focused()).toBe('Environment');
    await page.getByRole('radio', { name: /^Test/ }).press('Space');
    await wizard.button('Continue').press('Enter');
    await wizard.heading('Report and object').waitFor();
    expect(await focused()).toBe('Report and object');
    const report = page.getByRole('combobox', { name: 'WalkMe Insights report' });
    await report.press('ArrowDown');
    await report.press('ArrowDown');
    await report.press('Enter');
    await page.locator('[role=option][aria-selected=true]', { hasText: 'NPS survey answers' }).waitFor();
    await wizard.find('Salesforce object', 'contact');
    await page.getByText(/sample rows find exactly one record/).waitFor();
    await wizard.button('Continue').press('Enter');
    await wizard.heading('Fields').waitFor();
    expect(await focused()).toBe('Fields');

    const before = await page.locator('c-mapping-row').count();
    await page.getByRole('button', { name: 'Add column' }).press('Enter');
    const column = page.locator('c-mapping-row').last().getByRole('combobox', { name: 'Report column' });
    await column.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('survey name');
    await page.keyboard.press('Enter');
    expect(await column.inputValue()).toBe('Survey Name');
    await page.getByRole('button', { name: 'Remove the mapping of Survey Name' }).press('Enter');
    expect(await page.locator('c-mapping-row').count()).toBe(before);
    expect(await page.locator(':focus').first().getAttribute('role')).toBe('combobox');
    expect(complaints).toEqual([]);
  });

  it('starts from a use case, whose missing fields come as metadata to deploy', async () => {
    await wizard.open('c__view=new&c__template=churn');
    await wizard.chooseEnvironment('Production');
    await wizard.find('WalkMe Insights report', 'feature');
    await page.getByText(/sample rows find exactly one record/).waitFor();
    await wizard.goOn('Fields');
    await page.getByText('The object lacks these fields of the use case').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
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
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('brings an uploaded CSV file onto records', async () => {
    await wizard.open();
    await wizard.chooseEnvironment('Production', 'Uploaded CSV file');
    await wizard.upload('Scores.csv', 'Email,Score\ncontact.0001@example.com,9\nnobody@example.com,3\n');
    await page.getByText(/2 rows · 2 columns/).waitFor();
    await wizard.find('Salesforce object', 'contact');
    await page.getByText(/1 of 2 sample rows find exactly one record/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await wizard.goOn('Fields');
    await wizard.mapping('Score').getByText('Suggested').waitFor();
    await page.locator('c-sample-record ins', { hasText: '9' }).waitFor();
    await wizard.button('Save').click();
    await list.toast('Scores to Contacts is saved');
    await list.run('Scores to Contacts');
    expect(await list.row('Scores to Contacts').innerText()).toMatch(/1 of 2 rows? updated/);
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
    expect(await page.getByRole('radio', { name: /^Production/ }).isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: /^Production/ }).isChecked()).toBe(true);
    expect(await accessibilityFindings(page)).toEqual([]);
    wizard.takeCalls();
    await wizard.goOn('Report and object');
    await page.getByText(/sample rows find exactly one record/).waitFor();
    await wizard.goOn('Fields');
    await page.locator('c-mapping-row').first().waitFor();
    expect(wizard.takeCalls()).toEqual([]);
    expect(await page.getByRole('textbox', { name: 'Name of the integration' }).inputValue()).toBe('Renamed');
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
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('Renamed');

    await page.goBack();
    await list.choose(SAMPLE, 'Edit');
    await page.getByText('Your unsaved changes are back.').waitFor();
    expect(await name.inputValue()).toBe('Renamed');
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
    expect(await accessibilityFindings(page)).toEqual([]);
    await wizard.button('Save and preview').click();
    await list.toast(`${SAMPLE} is saved`);
    expect(await list.row(SAMPLE).innerText()).toContain('Every Monday at 09:00 UTC');
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
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

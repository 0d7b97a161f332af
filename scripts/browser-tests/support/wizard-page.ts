import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import type { RunningApp } from './running-app';

/** The wizard, in the words of its user. */
export class WizardPage {
  private readonly page: Page;
  private readonly app: RunningApp;
  private calls: string[] = [];

  constructor(page: Page, app: RunningApp) {
    this.page = page;
    this.app = app;
    page.on('request', (request) => {
      const [, method] = /\/lightning\/apex\/(.+)$/.exec(request.url()) ?? [];
      if (method) {
        this.calls.push(method);
      }
    });
  }

  /** Opens the wizard for a new integration, or for one that exists. */
  async open(query = 'c__view=new'): Promise<void> {
    await this.page.goto(`${this.app.url}/lightning/n/Integrations?${query}`);
    await this.page.locator('c-wizard-footer').waitFor();
  }

  /** The Apex methods called since this was last asked, in alphabetical order, each as often as it was called. */
  takeCalls(): string[] {
    return this.calls.splice(0).sort();
  }

  heading(text: string): Locator {
    return this.page.getByRole('heading', { level: 2, name: text, exact: true });
  }

  button(name: string): Locator {
    return this.page.locator('c-wizard-footer').getByRole('button', { name, exact: true });
  }

  /** Goes on to a screen, and waits for its heading. */
  async goOn(to: string): Promise<void> {
    await this.button('Continue').click();
    await this.heading(to).waitFor();
  }

  /** Screen 1, with an environment and a kind of source. */
  async chooseEnvironment(name: string, source = 'WalkMe Insights report'): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
    await this.page.getByRole('radio', { name: new RegExp(`^${source}`) }).check();
    await this.goOn('Report and object');
  }

  /** Chooses from one of the lists of screen 2, by typing. */
  async find(list: 'WalkMe Insights report' | 'CSV file' | 'Salesforce object', text: string): Promise<void> {
    await this.pick(this.page.getByRole('combobox', { name: list, exact: true }), text);
  }

  /** Chooses from a field with a list, by typing. */
  async pick(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    // What is found is offered a moment later
    await eventually(field).toHaveAttribute('aria-activedescendant', /./);
    await field.press('Enter');
  }

  mapping(column: string): Locator {
    return this.page.getByRole('group', { name: column, exact: true });
  }

  /** Uploads a CSV file on screen 2. */
  async upload(name: string, text: string): Promise<void> {
    const files = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
    await this.page.locator('c-csv-upload input[type=file]').setInputFiles(files);
  }

  /** Lets an Apex method answer something else from now on, and says how to stop that. */
  async answer(method: string, change: (value: never) => unknown): Promise<void> {
    await this.page.route(`**/lightning/apex/${method}`, async (route) => {
      const answer = await route.fetch();
      const { returnValue } = (await answer.json()) as { returnValue: never };
      await route.fulfill({ json: { returnValue: change(returnValue) } });
    });
  }

  /** Lets an Apex method refuse from now on. */
  async refuse(method: string, message: string): Promise<void> {
    await this.page.route(`**/lightning/apex/${method}`, (route) => route.fulfill({ status: 500, json: { message } }));
  }

  async heal(method: string): Promise<void> {
    await this.page.unroute(`**/lightning/apex/${method}`);
  }
}

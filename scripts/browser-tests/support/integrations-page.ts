import type { Locator, Page } from 'playwright-core';
import type { RunningApp } from './running-app';

/** The Integrations page, in the words of its user. */
export class IntegrationsPage {
  /** Every Apex call since the page was opened, as Class.method. */
  readonly calls: string[] = [];
  private readonly page: Page;
  private readonly app: RunningApp;

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

  /** Opens it and waits until both the list and the accounts are there. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.app.url}/lightning/n/Integrations${query}`);
    await this.account('Production').waitFor();
    await this.page.getByRole('table', { name: 'Integrations and their last runs' }).waitFor();
  }

  row(name: string): Locator {
    return this.page.locator('tr.row', { has: this.page.getByText(name, { exact: true }) });
  }

  menu(name: string): Locator {
    return this.page.getByRole('button', { name: `Actions for ${name}`, exact: true });
  }

  account(name: string): Locator {
    return this.page.locator('c-account-card', { has: this.page.getByRole('heading', { name, exact: true }) });
  }

  async choose(name: string, action: string): Promise<void> {
    await this.menu(name).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  async chooseForAccount(name: string, action: string): Promise<void> {
    await this.choose(`account ${name}`, action);
  }

  /** Waits for a toast, and closes it, so that it hides nothing. */
  async toast(text: string | RegExp): Promise<void> {
    const toast = this.page.locator('lightning-toast', { hasText: text }).first();
    await toast.waitFor();
    await toast.getByRole('button').click();
    await toast.waitFor({ state: 'detached' });
  }

  /** Starts a run and waits for the toast that tells its result. */
  async run(name: string): Promise<void> {
    await this.choose(name, 'Run now');
    await this.toast(`${name} has run`);
  }
}

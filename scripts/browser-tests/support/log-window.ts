import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import type { IntegrationsPage } from './integrations-page';

/** The window of an integration's log, in the words of its user. */
export class LogWindow {
  private readonly page: Page;
  private readonly integrations: IntegrationsPage;

  constructor(page: Page, integrations: IntegrationsPage) {
    this.page = page;
    this.integrations = integrations;
  }

  /** Opens the log of an integration, and its latest run in it. */
  async openLatestRun(name: string): Promise<void> {
    await this.integrations.open();
    await this.integrations.choose(name, 'Log');
    await this.runs().first().hover();
    await this.runs().first().getByRole('button', { name: /^View/ }).click();
    await this.run().locator('c-run-status, c-run-progress').first().waitFor();
  }

  window(heading = /^Log of/): Locator {
    return this.page.getByRole('dialog').filter({ has: this.page.getByRole('heading', { name: heading }) });
  }

  button(name: string | RegExp): Locator {
    return this.window().getByRole('button', { name });
  }

  heading(name: RegExp): Locator {
    return this.window().getByRole('heading', { name });
  }

  /** The lines of the table of runs. */
  runs(): Locator {
    return this.window().locator('c-run-table tbody tr');
  }

  /** What is shown of one run. */
  run(): Locator {
    return this.window().locator('c-run-detail');
  }

  /** The lines of the rows that were not applied. */
  rows(): Locator {
    return this.run().locator('c-row-outcomes tbody tr');
  }

  /** How many of these rows were found, when all of them are read. */
  async found(): Promise<number> {
    const status = this.run().locator('c-row-outcomes .tools [role=status]');
    await eventually(status).toHaveText(/^\s*[\d,]+ rows?\s*$/);
    return Number.parseInt((await status.innerText()).replaceAll(',', ''), 10);
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }
}

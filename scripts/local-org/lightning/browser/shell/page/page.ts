import { LightningElement, api, type LightningElement as ComponentType } from 'lwc';
import { context } from 'local-org/context';
import { components } from 'package-components';

/** The content of a tab: the component that the tab's metadata names. */
export default class Page extends LightningElement {
  component?: typeof ComponentType;
  failure?: string;
  words = context.shell;
  private _tabName?: string;

  @api get tabName(): string | undefined {
    return this._tabName;
  }
  set tabName(name: string | undefined) {
    this._tabName = name;
    void this._load();
  }

  errorCallback(error: Error): void {
    console.error(error);
    this.failure = error.message;
  }

  private async _load(): Promise<void> {
    const tab = context.application.tabs.find(({ name }) => name === this._tabName);
    this.failure = tab ? undefined : `${this.words.noSuchTab} ${this._tabName}`;
    this.component = tab && (await this._import(tab.component));
  }

  private async _import(name: string): Promise<typeof ComponentType | undefined> {
    try {
      return (await components[name]()).default;
    } catch (error) {
      this.failure = (error as Error).message;
      return undefined;
    }
  }
}

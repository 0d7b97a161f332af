import { LightningElement, api } from 'lwc';
import { context } from 'local-org/context';
import { addressOf, go, type PageReference } from 'local-org/router';

/** The name of the app and its tabs. */
export default class TabBar extends LightningElement {
  @api page?: PageReference;
  applicationLabel = context.application.label;

  get tabs(): object[] {
    return context.application.tabs.map(({ name, label }) => {
      const active = this.page?.attributes.apiName === name;
      return {
        name,
        label,
        href: addressOf({ type: 'standard__navItemPage', attributes: { apiName: name } }),
        current: active ? 'page' : null,
        className: active ? 'slds-context-bar__item slds-is-active' : 'slds-context-bar__item'
      };
    });
  }

  open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).getAttribute('href') ?? '/');
  }
}

import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import { context } from 'local-org/context';
import { followPage, type PageReference } from 'local-org/router';
import { ShowToastEventName, type ToastDetail } from 'lightning/platformShowToastEvent';

const durations = { dismissable: 'dismissible', pester: 'dismissible', dismissible: 'dismissible', sticky: 'sticky' };

/** The page around the app's pages, in the shape of Lightning Experience: header, tabs, content, toasts. */
export default class App extends LightningElement {
  page?: PageReference;
  words = context.shell;
  private _stopFollowing?: () => void;

  connectedCallback(): void {
    this._stopFollowing = followPage((page) => {
      this.page = page;
    });
    window.addEventListener(ShowToastEventName, this._showToast as EventListener);
  }

  disconnectedCallback(): void {
    this._stopFollowing?.();
    window.removeEventListener(ShowToastEventName, this._showToast as EventListener);
  }

  get isRecord(): boolean {
    return this.page?.type === 'standard__recordPage';
  }

  skipToMain(event: Event): void {
    event.preventDefault();
    this.refs.main.focus();
  }

  private _showToast = (event: CustomEvent<ToastDetail>): void => {
    const { title, message, messageData, variant, mode } = event.detail;
    void Toast.show(
      { label: title, message, messageLinks: messageData, variant, mode: durations[mode ?? 'dismissible'] },
      this
    );
  };
}

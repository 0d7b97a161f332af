import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import { context } from 'local-org/context';
import { followPage, type PageReference } from 'local-org/router';
import { ShowToastEventName, type ToastDetail } from 'lightning/platformShowToastEvent';

type MessageLinks = Parameters<typeof Toast.show>[0]['messageLinks'];

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
    (this.refs!.main as HTMLElement).focus();
  }

  private _showToast = (event: CustomEvent<ToastDetail>): void => {
    const { title, message, messageData, variant, mode } = event.detail;
    void Toast.show(
      {
        label: title,
        message,
        messageLinks: messageData as MessageLinks,
        variant,
        mode: mode === 'sticky' ? 'sticky' : 'dismissible'
      },
      this as unknown as HTMLElement
    );
  };
}

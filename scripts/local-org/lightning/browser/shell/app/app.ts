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
    document.body.addEventListener(ShowToastEventName, this._showToast as EventListener, true);
  }

  disconnectedCallback(): void {
    this._stopFollowing?.();
    document.body.removeEventListener(ShowToastEventName, this._showToast as EventListener, true);
  }

  get isRecord(): boolean {
    return this.page?.type === 'standard__recordPage';
  }

  skipToMain(event: Event): void {
    event.preventDefault();
    (this.refs!.main as HTMLElement).focus();
  }

  /** Makes a toast of the platform's event, wherever it comes from; the toasts' own event has the same name and passes. */
  private _showToast = (event: CustomEvent<ToastDetail & { toast?: unknown }>): void => {
    const { title, message, messageData, variant, mode, toast } = event.detail;
    if (toast) {
      return;
    }
    event.stopPropagation();
    const shownMode = mode === 'sticky' ? 'sticky' : 'dismissible';
    const messageLinks = messageData as MessageLinks;
    void Toast.show({ label: title, message, messageLinks, variant, mode: shownMode }, document.body);
  };
}

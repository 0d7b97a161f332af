// `lightning/modal` for unit tests: sfdx-lwc-jest has no stub of it. What a modal closes with arrives as an event.
import { LightningElement, api } from 'lwc';

export default class LightningModal extends LightningElement {
  static open = jest.fn();

  @api size;
  @api label;
  @api description;
  @api disableClose;

  @api
  close(result) {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}

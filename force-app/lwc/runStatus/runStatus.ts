import { LightningElement, api } from 'lwc';
import { statusLook, type StatusLook } from 'c/runs';

/** A run's status, the same everywhere. */
export default class RunStatus extends LightningElement {
  @api status = '';

  get look(): StatusLook {
    return statusLook(this.status);
  }
}

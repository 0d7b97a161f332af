import { LightningElement, api } from 'lwc';
import { environmentLook, type Environment, type EnvironmentLook } from 'c/environments';

/** The state of an environment's account, the same everywhere. */
export default class EnvironmentStatus extends LightningElement {
  @api environment?: Environment;

  get look(): EnvironmentLook {
    return environmentLook(this.environment?.status ?? '');
  }
}

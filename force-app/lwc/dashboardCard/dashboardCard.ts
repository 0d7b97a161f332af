import { LightningElement, api } from 'lwc';

/** A part of the dashboard under its heading, or what to say where there is nothing to show. */
export default class DashboardCard extends LightningElement {
  @api heading = '';
  /** What to say instead of the content; blank where there is content. */
  @api empty = '';
}

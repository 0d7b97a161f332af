import { LightningElement, api } from 'lwc';

/** How a status looks: its word, and an icon whose shape says the same as its colour. */
interface Look {
  label: string;
  icon: string;
  variant: string;
}

/** A status as icon and word, the same everywhere. */
export default class StatusWord extends LightningElement {
  @api look?: Look;
}

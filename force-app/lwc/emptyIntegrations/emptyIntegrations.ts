import { LightningElement, api } from 'lwc';
import connectText from '@salesforce/label/c.Center_Step_Connect_Text';
import connectTitle from '@salesforce/label/c.Center_Step_Connect_Title';
import create from '@salesforce/label/c.Center_New';
import mapText from '@salesforce/label/c.Center_Step_Map_Text';
import mapTitle from '@salesforce/label/c.Center_Step_Map_Title';
import reportText from '@salesforce/label/c.Center_Step_Report_Text';
import reportTitle from '@salesforce/label/c.Center_Step_Report_Title';
import text from '@salesforce/label/c.Center_Empty_Text';
import title from '@salesforce/label/c.Center_Empty_Title';

/**
 * The empty state of the Integrations tab: the way to a first integration in three steps, and the button that begins it.
 * @fires create when the user wants a new integration
 */
export default class EmptyIntegrations extends LightningElement {
  /** Whether the user may create one. */
  @api canConfigure = false;

  labels = { create, text, title };

  steps = [
    { icon: 'standard:connected_apps', title: connectTitle, text: connectText },
    { icon: 'standard:report', title: reportTitle, text: reportText },
    { icon: 'standard:data_mapping', title: mapTitle, text: mapText }
  ];

  create(): void {
    this.dispatchEvent(new CustomEvent('create'));
  }
}

import { LightningElement } from 'lwc';
import text from '@salesforce/label/c.Center_Empty_Text';
import title from '@salesforce/label/c.Center_Empty_Title';
import mapText from '@salesforce/label/c.Center_Step_Map_Text';
import mapTitle from '@salesforce/label/c.Center_Step_Map_Title';
import matchText from '@salesforce/label/c.Center_Step_Match_Text';
import matchTitle from '@salesforce/label/c.Center_Step_Match_Title';
import reportText from '@salesforce/label/c.Center_Step_Report_Text';
import reportTitle from '@salesforce/label/c.Center_Step_Report_Title';

/** The empty state of the Integrations tab: the way to a first integration in three steps. */
export default class EmptyIntegrations extends LightningElement {
  labels = { text, title };

  steps = [
    { icon: 'standard:report', title: reportTitle, text: reportText },
    { icon: 'standard:merge', title: matchTitle, text: matchText },
    { icon: 'standard:sort', title: mapTitle, text: mapText }
  ];
}

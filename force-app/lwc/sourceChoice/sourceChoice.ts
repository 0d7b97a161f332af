import { LightningElement, api } from 'lwc';
import apiText from '@salesforce/label/c.Source_Api_Text';
import apiTitle from '@salesforce/label/c.Source_Api_Title';
import csvText from '@salesforce/label/c.Source_Csv_Text';
import csvTitle from '@salesforce/label/c.Source_Csv_Title';
import title from '@salesforce/label/c.Source_Title';
import uploadText from '@salesforce/label/c.Source_Upload_Text';
import uploadTitle from '@salesforce/label/c.Source_Upload_Title';
import { act } from 'c/wizardState';
import type { SourceKind } from 'c/wizardTypes';

const KINDS = [
  { value: 'Api', label: apiTitle, text: apiText },
  { value: 'Csv', label: csvTitle, text: csvText },
  { value: 'Upload', label: uploadTitle, text: uploadText }
] as const;

/** By which way the rows of the report arrive. */
export default class SourceChoice extends LightningElement {
  @api value: SourceKind = 'Api';
  /** Whether the choice is made for good: an integration keeps its connection. */
  @api fixed = false;

  labels = { title };

  get kinds(): object[] {
    return KINDS.map((kind) => ({
      ...kind,
      domId: `source-${kind.value}`,
      isChosen: kind.value === this.value
    }));
  }

  choose(event: Event): void {
    act(this, { type: 'sourceChosen', sourceKind: (event.target as HTMLInputElement).value as SourceKind });
  }
}

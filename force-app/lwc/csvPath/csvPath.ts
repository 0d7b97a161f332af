import { LightningElement, api } from 'lwc';
import help from '@salesforce/label/c.Csv_Path_Help';
import label from '@salesforce/label/c.Csv_Path_Label';
import placeholder from '@salesforce/label/c.Csv_Path_Placeholder';
import readFile from '@salesforce/label/c.Csv_Path_Read';

/**
 * Takes the path of a CSV file. It is read when somebody asks for it, not at every letter.
 * @fires choose with the path in `detail`
 */
export default class CsvPath extends LightningElement {
  @api value = '';

  labels = { help, label, placeholder, readFile };

  private typed?: string;

  get text(): string {
    return this.typed ?? this.value;
  }

  get isUnchanged(): boolean {
    return !this.text.trim() || this.text.trim() === this.value;
  }

  type(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
  }

  press(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      this.choose();
    }
  }

  choose(): void {
    if (!this.isUnchanged) {
      this.dispatchEvent(new CustomEvent('choose', { detail: this.text.trim() }));
    }
  }
}

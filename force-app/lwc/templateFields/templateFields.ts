import { LightningElement, api } from 'lwc';
import allThere from '@salesforce/label/c.Template_All_There';
import checkAgain from '@salesforce/label/c.Template_Check_Again';
import checking from '@salesforce/label/c.Template_Checking';
import downloadLabel from '@salesforce/label/c.Template_Download';
import failed from '@salesforce/label/c.Template_Fields_Failed';
import howTo from '@salesforce/label/c.Template_How_To';
import missing from '@salesforce/label/c.Template_Missing';
import openManager from '@salesforce/label/c.Template_Open_Manager';
import { download } from 'c/downloads';
import { fill } from 'c/formats';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import type { Draft } from 'c/wizardState';
import type { MissingFields, Template } from 'c/wizardTypes';
import { zip } from 'c/zipFile';

interface Found extends MissingFields {
  template: Template;
}

/**
 * For a draft that starts from a use case: the fields it needs that the object lacks, with the ways to create them.
 * @fires reload when fields may have been created meanwhile
 */
export default class TemplateFields extends LightningElement {
  @api data!: WizardData;

  found: Answer<Found> = {};

  labels = { checkAgain, checking, downloadLabel, failed, howTo, openManager };

  private _draft!: Draft;
  private isShown = false;
  private readonly question = new Question<Found>((answer) => {
    this.found = answer;
  });

  @api get draft(): Draft {
    return this._draft;
  }
  set draft(draft: Draft) {
    const before = this._draft;
    this._draft = draft;
    if (this.isShown && draft.templateId !== before.templateId) {
      void this.load();
    }
  }

  connectedCallback(): void {
    this.isShown = true;
    void this.load();
  }

  get missing(): object[] {
    return (this.found.value?.missing ?? []).map((field) => ({ ...field, text: fieldText(field) }));
  }

  get hasMissing(): boolean {
    return this.missing.length > 0;
  }

  get headline(): string {
    const { template } = this.found.value ?? {};
    const name = template?.name ?? '';
    return fill(this.hasMissing ? missing : allThere, name);
  }

  get hasFiles(): boolean {
    return Boolean(this.found.value?.files?.length);
  }

  async load(): Promise<void> {
    const { templateId, objectApiName } = this.draft;
    if (!templateId) {
      this.question.drop();
      return;
    }
    await this.question.ask(() => this.find(templateId, objectApiName));
  }

  async lookAgain(): Promise<void> {
    this.data.forget('missing');
    this.dispatchEvent(new CustomEvent('reload'));
    await this.load();
  }

  save(): void {
    const { files, packageXml, template } = this.found.value!;
    const manifest = packageXml ? [{ path: 'package.xml', text: packageXml }] : [];
    download(`${template.id}-fields.zip`, 'application/zip', zip([...manifest, ...(files ?? [])]));
  }

  private async find(templateId: string, objectApiName: string): Promise<Found> {
    const templates = await this.data.templates();
    const template = templates.find(({ id }) => id === templateId)!;
    return { ...(await this.data.missingFields(objectApiName, template.fields)), template };
  }
}

/** Label, API name and type as Object Manager asks for them: `NPS Score – NPS_Score__c – Number(2, 0)`. */
function fieldText({ label, apiName, type, length, precision, scale }: MissingFields['missing'][number]): string {
  const size = precision ? `(${precision - (scale ?? 0)}, ${scale ?? 0})` : length ? `(${length})` : '';
  return `${label} – ${apiName} – ${type}${size}`;
}

import { LightningElement, api } from 'lwc';
import { context, type RecordPage } from 'local-org/context';
import { components } from 'package-components';

interface RecordAnswer {
  objectApiName: string;
  objectLabel: string;
  name: string;
  fields: { label: string; apiName: string; value: string | null }[];
}

/** A component beside the fields, with what the platform gives to one on a record page. */
interface Shown {
  name: string;
  component: typeof LightningElement;
  properties: { recordId: string; objectApiName: string };
}

/**
 * A record on the page that the package has for it; without one, with all its fields below the components that an admin may
 * put on its page. It says of itself that it is not the platform's record page.
 */
export default class Record extends LightningElement {
  words = context.shell;
  answer?: RecordAnswer;
  failure?: string;
  shown: Shown[] = [];
  private page?: RecordPage;
  private shownId = '';

  /** Going on to another record keeps what is there until that one is known. */
  @api get recordId(): string {
    return this.shownId;
  }
  set recordId(recordId: string) {
    this.shownId = recordId;
    void this.read(recordId);
  }

  private async read(recordId: string): Promise<void> {
    const response = await fetch(`/lightning/record/${recordId}`);
    const body = await response.json();
    if (recordId !== this.shownId) {
      return;
    }
    this.answer = response.ok ? body : undefined;
    this.failure = response.ok ? undefined : body.message;
    this.page = context.application.recordPages.find(({ object }) => object === this.answer?.objectApiName);
    this.shown = this.answer ? await this.load(this.answer.objectApiName) : [];
  }

  private load(objectApiName: string): Promise<Shown[]> {
    const names = this.page?.components ?? fittingComponents(objectApiName);
    const properties = { recordId: this.recordId, objectApiName };
    return Promise.all(
      names.map(async (name) => ({ name, component: (await components[name]()).default, properties }))
    );
  }

  get hasHeader(): boolean {
    return !this.page || this.page.hasHighlights;
  }

  /** What an admin may put on a page stands above the fields here, so that it is seen. */
  get componentClass(): string {
    return this.page ? '' : 'component';
  }

  get hasFields(): boolean {
    return Boolean(this.answer) && !this.page;
  }

  get title(): string {
    return this.failure ?? this.answer?.name ?? '';
  }

  get objectLabel(): string {
    return this.answer?.objectLabel ?? '';
  }

  get fields(): RecordAnswer['fields'] {
    return this.answer?.fields ?? [];
  }
}

function fittingComponents(objectApiName: string): string[] {
  return context.application.recordComponents
    .filter(({ objects }) => objects.length === 0 || objects.includes(objectApiName))
    .map(({ name }) => name);
}

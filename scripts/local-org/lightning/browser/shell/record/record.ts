import { LightningElement, api } from 'lwc';
import { context } from 'local-org/context';

interface RecordAnswer {
  objectLabel: string;
  name: string;
  fields: { label: string; apiName: string; value: string | null }[];
}

/** A record with all its fields. It says of itself that it is not the platform's record page. */
export default class Record extends LightningElement {
  @api recordId = '';
  words = context.shell;
  answer?: RecordAnswer;
  failure?: string;

  async connectedCallback(): Promise<void> {
    const response = await fetch(`/lightning/record/${this.recordId}`);
    const body = await response.json();
    if (response.ok) {
      this.answer = body;
    } else {
      this.failure = body.message;
    }
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

import org from '@salesforce/apex/SetupController.org';
import automation from '@salesforce/apex/ReportController.automation';
import checkKeys from '@salesforce/apex/ReportController.checkKeys';
import columns from '@salesforce/apex/ReportController.columns';
import fields from '@salesforce/apex/ReportController.fields';
import missingFields from '@salesforce/apex/ReportController.missingFields';
import objects from '@salesforce/apex/ReportController.objects';
import reports from '@salesforce/apex/ReportController.reports';
import sampleChanges from '@salesforce/apex/ReportController.sampleChanges';
import suggest from '@salesforce/apex/ReportController.suggest';
import templates from '@salesforce/apex/ReportController.templates';
import verdicts from '@salesforce/apex/ReportController.verdicts';
import type { Org } from 'c/environments';
import type {
  Automation,
  Column,
  ColumnsAnswer,
  IntegrationInput,
  KeyCheck,
  KeyQuestion,
  MissingFields,
  ObjectFields,
  ObjectSummary,
  ReportAddress,
  ReportSummary,
  SampleRecord,
  Suggestions,
  Template,
  TemplateField,
  Verdict,
  VerdictQuestion
} from 'c/wizardTypes';

/**
 * What the wizard asks Apex. An answer is kept as long as the wizard is open, so that going back and forth costs no
 * call; a failure is not kept, so that asking again asks again.
 */
export class WizardData {
  private readonly answers = new Map<string, Promise<unknown>>();

  org(): Promise<Org> {
    return this.once('org', () => org());
  }

  reports({ environmentName, sourceKind }: Omit<ReportAddress, 'reportId'>): Promise<ReportSummary[]> {
    return this.once(`reports ${environmentName} ${sourceKind}`, () => reports({ environmentName, sourceKind }));
  }

  objects(): Promise<ObjectSummary[]> {
    return this.once('objects', () => objects());
  }

  columns({ environmentName, sourceKind, reportId }: ReportAddress): Promise<ColumnsAnswer> {
    const key = `columns ${JSON.stringify([environmentName, sourceKind, reportId])}`;
    return this.once(key, () => columns({ environmentName, sourceKind, reportId }));
  }

  fields(objectApiName: string): Promise<ObjectFields> {
    return this.once(`fields ${objectApiName}`, () => fields({ objectApiName }));
  }

  checkKeys(input: KeyQuestion): Promise<KeyCheck> {
    return this.once(`keys ${JSON.stringify(input)}`, () => checkKeys({ input }));
  }

  suggest(input: {
    columns: Column[];
    objectApiName: string;
    keyField: string;
    templateId?: string;
  }): Promise<Suggestions> {
    const { objectApiName, keyField, templateId } = input;
    const names = input.columns.map(({ name }) => name);
    const key = `suggest ${JSON.stringify([names, objectApiName, keyField, templateId])}`;
    return this.once(key, () => suggest({ input: { ...input, columns: input.columns.map(plainColumn) } }));
  }

  verdicts(input: VerdictQuestion): Promise<Verdict[]> {
    const plain = { ...input, columns: input.columns.map(plainColumn) };
    return this.once(`verdicts ${JSON.stringify(plain)}`, () => verdicts({ input: plain }));
  }

  sampleChanges(input: IntegrationInput): Promise<{ records: SampleRecord[] }> {
    return this.once(`sample ${JSON.stringify(input)}`, () => sampleChanges({ input }));
  }

  templates(): Promise<Template[]> {
    return this.once('templates', () => templates());
  }

  missingFields(objectApiName: string, wanted: TemplateField[]): Promise<MissingFields> {
    const key = `missing ${objectApiName} ${wanted.map(({ apiName }) => apiName).join()}`;
    return this.once(key, () => missingFields({ objectApiName, fields: wanted }));
  }

  automation(objectApiName: string): Promise<Automation> {
    return this.once(`automation ${objectApiName}`, () => automation({ objectApiName }));
  }

  /** Forgets the answers to one kind of question, because the world has changed: `reports`, `org`, `fields` … */
  forget(...kinds: string[]): void {
    for (const key of [...this.answers.keys()]) {
      if (kinds.includes(key.split(' ')[0])) {
        this.answers.delete(key);
      }
    }
  }

  private once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(key) as Promise<Answer> | undefined;
    if (known) {
      return known;
    }
    const answer = ask();
    this.answers.set(key, answer);
    answer.catch(() => this.answers.delete(key));
    return answer;
  }
}

/** What Apex takes of a column: figures about its values stay here. */
function plainColumn({ name, type, samples }: Column): Pick<Column, 'name' | 'type' | 'samples'> {
  return { name, type, samples: [...samples] };
}

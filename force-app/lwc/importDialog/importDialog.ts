import LightningModal from 'lightning/modal';
import importPlan from '@salesforce/apex/IntegrationController.importPlan';
import importText from '@salesforce/apex/IntegrationController.importText';
import cancel from '@salesforce/label/c.Common_Cancel';
import chooseFile from '@salesforce/label/c.Import_File';
import importFailed from '@salesforce/label/c.Import_Failed';
import importMany from '@salesforce/label/c.Import_Many';
import importOne from '@salesforce/label/c.Import_One';
import introduction from '@salesforce/label/c.Import_Introduction';
import nothingToDo from '@salesforce/label/c.Import_Nothing_To_Do';
import planFailed from '@salesforce/label/c.Import_Plan_Failed';
import reading from '@salesforce/label/c.Import_Reading';
import { fillCount } from 'c/formats';
import { isChoosable, type ImportItem } from 'c/importPlan';
import { problemOf, type Problem } from 'c/problems';

interface Plan {
  problems?: string[] | null;
  items?: ImportItem[] | null;
}

/** Imports integrations from a file that another org exported. Closes with their ids, or with nothing. */
export default class ImportDialog extends LightningModal {
  items?: ImportItem[];
  chosen: string[] = [];
  isReading = false;
  isImporting = false;
  problem?: Problem & { heading: string };

  labels = { cancel, chooseFile, introduction, nothingToDo, reading };

  private text = '';

  get hasItems(): boolean {
    return Boolean(this.items?.length);
  }

  get hasNothingToDo(): boolean {
    return this.hasItems && !this.items!.some(isChoosable);
  }

  get importLabel(): string {
    return fillCount(this.chosen.length, importOne, importMany);
  }

  get cannotImport(): boolean {
    return this.chosen.length === 0 || this.isImporting;
  }

  async read(event: Event): Promise<void> {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) {
      return;
    }
    this.isReading = true;
    this.problem = undefined;
    this.items = undefined;
    this.chosen = [];
    try {
      this.text = await file.text();
      this.show(await importPlan<Plan>({ text: this.text }));
    } catch (error) {
      this.problem = { ...problemOf(error), heading: planFailed };
    }
    this.isReading = false;
  }

  choose(event: CustomEvent<string[]>): void {
    this.chosen = event.detail;
  }

  async importChosen(): Promise<void> {
    this.problem = undefined;
    this.hold(true);
    const [answer] = await Promise.allSettled([importText<string[]>({ text: this.text, names: this.chosen })]);
    this.hold(false);
    if (answer.status === 'fulfilled') {
      this.close(answer.value);
    } else {
      this.problem = { ...problemOf(answer.reason), heading: importFailed };
    }
  }

  leave(): void {
    this.close();
  }

  /** Whoever left it meanwhile would not see what is imported. */
  private hold(isImporting: boolean): void {
    this.isImporting = isImporting;
    this.disableClose = isImporting;
  }

  private show({ problems, items }: Plan): void {
    if (problems?.length) {
      this.problem = { message: problems.join(' '), heading: planFailed };
    }
    this.items = items ?? [];
    this.chosen = this.items.filter(isChoosable).map(({ name }) => name);
  }
}

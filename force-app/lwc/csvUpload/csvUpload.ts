import { LightningElement, api } from 'lwc';
import addPiece from '@salesforce/apex/ReportController.addPiece';
import finishUpload from '@salesforce/apex/ReportController.finishUpload';
import failed from '@salesforce/label/c.Csv_Upload_Failed';
import label from '@salesforce/label/c.Csv_Upload_Label';
import labelAgain from '@salesforce/label/c.Csv_Upload_Again';
import uploading from '@salesforce/label/c.Csv_Uploading';
import { pieceCount, pieces } from 'c/csvPieces';
import { fill } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';

/**
 * Takes a CSV file of any size from the user's computer, piece by piece.
 * @fires uploaded with `{ id, name }` of the file in `detail`
 */
export default class CsvUpload extends LightningElement {
  /** The file whose next version is uploaded; blank to make a new one. */
  @api documentId = '';

  fileName = '';
  percent = 0;
  problem?: Problem;

  labels = { failed };
  private file?: File;

  get label(): string {
    return this.documentId ? labelAgain : label;
  }

  get isUploading(): boolean {
    return Boolean(this.fileName);
  }

  get progressText(): string {
    return fill(uploading, this.fileName);
  }

  take(event: CustomEvent<{ files: FileList }>): void {
    [this.file] = event.detail.files;
    void this.upload();
  }

  async upload(): Promise<void> {
    const { file } = this;
    if (!file) {
      return;
    }
    this.fileName = file.name;
    this.percent = 0;
    this.problem = undefined;
    try {
      const id = await this.send(file);
      const name = file.name.replace(/\.(csv|txt)$/i, '');
      this.dispatchEvent(new CustomEvent('uploaded', { detail: { id, name } }));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.fileName = '';
    }
  }

  private async send(file: File): Promise<string> {
    const fileName = file.name;
    const pieceIds: string[] = [];
    for await (const content of pieces(file)) {
      pieceIds.push(await addPiece<string>({ fileName, position: pieceIds.length + 1, content }));
      this.percent = Math.min(99, Math.round((pieceIds.length / pieceCount(file)) * 100));
    }
    return finishUpload<string>({ fileName, pieceIds, documentId: this.documentId || null });
  }
}

import attentionMany from '@salesforce/label/c.Result_Attention_Many';
import attentionNone from '@salesforce/label/c.Result_Attention_None';
import attentionOne from '@salesforce/label/c.Result_Attention_One';
import cancelledTitle from '@salesforce/label/c.Run_Cancelled_Title';
import failedTitle from '@salesforce/label/c.Run_Failed_Title';
import finishedTitle from '@salesforce/label/c.Run_Finished_Title';
import previewSentence from '@salesforce/label/c.Run_Preview_Sentence';
import previewTitle from '@salesforce/label/c.Run_Preview_Title';
import stoppedTitle from '@salesforce/label/c.Run_Stopped_Title';
import unchanged from '@salesforce/label/c.Result_Unchanged';
import updatedMany from '@salesforce/label/c.Result_Updated_Many';
import updatedOne from '@salesforce/label/c.Result_Updated_One';
import { fill, fillCount, formatCount } from 'c/formats';
import { attentionCount, type Run } from 'c/runs';

/** What a toast says about a run that is over. */
export interface ResultToast {
  title: string;
  message: string;
  variant: 'success' | 'warning' | 'error' | 'info';
  mode: 'dismissible' | 'sticky';
}

/** The result in one sentence: how many rows were updated or needed no update, and how many need someone. */
export function resultSentence({ counts }: Run): string {
  const attention = attentionCount(counts);
  const updated = fillCount(counts.updated, updatedOne, updatedMany, counts.read);
  const applied = counts.unchanged ? `${updated}, ${fill(unchanged, formatCount(counts.unchanged))}` : updated;
  return `${applied}; ${attention ? fillCount(attention, attentionOne, attentionMany) : attentionNone}`;
}

/** The toast for a run that is over. What went wrong stays until it is closed. */
export function resultToast(integrationName: string, run: Run): ResultToast {
  const message = run.counts.read > 0 ? sentenceOf(run) : (run.message ?? '');
  const finished = run.kind === 'Preview' ? previewTitle : finishedTitle;
  switch (run.status) {
    case 'Failed':
      return {
        title: fill(failedTitle, integrationName),
        message: run.message ?? '',
        variant: 'error',
        mode: 'sticky'
      };
    case 'Stopped':
      return {
        title: fill(stoppedTitle, integrationName),
        message: run.message ?? '',
        variant: 'warning',
        mode: 'sticky'
      };
    case 'Cancelled':
      return { title: fill(cancelledTitle, integrationName), message, variant: 'info', mode: 'dismissible' };
    case 'Completed with errors':
      return { title: fill(finished, integrationName), message, variant: 'warning', mode: 'dismissible' };
    default:
      return { title: fill(finished, integrationName), message, variant: 'success', mode: 'dismissible' };
  }
}

function sentenceOf(run: Run): string {
  const { updated, read } = run.counts;
  return run.kind === 'Preview' ? fill(previewSentence, formatCount(updated), formatCount(read)) : resultSentence(run);
}

import attentionMany from '@salesforce/label/c.Result_Attention_Many';
import attentionNone from '@salesforce/label/c.Result_Attention_None';
import attentionOne from '@salesforce/label/c.Result_Attention_One';
import cancelledTitle from '@salesforce/label/c.Run_Cancelled_Title';
import failedTitle from '@salesforce/label/c.Run_Failed_Title';
import finishedTitle from '@salesforce/label/c.Run_Finished_Title';
import joined from '@salesforce/label/c.Result_Joined';
import leftMany from '@salesforce/label/c.Result_Left_Many';
import leftOne from '@salesforce/label/c.Result_Left_One';
import previewSentence from '@salesforce/label/c.Run_Preview_Sentence';
import previewTitle from '@salesforce/label/c.Run_Preview_Title';
import stoppedTitle from '@salesforce/label/c.Run_Stopped_Title';
import unchanged from '@salesforce/label/c.Result_Unchanged';
import undoneMany from '@salesforce/label/c.Result_Undone_Many';
import undoneOne from '@salesforce/label/c.Result_Undone_One';
import updatedMany from '@salesforce/label/c.Result_Updated_Many';
import updatedOne from '@salesforce/label/c.Result_Updated_One';
import wouldUpdateMany from '@salesforce/label/c.Result_Would_Update_Many';
import wouldUpdateOne from '@salesforce/label/c.Result_Would_Update_One';
import { fill, fillCount, formatCount } from 'c/formats';
import { attentionCount, type Run } from 'c/runs';

/** What a toast says about a run that is over. */
export interface ResultToast {
  title: string;
  message: string;
  variant: 'success' | 'warning' | 'error' | 'info';
  mode: 'dismissible' | 'sticky';
}

/** The result in one sentence: what was done to how many rows, how many needed nothing, and how many need someone. */
export function resultSentence(run: Run): string {
  const attention = attentionCount(run.counts);
  return fill(joined, appliedPart(run), attention ? fillCount(attention, attentionOne, attentionMany) : attentionNone);
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

function appliedPart({ counts, kind }: Run): string {
  const { updated, unchanged: same, read, skipped } = counts;
  if (kind === 'Undo') {
    const undone = fillCount(updated, undoneOne, undoneMany, read);
    return same + skipped ? `${undone}, ${fillCount(same + skipped, leftOne, leftMany)}` : undone;
  }
  const [one, many] = kind === 'Preview' ? [wouldUpdateOne, wouldUpdateMany] : [updatedOne, updatedMany];
  const applied = fillCount(updated, one, many, read);
  return same ? `${applied}, ${fill(unchanged, formatCount(same))}` : applied;
}

function sentenceOf(run: Run): string {
  const { updated, read } = run.counts;
  return run.kind === 'Preview' ? fill(previewSentence, formatCount(updated), formatCount(read)) : resultSentence(run);
}

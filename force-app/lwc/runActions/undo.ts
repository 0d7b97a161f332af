import undo from '@salesforce/apex/RunController.undo';
import undoPlan from '@salesforce/apex/RunController.undoPlan';
import confirmLabel from '@salesforce/label/c.Run_Action_Undo';
import edited from '@salesforce/label/c.Undo_Question_Edited';
import fieldsOf from '@salesforce/label/c.Undo_Question_Fields';
import impossible from '@salesforce/label/c.Undo_Impossible';
import nextRun from '@salesforce/label/c.Undo_Question_Next_Run';
import question from '@salesforce/label/c.Undo_Question';
import Confirmation from 'c/confirmation';
import { fill } from 'c/formats';

/** What an undo would bring back, as `RunController.undoPlan` gives it. */
interface UndoPlan {
  possible: boolean;
  fields: { name: string; label: string }[];
  message: string;
}

/** Says what an undo will bring back and what not, asks, and starts it; gives nothing to who thought better of it. */
export async function askAndUndo(runId: string): Promise<string | undefined> {
  const plan = await undoPlan<UndoPlan>({ runId });
  if (!plan.possible) {
    throw new Error(`${impossible}: ${plan.message}`);
  }
  const isSure = await Confirmation.open<boolean>({
    label: question,
    size: 'small',
    text: plan.message,
    losses: [...fieldsText(plan), edited, nextRun],
    confirmLabel,
    destructive: true
  });
  return isSure ? undo<string>({ runId }) : undefined;
}

function fieldsText({ fields }: UndoPlan): string[] {
  return fields.length > 0 ? [fill(fieldsOf, fields.map(({ label }) => label).join(', '))] : [];
}

import { LightningElement, api } from 'lwc';
import callouts from '@salesforce/label/c.Run_Detail_Callouts';
import dmlRows from '@salesforce/label/c.Run_Detail_Dml_Rows';
import duration from '@salesforce/label/c.Run_Detail_Duration';
import finished from '@salesforce/label/c.Run_Detail_Finished';
import flow from '@salesforce/label/c.Trigger_Flow';
import manual from '@salesforce/label/c.Trigger_Manual';
import object from '@salesforce/label/c.Log_Column_Object';
import queries from '@salesforce/label/c.Run_Detail_Queries';
import report from '@salesforce/label/c.Log_Column_Report';
import runName from '@salesforce/label/c.Run_Detail_Name';
import schedule from '@salesforce/label/c.Trigger_Schedule';
import start from '@salesforce/label/c.Log_Column_Start';
import transactions from '@salesforce/label/c.Run_Detail_Transactions';
import triggeredBy from '@salesforce/label/c.Run_Detail_Trigger';
import { formatCount, formatDuration, formatLocal, formatUtc } from 'c/formats';
import type { Run } from 'c/runs';

interface Fact {
  label: string;
  value: string;
  /** A time in the reader's own zone. */
  local: string;
}

const TRIGGERS: Record<string, string> = { Flow: flow, Manual: manual, Schedule: schedule };

/** What is to be known of a run beside its result: of what, when, how long, and what it took in all. */
export default class RunFacts extends LightningElement {
  @api run!: Run;

  get facts(): Fact[] {
    const { name, reportName, objectLabel, startedAt, finishedAt, durationMs, usage } = this.run;
    const facts = [
      fact(runName, name),
      fact(report, reportName),
      fact(object, objectLabel),
      moment(start, startedAt),
      moment(finished, finishedAt),
      fact(duration, typeof durationMs === 'number' ? formatDuration(durationMs) : ''),
      fact(triggeredBy, starterOf(this.run)),
      fact(transactions, formatCount(usage.transactions)),
      fact(callouts, formatCount(usage.callouts)),
      fact(queries, formatCount(usage.queries)),
      fact(dmlRows, formatCount(usage.dmlRows))
    ];
    return facts.filter(({ value }) => value !== '');
  }
}

/** What started it, and in whose name. */
function starterOf({ startedBy, startedByName }: Run): string {
  return [TRIGGERS[startedBy] ?? startedBy, startedByName].filter(Boolean).join(' – ');
}

function fact(label: string, value: string): Fact {
  return { label, value, local: '' };
}

function moment(label: string, at?: string | null): Fact {
  return at ? { label, value: formatUtc(at), local: formatLocal(at) } : fact(label, '');
}

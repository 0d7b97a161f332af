import { LightningElement, api } from 'lwc';
import callouts from '@salesforce/label/c.Run_Detail_Callouts';
import dmlRows from '@salesforce/label/c.Run_Detail_Dml_Rows';
import duration from '@salesforce/label/c.Run_Detail_Duration';
import finished from '@salesforce/label/c.Run_Detail_Finished';
import flow from '@salesforce/label/c.Trigger_Flow';
import manual from '@salesforce/label/c.Trigger_Manual';
import queries from '@salesforce/label/c.Run_Detail_Queries';
import runName from '@salesforce/label/c.Run_Detail_Name';
import schedule from '@salesforce/label/c.Trigger_Schedule';
import start from '@salesforce/label/c.Log_Column_Start';
import transactions from '@salesforce/label/c.Run_Detail_Transactions';
import triggeredBy from '@salesforce/label/c.Run_Detail_Trigger';
import { formatBothZones, formatCount, formatDuration, formatUtc } from 'c/formats';
import { resultSentence } from 'c/runResult';
import { isActive, type Run } from 'c/runs';

const TRIGGERS: Record<string, string> = { Flow: flow, Manual: manual, Schedule: schedule };

/** The result in a sentence, then the numbers, then the rows that were not applied. */
export default class RunDetail extends LightningElement {
  @api run!: Run;

  get isActive(): boolean {
    return isActive(this.run);
  }

  get hasRows(): boolean {
    return this.run.counts.read > 0;
  }

  get sentence(): string {
    return resultSentence(this.run);
  }

  get facts(): { label: string; value: string; title: string }[] {
    const { startedAt, finishedAt, durationMs, startedBy, usage } = this.run;
    const facts = [
      { label: runName, value: this.run.name, title: '' },
      {
        label: start,
        value: startedAt ? formatUtc(startedAt) : '',
        title: startedAt ? formatBothZones(startedAt) : ''
      },
      {
        label: finished,
        value: finishedAt ? formatUtc(finishedAt) : '',
        title: finishedAt ? formatBothZones(finishedAt) : ''
      },
      { label: duration, value: typeof durationMs === 'number' ? formatDuration(durationMs) : '', title: '' },
      { label: triggeredBy, value: TRIGGERS[startedBy] ?? startedBy, title: '' },
      { label: transactions, value: formatCount(usage.transactions), title: '' },
      { label: callouts, value: formatCount(usage.callouts), title: '' },
      { label: queries, value: formatCount(usage.queries), title: '' },
      { label: dmlRows, value: formatCount(usage.dmlRows), title: '' }
    ];
    return facts.filter(({ value }) => value !== '');
  }
}

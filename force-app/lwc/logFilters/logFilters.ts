import { LightningElement, api } from 'lwc';
import allStatuses from '@salesforce/label/c.Log_Filter_All';
import clear from '@salesforce/label/c.Filter_Clear';
import lastDay from '@salesforce/label/c.Log_Filter_Last_Day';
import status from '@salesforce/label/c.Log_Column_Status';
import { statusLook } from 'c/runs';

/** Which runs of a log are shown, as `RunController.log` takes it; what is blank lets all through. */
export interface LogFilter {
  status: string;
  /** The latest day, UTC, on which a run may have started, as `YYYY-MM-DD`. */
  lastDay: string;
}

/** All runs. */
export const ALL_RUNS: LogFilter = { status: '', lastDay: '' };

/** Whether some runs may be left out. */
export function isFiltering(filter: LogFilter): boolean {
  return Boolean(filter.status || filter.lastDay);
}

/** Nothing of this kind ran before. */
const FIRST_DAY = '2000-01-01';
const STATUSES = ['Completed', 'Completed with errors', 'Failed', 'Stopped', 'Cancelled'];

/**
 * Finds runs in a long log: those that ended in some way, and those of a day and before.
 * @fires filter with the whole filter in `detail`
 */
export default class LogFilters extends LightningElement {
  @api filter: LogFilter = ALL_RUNS;

  labels = { clear, lastDay, status };
  statuses = [
    { label: allStatuses, value: '' },
    ...STATUSES.map((value) => ({ label: statusLook(value).label, value }))
  ];

  get isFiltering(): boolean {
    return isFiltering(this.filter);
  }

  changeStatus(event: CustomEvent<{ value: string }>): void {
    this.tell({ ...this.filter, status: event.detail.value });
  }

  /** Who types a year passes through others on the way. */
  changeDay(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    if (!value || value >= FIRST_DAY) {
      this.tell({ ...this.filter, lastDay: value });
    }
  }

  /** What was pressed is gone after that. */
  clear(): void {
    this.tell(ALL_RUNS);
    this.template!.querySelector<HTMLElement>('lightning-combobox')?.focus();
  }

  private tell(filter: LogFilter): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: filter }));
  }
}

import { LightningElement, api } from 'lwc';
import friday from '@salesforce/label/c.Day_Friday';
import monday from '@salesforce/label/c.Day_Monday';
import saturday from '@salesforce/label/c.Day_Saturday';
import sunday from '@salesforce/label/c.Day_Sunday';
import thursday from '@salesforce/label/c.Day_Thursday';
import tuesday from '@salesforce/label/c.Day_Tuesday';
import wednesday from '@salesforce/label/c.Day_Wednesday';
import dayLabel from '@salesforce/label/c.Schedule_Day';
import hourLabel from '@salesforce/label/c.Schedule_Hour';
import daily from '@salesforce/label/c.Schedule_Kind_Daily';
import hourly from '@salesforce/label/c.Schedule_Hourly';
import kindLabel from '@salesforce/label/c.Schedule_Kind';
import manual from '@salesforce/label/c.Schedule_Manual';
import next from '@salesforce/label/c.Schedule_Next';
import notDue from '@salesforce/label/c.Schedule_Not_Due';
import refreshNote from '@salesforce/label/c.Schedule_Refresh_Note';
import weekly from '@salesforce/label/c.Schedule_Kind_Weekly';
import { fill, formatBothZones } from 'c/formats';
import { nextDue } from 'c/nextDue';
import { act, type Draft } from 'c/wizardState';
import type { ScheduleKind } from 'c/wizardTypes';

const DAYS = [monday, tuesday, wednesday, thursday, friday, saturday, sunday];

/** Refresh of the reports starts at 09:00 UTC; a run at this hour may see yesterday's. */
const REFRESH_HOUR = 9;

/** The schedule: how often, at which hour (UTC), and what that means next. */
export default class ScheduleOptions extends LightningElement {
  @api draft!: Draft;

  labels = { dayLabel, hourLabel, kindLabel, refreshNote };

  kinds = [
    { value: 'Manual', label: manual },
    { value: 'Hourly', label: hourly },
    { value: 'Daily', label: daily },
    { value: 'Weekly', label: weekly }
  ];

  hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00 UTC`
  }));

  days = DAYS.map((label, index) => ({ value: String(index + 1), label }));

  get hour(): string {
    return String(this.draft.scheduleHour);
  }

  get day(): string {
    return String(this.draft.scheduleDay);
  }

  get hasHour(): boolean {
    return this.draft.scheduleKind === 'Daily' || this.draft.scheduleKind === 'Weekly';
  }

  get hasDay(): boolean {
    return this.draft.scheduleKind === 'Weekly';
  }

  get nextText(): string {
    const due = nextDue(this.draft, Date.now());
    return due ? fill(next, formatBothZones(new Date(due).toISOString())) : notDue;
  }

  get isAtRefresh(): boolean {
    return this.hasHour && this.draft.scheduleHour === REFRESH_HOUR;
  }

  chooseKind(event: CustomEvent<{ value: ScheduleKind }>): void {
    act(this, { type: 'optionsChanged', changes: { scheduleKind: event.detail.value } });
  }

  chooseHour(event: CustomEvent<{ value: string }>): void {
    act(this, { type: 'optionsChanged', changes: { scheduleHour: Number(event.detail.value) } });
  }

  chooseDay(event: CustomEvent<{ value: string }>): void {
    act(this, { type: 'optionsChanged', changes: { scheduleDay: Number(event.detail.value) } });
  }
}

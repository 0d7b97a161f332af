import { LightningElement, api } from 'lwc';
import alerts from '@salesforce/label/c.Alert_Section';
import automation from '@salesforce/label/c.Automation_Title';
import safety from '@salesforce/label/c.Safety_Section';
import scheduleDaily from '@salesforce/label/c.Schedule_Daily';
import scheduleHourly from '@salesforce/label/c.Schedule_Hourly';
import scheduleManual from '@salesforce/label/c.Schedule_Manual';
import scheduleSection from '@salesforce/label/c.Schedule_Section';
import scheduleWeekly from '@salesforce/label/c.Schedule_Kind_Weekly';
import { fill } from 'c/formats';
import type { WizardData } from 'c/wizardData';
import type { Draft } from 'c/wizardState';

/** Sections that fold; what the last one shows is asked for when it opens. */
export default class WizardOptions extends LightningElement {
  @api draft!: Draft;
  @api data!: WizardData;

  openSections: string[] = [];
  /** None is open at first; after that the accordion knows by itself. */
  closed: string[] = [];

  labels = { alerts, automation, safety };

  /** The schedule can be read without unfolding it. */
  get scheduleLabel(): string {
    const { scheduleKind, scheduleHour } = this.draft;
    const clock = `${String(scheduleHour).padStart(2, '0')}:00`;
    const texts = {
      Manual: scheduleManual,
      Hourly: scheduleHourly,
      Daily: fill(scheduleDaily, clock),
      Weekly: scheduleWeekly
    };
    return fill(scheduleSection, texts[scheduleKind]);
  }

  get isAutomationOpen(): boolean {
    return this.openSections.includes('automation');
  }

  toggle(event: CustomEvent<{ openSections: string[] | string }>): void {
    this.openSections = [event.detail.openSections].flat();
  }
}

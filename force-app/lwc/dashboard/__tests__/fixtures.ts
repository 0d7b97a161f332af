import type { DashboardDay, DashboardOverview } from 'c/dashboardCharts';
import { countsWith } from '../../runs/__tests__/fixtures';

/** A day with one completed run, but for what is given. */
export function dayWith(changes: Partial<DashboardDay> = {}): DashboardDay {
  return {
    day: '2026-11-21',
    completed: 1,
    withErrors: 0,
    failed: 0,
    stopped: 0,
    cancelled: 0,
    counts: countsWith({ read: 100, updated: 80, unmatched: 20 }),
    matchRate: 80,
    durationMs: 1500,
    cpuShare: 10,
    queriesShare: 2,
    dmlRowsShare: 40,
    ...changes
  };
}

/** A day on which nothing ran. */
export function quietDay(day: string): DashboardDay {
  const nothing = { matchRate: null, durationMs: null, cpuShare: null, queriesShare: null, dmlRowsShare: null };
  return dayWith({ day, completed: 0, counts: countsWith(), ...nothing });
}

/** A dashboard of two days, but for what is given. */
export function overviewWith(changes: Partial<DashboardOverview> = {}): DashboardOverview {
  return {
    attention: [],
    figures: { runs: 1, completedShare: 100, rowsUpdated: 1080, matchRate: 80.5 },
    previous: { runs: 0, completedShare: null, rowsUpdated: 0, matchRate: null },
    days: [dayWith(), quietDay('2026-11-22')],
    integrations: [{ id: 'a01', name: 'Onboarding' }],
    reconciliation: [],
    ...changes
  };
}

/** A page that charts can be drawn on without a browser: nothing is drawn. */
export function standInForCharts(): void {
  class Drawing {
    destroy(): void {}
  }
  Object.assign(window, { Chart: Drawing });
  HTMLCanvasElement.prototype.getContext = () => null;
}

import type { Subjects } from './questions';

/** A page that an admin waits for. */
export interface TimedPage {
  readonly what: string;
  readonly path: string;
  /** What is there when it can be worked with. */
  readonly ready: readonly string[];
}

/** A key or a click whose answer is waited for. */
export interface TimedStep {
  readonly what: string;
  /** What is clicked, or typed into. */
  readonly target: string;
  /** What is typed, key by key; without it the target is clicked. */
  readonly keys?: string;
}

const FILTER = (outcome: string): string => `c-run-counts button.filter[data-outcome="${outcome}"]`;

/** The pages of log and dashboard. */
export function pagesAbout({ integrationId, runId }: Subjects): TimedPage[] {
  const rows = 'c-row-outcomes tbody tr';
  return [
    {
      what: 'Log window',
      path: `/lightning/n/Integrations?c__view=log&c__integration=${integrationId}`,
      ready: ['c-run-table tbody tr']
    },
    { what: 'Run page', path: runPath(runId), ready: [rows] },
    {
      what: 'Dashboard',
      path: '/lightning/n/Insights_Dashboard',
      ready: ['c-chart-canvas canvas[style*="height"]']
    }
  ];
}

/** The page of a run. */
export function runPath(runId: string): string {
  return `/lightning/r/Sync_Run__c/${runId}/view`;
}

/** How rows of a run are found, one step after the other. */
export const FILTER_STEPS: readonly TimedStep[] = [
  { what: 'Filter by outcome: Invalid', target: FILTER('Invalid') },
  { what: 'Filter by outcome: Unmatched', target: FILTER('Unmatched') },
  { what: 'All outcomes again', target: FILTER('Unmatched') },
  { what: 'Filter by text, each key', target: 'c-row-outcomes input[type="search"]', keys: '1234' }
];

import type { Share } from './report';

/** One way with one kind of report: a column of the table. */
export interface EngineRun {
  readonly name: string;
  readonly title: string;
  readonly way: string;
  readonly share: Share;
}

/** What is measured for each size, in this order. */
export const ENGINE_RUNS: readonly EngineRun[] = [
  { name: 'all', title: 'all changed', way: 'csv', share: 'all' },
  { name: 'one-percent', title: '1% changed', way: 'csv', share: 'one percent' },
  { name: 'none', title: 'none changed', way: 'csv', share: 'none' },
  { name: 'api', title: 'all changed, by the API', way: 'api', share: 'all' },
  { name: 'plain', title: 'plain way, all changed', way: 'plain', share: 'all' },
  { name: 'plain-none', title: 'plain way, none changed', way: 'plain', share: 'none' }
];

/** A question that a page asks the org. */
export interface Question {
  readonly what: string;
  readonly className: string;
  readonly method: string;
  readonly parameters: Record<string, unknown>;
}

/** What the questions are about. */
export interface Subjects {
  /** The integration whose last run had many failures. */
  readonly integrationId: string;
  readonly runId: string;
  readonly recordId: string;
}

/** What the pages of the log, the dashboard and a record ask. */
export function questionsAbout({ integrationId, runId, recordId }: Subjects): Question[] {
  const run = (what: string, method: string, parameters: Record<string, unknown>): Question => {
    return { what, className: 'RunController', method, parameters };
  };
  const dashboard = (what: string, method: string, parameters: Record<string, unknown>): Question => {
    return { what, className: 'DashboardController', method, parameters };
  };
  return [
    { what: 'Integrations', className: 'IntegrationController', method: 'all', parameters: {} },
    run('Log of all, first page', 'log', { integrationId: null, pageSize: 50, offset: 0 }),
    run('Log of all, page 100', 'log', { integrationId: null, pageSize: 50, offset: 4950 }),
    run('Log of one, first page', 'log', { integrationId, pageSize: 50, offset: 0 }),
    run('One run', 'detail', { runId }),
    run('Its slices', 'slices', { runId, afterSlice: null }),
    run('Its failed rows, first slice', 'rows', { runId, afterSlice: null }),
    run('Its failed rows, behind the ninth slice', 'rows', { runId, afterSlice: 9999 }),
    run('Its changes, first slice', 'changes', { runId, afterSlice: null }),
    run('What its undo would do', 'undoPlan', { runId }),
    dashboard('Dashboard, 30 days', 'overview', { integrationId: null, days: 30 }),
    dashboard('Dashboard, 90 days', 'overview', { integrationId: null, days: 90 }),
    dashboard('Dashboard of one, 30 days', 'overview', { integrationId, days: 30 }),
    dashboard('Why a record was (not) updated', 'recordStory', { recordId, integrationId })
  ];
}

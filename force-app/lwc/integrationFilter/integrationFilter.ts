import { needsAttention, type Integration } from 'c/runs';

/** What the list is narrowed down to; an empty text narrows nothing. */
export interface Filters {
  text: string;
  state: string;
  result: string;
  environment: string;
}

export const NO_FILTERS: Filters = { text: '', state: '', result: '', environment: '' };

const STATES: Record<string, (integration: Integration) => boolean> = {
  Active: ({ state }) => state === 'Active',
  Paused: ({ state }) => state === 'Paused',
  Running: ({ activeRunId }) => Boolean(activeRunId)
};

const RESULTS: Record<string, (integration: Integration) => boolean> = {
  Attention: needsAttention,
  Completed: ({ lastRun }) => lastRun?.status === 'Completed',
  Never: ({ lastRun, activeRunId }) => !lastRun && !activeRunId
};

/** Whether anything is narrowed down. */
export function isFiltering(filters: Filters): boolean {
  return Object.values(filters).some((value: string) => value.trim() !== '');
}

/** Whether an integration passes all filters. Its name, report, object and environment are searched, in any case. */
export function passes(integration: Integration, filters: Filters): boolean {
  return (
    matchesText(integration, filters.text) &&
    (STATES[filters.state]?.(integration) ?? true) &&
    (RESULTS[filters.result]?.(integration) ?? true) &&
    (!filters.environment || integration.environmentName === filters.environment)
  );
}

/** The environments that integrations read from, by name. */
export function environmentNames(integrations: Integration[]): string[] {
  const names = integrations.flatMap(({ environmentName }) => environmentName ?? []);
  return [...new Set(names)].sort((one, other) => one.localeCompare(other));
}

function matchesText({ name, reportName, objectLabel, environmentName }: Integration, text: string): boolean {
  const sought = text.trim().toLowerCase();
  return [name, reportName, objectLabel, environmentName].some((candidate) =>
    (candidate ?? '').toLowerCase().includes(sought)
  );
}

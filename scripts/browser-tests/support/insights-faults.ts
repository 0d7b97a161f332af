import type { RunningApp } from './running-app';

/** Lets the stand-in of the Insights API fail from now on, in one of the ways that docs/insights-api.md lists. */
export async function failInsights({ insightsUrl }: RunningApp, fault: object): Promise<void> {
  await fetch(`${insightsUrl}/__faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault)
  });
}

/** Lets it answer rightly again. */
export async function healInsights({ insightsUrl }: RunningApp): Promise<void> {
  await fetch(`${insightsUrl}/__faults`, { method: 'DELETE' });
}

import RunFacts from 'c/runFacts';
import { all, clear, runWith, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

const facts = (element: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    all(element, '.fact').map((fact) => [...fact.children].map(({ textContent }) => textContent!.replace(/\s+/g, ' ')))
  );

describe('c-run-facts', () => {
  it('tells of what, when, how long and what it took', async () => {
    const element = show('c-run-facts', RunFacts, { run: runWith({ startedByName: 'Admin User' }) });
    expect(facts(element)).toEqual({
      Run: 'RUN-000001',
      'Report name': 'Onboarding',
      'Salesforce object': 'Contact',
      'Start (UTC)': 'Nov 22, 2026, 9:00:00 AMNov 22, 2026, 1:00 AM (America/Los_Angeles)',
      'End (UTC)': 'Nov 22, 2026, 9:00:12 AMNov 22, 2026, 1:00 AM (America/Los_Angeles)',
      Duration: '12 sec',
      'Started by': 'Run now – Admin User',
      Transactions: '3',
      Callouts: '4',
      Queries: '9',
      'Records saved, log included': '1,106'
    });
    await expect(element).toBeAccessible();
  });

  it('leaves out what is not known yet', () => {
    const run = runWith({ status: 'Running', finishedAt: null, durationMs: null });
    const known = Object.keys(facts(show('c-run-facts', RunFacts, { run })));
    expect(known).not.toContain('End (UTC)');
    expect(known).not.toContain('Duration');
  });
});

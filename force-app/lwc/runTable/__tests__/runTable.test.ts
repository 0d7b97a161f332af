import RunTable from 'c/runTable';
import { all, clear, details, one, runWith, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

const cells = (element: HTMLElement): string[] =>
  all(element, 'tbody th, tbody td').map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim());

describe('c-run-table', () => {
  it('lists report, object, start in UTC and duration of each run', async () => {
    const element = show('c-run-table', RunTable, { runs: [runWith()] });
    expect(cells(element)).toEqual([
      'Onboarding',
      'Contact',
      expect.stringMatching(/^Nov 22, 2026, 9:00:00 AM/),
      'Sync',
      '12 sec',
      '',
      'View log'
    ]);
    expect(all(element, 'thead th').map(({ textContent }) => textContent)).toEqual([
      'Report name',
      'Salesforce object',
      'Start (UTC)',
      'Kind',
      'Duration',
      'Status',
      'Actions'
    ]);
    expect(one(element, '.start-cell .local').textContent).toBe('Nov 22, 2026, 1:00 AM (America/Los_Angeles)');
    expect(one(element, 'c-run-status')).toMatchObject({ status: 'Completed' });
    await expect(element).toBeAccessible();
  });

  it('shows the progress of a run that is going on', () => {
    const run = runWith({ status: 'Running', finishedAt: null, durationMs: null });
    const element = show('c-run-table', RunTable, { runs: [run] });
    expect(one(element, 'c-run-progress')).toMatchObject({ run });
  });

  it('asks for the log of a run, and takes the focus back to it', () => {
    const element = show('c-run-table', RunTable, { runs: [runWith({ id: 'one' }), runWith({ id: 'two' })] });
    const asked = details<string>(element, 'view');
    all(element, 'button')[1].click();
    (element as unknown as RunTable).focusRun('two');
    expect(asked).toEqual(['two']);
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('two');
  });

  it.each(['Preview', 'Retry', 'Undo'])('says that a run is a %s', (kind) => {
    const element = show('c-run-table', RunTable, { runs: [runWith({ kind })] });
    expect(cells(element)[3]).toBe(kind);
  });
});

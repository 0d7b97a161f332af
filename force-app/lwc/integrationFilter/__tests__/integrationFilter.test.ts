import { environmentNames, isFiltering, NO_FILTERS, passes, type Filters } from 'c/integrationFilter';
import type { Integration } from 'c/runs';
import { integrationWith, runWith } from '../../runs/__tests__/fixtures';

const running = integrationWith({ name: 'Running', activeRunId: 'run' });
const paused = integrationWith({ name: 'Paused', state: 'Paused', lastRun: null });
const failed = integrationWith({ name: 'Failed', lastRun: runWith({ status: 'Failed' }), environmentName: 'Test' });
const well = integrationWith({ name: 'Well' });
const everything = [running, paused, failed, well];

const left = (filters: Partial<Filters>): string[] =>
  everything
    .filter((integration: Integration) => passes(integration, { ...NO_FILTERS, ...filters }))
    .map(({ name }) => name);

describe('a filter', () => {
  it('leaves everything where nothing is chosen', () => {
    expect(left({})).toHaveLength(4);
    expect(isFiltering(NO_FILTERS)).toBe(false);
    expect(isFiltering({ ...NO_FILTERS, text: '  ' })).toBe(false);
    expect(isFiltering({ ...NO_FILTERS, state: 'Active' })).toBe(true);
  });

  it.each<[Partial<Filters>, string[]]>([
    [{ text: ' WELL ' }, ['Well']],
    [{ text: 'onboarding' }, ['Running', 'Paused', 'Failed', 'Well']],
    [{ state: 'Active' }, ['Running', 'Failed', 'Well']],
    [{ state: 'Paused' }, ['Paused']],
    [{ state: 'Running' }, ['Running']],
    [{ result: 'Attention' }, ['Failed']],
    [{ result: 'Completed' }, ['Running', 'Well']],
    [{ result: 'Never' }, ['Paused']],
    [{ environment: 'Test' }, ['Failed']],
    [{ environment: 'Test', state: 'Paused' }, []]
  ])('%j leaves %j', (filters, names) => {
    expect(left(filters)).toEqual(names);
  });

  it('knows the environments that are in use', () => {
    expect(environmentNames([...everything, integrationWith({ environmentName: null })])).toEqual([
      'Production',
      'Test'
    ]);
  });
});

import { filterLabel, outcomeLooks, outcomesIn } from 'c/outcomes';

const word = (outcome: string, kind?: string): string | undefined =>
  outcomeLooks(kind).find((look) => look.outcome === outcome)?.label;

describe('the look of outcomes', () => {
  it('never leaves an outcome to colour alone', () => {
    const icons = outcomeLooks().map(({ icon }) => icon);
    expect(new Set(icons).size).toBe(icons.length);
  });

  it('calls them by what they mean in this kind of run', () => {
    expect([word('Updated'), word('Updated', 'Preview'), word('Updated', 'Undo')]).toEqual([
      'Updated',
      'Would be updated',
      'Restored'
    ]);
    expect([word('Skipped', 'Undo'), word('Skipped', 'Retry')]).toEqual(['Left as they are', 'Skipped, no key']);
  });
});

describe('filters', () => {
  it('let one outcome through, or a part of the bar', () => {
    expect(outcomesIn('Rejected')).toEqual(['Rejected']);
    expect(outcomesIn('attention')).toEqual(['Ambiguous', 'Invalid', 'Rejected']);
    expect(outcomesIn('')).toEqual([]);
  });

  it('are called by what they let through', () => {
    expect(filterLabel('attention')).toBe('Rows that need attention');
    expect(filterLabel('Skipped', 'Undo')).toBe('Left as they are');
  });
});

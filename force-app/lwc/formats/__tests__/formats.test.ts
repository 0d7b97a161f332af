import { fill, fillCount, formatBothZones, formatClock, formatCount, formatDuration, formatUtc } from 'c/formats';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('filling a label', () => {
  it('puts values into their places, in any order and more than once', () => {
    expect(fill('{1} of {0}, {1}', 'ten', 2)).toBe('2 of ten, 2');
  });

  it('leaves a place without a value as it is', () => {
    expect(fill('{0} {1}', 'one')).toBe('one {1}');
  });

  it('never reads a value as a label', () => {
    expect(fill('{0} and {1}', '{1}', '$&')).toBe('{1} and $&');
  });

  it('counts as the language does', () => {
    expect(fillCount(1, '{0} row', '{0} rows')).toBe('1 row');
    expect(fillCount(0, '{0} row', '{0} rows')).toBe('0 rows');
    expect(fillCount(1234, '{0} of {1} row', '{0} of {1} rows', 5000)).toBe('1,234 of 5,000 rows');
  });
});

describe('numbers and times', () => {
  it('separates thousands', () => {
    expect(formatCount(1234567)).toBe('1,234,567');
  });

  it.each([
    [0, '0 sec'],
    [420, '0.4 sec'],
    [12_400, '12 sec'],
    [59_600, '1 min'],
    [125_000, '2 min 5 sec'],
    [3_780_000, '1 hr 3 min']
  ])('says %i ms as %s', (milliseconds, text) => {
    expect(plain(formatDuration(milliseconds))).toBe(text);
  });

  it('shows moments in UTC, whatever the zone of the user', () => {
    expect(plain(formatUtc('2026-11-22T09:00:12Z'))).toBe('Nov 22, 2026, 9:00:12 AM');
  });

  it('names both zones when it shows both', () => {
    expect(plain(formatBothZones('2026-11-22T09:00:12Z'))).toMatch(
      /^Nov 22, 2026, 9:00 AM UTC – Nov 22, 2026, 1:00 AM \(America\/Los_Angeles\)$/
    );
  });
});

describe('a time of day', () => {
  it('is in UTC, on a clock of 24 hours', () => {
    expect(formatClock('2026-11-22T00:05:00Z')).toBe('00:05 UTC');
    expect(formatClock('2026-11-22T14:05:59Z')).toBe('14:05 UTC');
  });
});

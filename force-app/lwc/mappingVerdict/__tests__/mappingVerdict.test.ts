import MappingVerdict from 'c/mappingVerdict';
import type { RowVerdict } from 'c/wizardRules';
import { all, clear, one, show, textOf } from '../../runs/__tests__/fixtures';

const verdict = (value?: RowVerdict) => show('c-mapping-verdict', MappingVerdict, { verdict: value });
const icon = (element: HTMLElement): object => one(element, 'lightning-icon');

afterEach(clear);

describe('c-mapping-verdict', () => {
  it('says of each mapping in a word, an icon and a reason what becomes of it', async () => {
    const fits = verdict({ verdict: 'fits', message: 'The samples fit.' });
    expect(textOf(fits)).toBe('Fits');
    expect(icon(fits)).toMatchObject({ variant: 'success', alternativeText: 'Fits' });
    const converted = verdict({ verdict: 'converted', message: 'Rounded to one decimal.' });
    expect(textOf(converted)).toBe('Rounded to one decimal.');
    expect(icon(converted)).toMatchObject({ alternativeText: 'Will be converted' });
    const conflict = verdict({ verdict: 'conflict', message: 'Text is no number.' });
    expect(textOf(conflict)).toBe('Text is no number.');
    expect(icon(conflict)).toMatchObject({ variant: 'error', alternativeText: 'Does not fit' });
    await expect(conflict).toBeAccessible();
  });

  it('uses the word where there is no reason', () => {
    expect(textOf(verdict({ verdict: 'converted', message: '' }))).toBe('Will be converted');
  });

  it('asks for what is missing, and says nothing while nothing is known', () => {
    expect(textOf(verdict({ verdict: 'blank', message: 'Choose a field.' }))).toBe('Choose a field.');
    for (const value of [undefined, { verdict: 'unknown', message: '' }, { verdict: 'blank', message: '' }] as const) {
      expect(all(verdict(value), 'lightning-icon')).toHaveLength(0);
    }
  });
});

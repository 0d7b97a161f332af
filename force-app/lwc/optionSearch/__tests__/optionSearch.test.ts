import { moved, search, type Option } from 'c/optionSearch';

const options: Option[] = ['My contact', 'Contact', 'Compte privé', 'Account'].map((label) => ({
  value: label,
  label,
  detail: `${label.replace(' ', '_')}__c`
}));
const found = (text: string, most = 10, chosen = ''): string[] =>
  search(options, text, most, chosen).shown.map(({ label }) => label);

describe('searching', () => {
  it('gives everything while nothing is typed', () => {
    expect(found(' ')).toHaveLength(4);
  });

  it('puts what begins with the text first', () => {
    expect(found('con')).toEqual(['Contact', 'My contact']);
  });

  it('takes words in any order, from label and detail, without case and accents', () => {
    expect(found('PRIVE compte')).toEqual(['Compte privé']);
    expect(found('my_contact__c')).toEqual(['My contact']);
    expect(found('nothing')).toEqual([]);
  });

  it('draws only so many, counts the rest, and never hides what is chosen', () => {
    expect(search(options, '', 2).moreCount).toBe(2);
    expect(found('', 2, 'Account')).toEqual(['Account', 'My contact']);
  });
});

describe('moving', () => {
  it('goes round with the arrows and stops at the ends with pages', () => {
    expect(moved('ArrowDown', -1, 3)).toBe(0);
    expect(moved('ArrowDown', 2, 3)).toBe(0);
    expect(moved('ArrowUp', -1, 3)).toBe(2);
    expect(moved('ArrowUp', 1, 3)).toBe(0);
    expect(moved('PageDown', 5, 8)).toBe(7);
    expect(moved('PageUp', 5, 8)).toBe(0);
  });

  it('leaves other keys and empty lists alone', () => {
    expect(moved('a', 1, 3)).toBeUndefined();
    expect(moved('ArrowDown', -1, 0)).toBeUndefined();
  });
});

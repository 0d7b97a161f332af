import Confirmation from 'c/confirmation';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';

const properties = { label: 'Delete it?', text: 'This is lost:', losses: ['Its log.'], confirmLabel: 'Delete' };

afterEach(clear);

describe('c-confirmation', () => {
  it('names what is lost, and marks what cannot be undone', async () => {
    const element = show('c-confirmation', Confirmation, { ...properties, destructive: true });
    expect(textOf(element)).toBe('This is lost:Its log.');
    expect(one(element, '[data-confirm]')).toMatchObject({ label: 'Delete', variant: 'destructive' });
    await expect(element).toBeAccessible();
  });

  it('answers yes only when the button of that name is pressed', () => {
    const element = show('c-confirmation', Confirmation, properties);
    const answers = details(element, 'close');
    one<HTMLElement>(element, '[data-cancel]').click();
    one<HTMLElement>(element, '[data-confirm]').click();
    expect(answers.map(Boolean)).toEqual([false, true]);
  });

  it('asks a plain question where nothing is lost', () => {
    const element = show('c-confirmation', Confirmation, { ...properties, losses: [] });
    expect(all(element, 'li')).toEqual([]);
    expect(one(element, '[data-confirm]')).toMatchObject({ variant: 'brand' });
  });
});

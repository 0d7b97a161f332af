import RecordLink from 'c/recordLink';
import { clear, one, settle, show } from '../../runs/__tests__/fixtures';

/** Addresses that are slow to be known. */
const mockDelayed: Record<string, Promise<string>> = {};

jest.mock('lightning/navigation', () => {
  const GenerateUrl = Symbol('GenerateUrl');
  const mixin = (base: new () => object) =>
    class extends base {
      [GenerateUrl]({ attributes }: { attributes: { recordId: string } }): Promise<string> {
        const { recordId } = attributes;
        return mockDelayed[recordId] ?? Promise.resolve(`https://example.org/${recordId}`);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { GenerateUrl }) };
});

afterEach(clear);

describe('c-record-link', () => {
  it('opens the record beside the page', async () => {
    const element = show('c-record-link', RecordLink, { recordId: '003000000000001AAA', label: 'contact@example.com' });
    await settle();
    const link = one<HTMLAnchorElement>(element, 'a');
    expect(link.textContent).toBe('contact@example.com');
    expect(link).toMatchObject({ target: '_blank', rel: 'noopener', title: 'Open the record of contact@example.com' });
    expect(link.getAttribute('href')).toBeTruthy();
    await expect(element).toBeAccessible();
  });

  it('is not led back by an address that comes late', async () => {
    let tell: (url: string) => void = () => {};
    mockDelayed.slow = new Promise((resolve) => {
      tell = resolve;
    });
    const element = show('c-record-link', RecordLink, { recordId: 'slow', label: 'slow' });
    element.recordId = 'two';
    await settle();
    tell('https://example.org/slow');
    await settle();
    expect(one<HTMLAnchorElement>(element, 'a').href).toBe('https://example.org/two');
  });

  it('follows the record when its place in a list is given to another one', async () => {
    const element = show('c-record-link', RecordLink, { recordId: 'one', label: 'one' });
    element.recordId = 'two';
    await settle();
    expect(one<HTMLAnchorElement>(element, 'a').href).toBe('https://example.org/two');
  });
});

import RecordLink from 'c/recordLink';
import { clear, one, settle, show } from '../../runs/__tests__/fixtures';

jest.mock('lightning/navigation', () => {
  const GenerateUrl = Symbol('GenerateUrl');
  const mixin = (base: new () => object) =>
    class extends base {
      [GenerateUrl]({ attributes }: { attributes: { recordId: string } }): Promise<string> {
        return Promise.resolve(`https://example.org/${attributes.recordId}`);
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

  it('follows the record when its place in a list is given to another one', async () => {
    const element = show('c-record-link', RecordLink, { recordId: 'one', label: 'one' });
    element.recordId = 'two';
    await settle();
    expect(one<HTMLAnchorElement>(element, 'a').href).toBe('https://example.org/two');
  });
});

import RecordLink from 'c/recordLink';
import { clear, one, settle, show } from '../../runs/__tests__/fixtures';

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
});

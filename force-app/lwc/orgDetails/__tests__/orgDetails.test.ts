import OrgDetails from 'c/orgDetails';
import { all, clear, one, show, textOf } from '../../runs/__tests__/fixtures';
import { orgWith } from '../../wizardState/__tests__/fixtures';

afterEach(clear);

describe('c-org-details', () => {
  it('says which org this is, who uses it, and that all is granted', async () => {
    const element = show('c-org-details', OrgDetails, { org: orgWith() });
    const text = textOf(element);
    for (const part of ['Example Org', '00D5g000004XyZaEAK', 'EU42', 'Ada Admin (ada@example.com)']) {
      expect(text).toContain(part);
    }
    expect(one(element, 'c-org-badge')).toMatchObject({ org: { sandbox: true, kind: 'Sandbox' } });
    expect(all(element, 'a')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says of a missing permission what to do, and leads there', async () => {
    const permission = { name: 'a', label: 'Configure', granted: false, remedy: 'Ask an admin.', link: '/setup' };
    const element = show('c-org-details', OrgDetails, { org: orgWith({ permissions: [permission] }) });
    expect(textOf(element)).toContain('Ask an admin.');
    expect(all<HTMLAnchorElement>(element, 'a').map((link) => link.getAttribute('href'))).toEqual(['/setup']);
    await expect(element).toBeAccessible();
  });
});

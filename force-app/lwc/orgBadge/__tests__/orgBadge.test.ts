import OrgBadge from 'c/orgBadge';
import { clear, one, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-org-badge', () => {
  it.each([
    [{ sandbox: true, kind: 'Sandbox' }, 'Sandbox', 'slds-theme_warning'],
    [{ sandbox: false, kind: 'Production' }, 'Production', 'slds-theme_success'],
    [{ sandbox: false, kind: 'Developer' }, 'Developer Edition', 'slds-badge_lightest'],
    [{ sandbox: true, kind: 'Scratch' }, 'Scratch org', 'slds-badge_lightest'],
    [{ sandbox: true, kind: 'Full' }, 'Sandbox', 'slds-theme_warning'],
    [{ sandbox: false, kind: 'Something new' }, 'Something new', 'slds-badge_lightest']
  ])('%j is shown as %s', async (org, label, theme) => {
    const element = show('c-org-badge', OrgBadge, { org });
    expect(one(element, 'lightning-badge')).toMatchObject({ label, className: theme });
    await expect(element).toBeAccessible();
  });
});

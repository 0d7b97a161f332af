import CenterHeader from 'c/centerHeader';
import { all, clear, details, integrationWith, one, orgWith, show, textOf } from '../../runs/__tests__/fixtures';

const integrations = [integrationWith(), integrationWith({ id: 'a01000000000002AAA' })];

afterEach(clear);

describe('c-center-header', () => {
  it('says which org this is and how its integrations are', async () => {
    const element = show('c-center-header', CenterHeader, { integrations, org: orgWith(), canConfigure: true });
    expect(textOf(element)).toContain('WalkMe to Salesforce');
    expect(textOf(element)).toContain('Example Org');
    expect(one(element, 'c-org-badge')).toMatchObject({ org: { kind: 'Sandbox' } });
    expect(one<HTMLElement>(element, '[data-meta]').textContent).toBe('2 integrations · all is well');
    await expect(element).toBeAccessible();
  });

  it('says how much needs attention', () => {
    const element = show('c-center-header', CenterHeader, { integrations, alarmingCount: 1 });
    expect(one<HTMLElement>(element, '[data-meta]').textContent).toBe('2 integrations · 1 needs attention');
  });

  it('asks for a new integration, an import, an export, and everything anew', () => {
    const element = show('c-center-header', CenterHeader, { integrations, canConfigure: true });
    const heard: string[] = [];
    for (const name of ['create', 'import', 'export', 'refresh']) {
      element.addEventListener(name, () => heard.push(name));
    }
    one<HTMLElement>(element, '[data-new]').click();
    const menu = one<HTMLElement>(element, 'lightning-button-menu');
    menu.dispatchEvent(new CustomEvent('select', { detail: { value: 'import' } }));
    menu.dispatchEvent(new CustomEvent('select', { detail: { value: 'export' } }));
    one<HTMLElement>(element, 'lightning-button-icon').click();
    expect(heard).toEqual(['create', 'import', 'export', 'refresh']);
  });

  it('has nothing to export where there is nothing', () => {
    const element = show('c-center-header', CenterHeader, { integrations: [], canConfigure: true });
    const items = all(element, 'lightning-menu-item') as unknown as { value: string; disabled: boolean }[];
    expect(items.map(({ value, disabled }) => [value, Boolean(disabled)])).toEqual([
      ['import', false],
      ['export', true]
    ]);
  });

  it('offers those who may only look no change', () => {
    const element = show('c-center-header', CenterHeader, { integrations });
    expect(all(element, '[data-new], lightning-button-menu')).toEqual([]);
    expect(details(element, 'create')).toEqual([]);
  });

  it('takes the focus to its title', () => {
    const element = show('c-center-header', CenterHeader, { integrations });
    (element as unknown as { focus(): void }).focus();
    expect(element.shadowRoot!.activeElement?.tagName).toBe('H1');
  });
});

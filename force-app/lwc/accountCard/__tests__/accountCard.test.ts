import AccountCard from 'c/accountCard';
import type { Environment } from 'c/environments';
import { all, clear, details, environmentWith, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const cardOf = (changes: Partial<Environment> = {}, properties: object = {}) =>
  show('c-account-card', AccountCard, {
    environment: environmentWith(changes),
    canConfigure: true,
    checking: false,
    ...properties
  });
const offered = (element: HTMLElement): string[] =>
  (all(element, 'lightning-menu-item') as unknown as { value: string }[]).map(({ value }) => value);

describe('c-account-card', () => {
  it('says how a connected account stands and since when it is known', async () => {
    const element = cardOf({ integrations: 2 });
    expect(textOf(element)).toContain('Production');
    expect(textOf(element)).toContain('2 integrations');
    expect(one(element, 'c-environment-status')).toMatchObject({ environment: { status: 'Connected' } });
    expect(one(element, 'lightning-relative-date-time')).toMatchObject({ value: Date.parse('2026-11-22T08:00:00Z') });
    expect(one<HTMLElement>(element, '.facts span').title).toContain('Admin User');
    expect(offered(element)).toEqual(['check', 'connect', 'disconnect']);
    await expect(element).toBeAccessible();
  });

  it('says why an account does not work', () => {
    const element = cardOf({ status: 'Failing', statusText: 'The secret is wrong.' });
    expect(textOf(element)).toContain('The secret is wrong.');
  });

  it('asks for the account where there is none', async () => {
    const element = cardOf({ name: 'Test', status: 'NotConnected', verifiedAt: null });
    const acts = details(element, 'act');
    const button = one<HTMLElement>(element, '[data-add]');
    expect(button.textContent).toBe('+ Add account');
    button.click();
    expect(acts).toEqual(['connect']);
    expect(all(element, 'lightning-button-menu')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('hands on what is chosen from its menu', () => {
    const element = cardOf();
    const acts = details(element, 'act');
    one(element, 'lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value: 'check' } }));
    expect(acts).toEqual(['check']);
  });

  it('can be removed only if the admin added it and nothing uses it', () => {
    expect(offered(cardOf({ kind: 'Custom', status: 'NotConnected', integrations: 0 }))).toEqual(['remove']);
    expect(
      one(cardOf({ kind: 'Custom', integrations: 2 }), '[value="remove"], lightning-menu-item:last-child')
    ).toMatchObject({ disabled: true });
  });

  it('says that it is being checked', () => {
    expect(textOf(cardOf({}, { checking: true }))).toContain('Checking the connection to Production…');
  });

  it('offers those who may only look nothing', () => {
    const elements = [cardOf({}, { canConfigure: false }), cardOf({ status: 'NotConnected' }, { canConfigure: false })];
    expect(elements.flatMap((element) => all(element, 'button, lightning-button-menu'))).toEqual([]);
  });
});

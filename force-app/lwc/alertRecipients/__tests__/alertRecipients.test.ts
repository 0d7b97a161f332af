import findUsers from '@salesforce/apex/SetupController.findUsers';
import AlertRecipients from 'c/alertRecipients';
import type { Option } from 'c/optionSearch';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/SetupController.findUsers', () => ({ default: jest.fn() }), { virtual: true });

const asked = findUsers as unknown as jest.Mock;
const ADA = { name: 'Ada Example', email: 'Ada@Example.com' };

beforeEach(() => {
  jest.useFakeTimers();
  asked.mockReset().mockResolvedValue([ADA]);
});
afterEach(() => {
  clear();
  jest.useRealTimers();
});

const picker = (element: HTMLElement) => one<HTMLElement & { options: Option[] }>(element, 'c-search-picker');

/** Does as the page does that has the recipients: takes what it is told. */
function showRecipients(value = '') {
  const element = show('c-alert-recipients', AlertRecipients, { value });
  element.addEventListener('change', (event) => {
    Object.assign(element, (event as CustomEvent<{ value: string }>).detail);
  });
  return element;
}

async function tell(element: HTMLElement, event: 'search' | 'choose' | 'leave', detail: string): Promise<void> {
  picker(element).dispatchEvent(new CustomEvent(event, { detail }));
  await jest.advanceTimersByTimeAsync(300);
  await settle();
}

describe('c-alert-recipients', () => {
  it('finds users by what is typed, and keeps the one who is chosen by address', async () => {
    const element = showRecipients('team@example.com');
    const changes = details<{ value: string }>(element, 'change');
    await tell(element, 'search', 'ad');
    expect(asked).toHaveBeenCalledWith({ text: 'ad' });
    expect(picker(element).options).toEqual([
      { value: 'ada@example.com', label: 'Ada Example', detail: 'ada@example.com' }
    ]);
    await tell(element, 'choose', 'ada@example.com');
    expect(changes).toEqual([{ value: 'team@example.com, ada@example.com' }]);
    expect(textOf(element)).toContain('Ada Example');
    expect(picker(element).options).toEqual([]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks once for what is typed in one go, and only the last answer counts', async () => {
    const element = showRecipients();
    picker(element).dispatchEvent(new CustomEvent('search', { detail: 'a' }));
    await tell(element, 'search', 'ada');
    expect(asked.mock.calls).toEqual([[{ text: 'ada' }]]);
  });

  it('offers addresses as they are typed, several at once, and nobody who is told already', async () => {
    asked.mockResolvedValue([]);
    const element = showRecipients('a@example.com');
    await tell(element, 'search', 'B@example.com; c@example.com');
    expect(picker(element).options).toEqual([
      { value: 'b@example.com,c@example.com', label: 'B@example.com; c@example.com', detail: 'Email address' }
    ]);
    await tell(element, 'choose', 'b@example.com,c@example.com');
    expect(element).toMatchObject({ value: 'a@example.com, b@example.com, c@example.com' });
    await tell(element, 'search', 'a@example.com');
    expect(picker(element).options).toEqual([]);
  });

  it('takes an address that is left behind, and names what is none', async () => {
    const element = showRecipients();
    await tell(element, 'leave', ' d@example.com ');
    expect(element).toMatchObject({ value: 'd@example.com' });
    await tell(element, 'leave', 'somebody');
    expect(element).toMatchObject({ value: 'd@example.com' });
    expect(one(element, '[role="status"]').textContent).toContain('“somebody” is neither');
    await tell(element, 'search', 'some');
    expect(one(element, '[role="status"]').textContent).toBe('');
  });

  it('removes one, by a button that names it, and leaves Ids of users as they are', async () => {
    const element = showRecipients('005AbCdEfGhIjKl, e@example.com');
    const [, button] = all<HTMLButtonElement>(element, '[data-address]');
    expect(button.getAttribute('aria-label')).toBe('Do not tell e@example.com');
    button.click();
    await settle();
    expect(element).toMatchObject({ value: '005AbCdEfGhIjKl' });
  });

  it('says why nobody could be found', async () => {
    asked.mockRejectedValue({ body: { message: 'You lack the permission set.' } });
    const element = showRecipients();
    await tell(element, 'search', 'ada');
    expect(one(element, '[role="status"]').textContent).toBe('You lack the permission set.');
  });
});

import AlertOptions from 'c/alertOptions';
import { all, clear, one, show } from '../../runs/__tests__/fixtures';
import { actionsOf, draftWith, send } from '../../wizardState/__tests__/fixtures';

afterEach(clear);

describe('c-alert-options', () => {
  it('asks when and who, and takes the answers', async () => {
    const element = show('c-alert-options', AlertOptions, { draft: draftWith({ alertRecipients: 'a@example.com' }) });
    const actions = actionsOf(element);
    expect(one(element, 'lightning-radio-group')).toMatchObject({ label: 'Send an alert when', value: 'Failures' });
    expect(one(element, 'c-alert-recipients')).toMatchObject({ value: 'a@example.com' });
    send(one(element, 'lightning-radio-group'), 'change', { value: 'Never' });
    send(one(element, 'c-alert-recipients'), 'change', { value: 'b@example.com' });
    expect(actions).toEqual([
      { type: 'optionsChanged', changes: { alertOn: 'Never' } },
      { type: 'optionsChanged', changes: { alertRecipients: 'b@example.com' } }
    ]);
    await expect(element).toBeAccessible();
  });

  it('asks for nobody where nobody is told', async () => {
    const element = show('c-alert-options', AlertOptions, { draft: draftWith({ alertOn: 'Never' }) });
    expect(all(element, 'c-alert-recipients')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});

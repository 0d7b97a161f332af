import IntegrationName from 'c/integrationName';
import { clear, one, settle, show } from '../../runs/__tests__/fixtures';
import { actionsOf, send } from '../../wizardState/__tests__/fixtures';

afterEach(clear);

describe('c-integration-name', () => {
  it('shows the name and takes another', async () => {
    const element = show('c-integration-name', IntegrationName, { value: 'NPS' });
    const actions = actionsOf(element);
    expect(one(element, 'lightning-input')).toMatchObject({ value: 'NPS', required: true, maxLength: 80 });
    send(one(element, 'lightning-input'), 'change', { value: 'Mine' });
    expect(actions).toEqual([{ type: 'nameChanged', name: 'Mine' }]);
    await expect(element).toBeAccessible();
  });

  it('marks a missing name when somebody has tried to save', async () => {
    const element = show('c-integration-name', IntegrationName, { value: '', checked: false });
    const input = one<HTMLElement & { reportValidity: jest.Mock }>(element, 'lightning-input');
    input.reportValidity = jest.fn();
    element.checked = true;
    await settle();
    expect(input.reportValidity).toHaveBeenCalled();
  });
});

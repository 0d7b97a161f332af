import SafetyOptions from 'c/safetyOptions';
import { all, clear, one, show } from '../../runs/__tests__/fixtures';
import { actionsOf, draftWith, send } from '../../wizardState/__tests__/fixtures';

type Input = HTMLElement & { name: string; value: string; checkValidity: jest.Mock };

afterEach(clear);

describe('c-safety-options', () => {
  it('shows the rule and the limits', async () => {
    const element = show('c-safety-options', SafetyOptions, { draft: draftWith({ mostMatchesLost: 100 }) });
    expect(one(element, 'lightning-radio-group')).toMatchObject({ value: 'None' });
    expect(all<Input>(element, 'lightning-input').map(({ name, value }) => [name, value])).toEqual([
      ['mostRowsLost', 50],
      ['mostBlankKeysGained', 20],
      ['mostMatchesLost', 100]
    ]);
    await expect(element).toBeAccessible();
  });

  it('takes the rule, and limits that are percentages', () => {
    const element = show('c-safety-options', SafetyOptions, { draft: draftWith() });
    const actions = actionsOf(element);
    send(one(element, 'lightning-radio-group'), 'change', { value: 'All' });
    const [rows] = all<Input>(element, 'lightning-input');
    for (const [value, isValid] of [
      ['70', true],
      ['170', false],
      ['', true]
    ] as const) {
      Object.assign(rows, { value, checkValidity: () => isValid });
      send(rows, 'change');
    }
    expect(actions).toEqual([
      { type: 'optionsChanged', changes: { onAmbiguous: 'All' } },
      { type: 'optionsChanged', changes: { mostRowsLost: 70 } }
    ]);
  });
});

import SourceChoice from 'c/sourceChoice';
import { all, clear, show } from '../../runs/__tests__/fixtures';
import { actionsOf } from '../../wizardState/__tests__/fixtures';

afterEach(clear);

describe('c-source-choice', () => {
  it('offers three sources and chooses one', async () => {
    const element = show('c-source-choice', SourceChoice, { value: 'Api' });
    const actions = actionsOf(element);
    const inputs = all<HTMLInputElement>(element, 'input');
    expect(inputs.map(({ value, checked }) => [value, checked])).toEqual([
      ['Api', true],
      ['Csv', false],
      ['Upload', false]
    ]);
    inputs[2].dispatchEvent(new Event('change'));
    expect(actions).toEqual([{ type: 'sourceChosen', sourceKind: 'Upload' }]);
    await expect(element).toBeAccessible();
  });

  it('cannot be changed once an integration exists', () => {
    const element = show('c-source-choice', SourceChoice, { value: 'Csv', fixed: true });
    expect(all<HTMLInputElement>(element, 'input').every(({ disabled }) => disabled)).toBe(true);
  });
});

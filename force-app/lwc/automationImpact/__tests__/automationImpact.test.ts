import AutomationImpact from 'c/automationImpact';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { dataWith, send } from '../../wizardState/__tests__/fixtures';

const FOUND = {
  triggers: [{ name: 'ContactTrigger', active: true, link: '/trigger' }],
  flows: [{ name: 'Old flow', active: false }],
  validationRules: [],
  unknown: ['Validation rules cannot be read from here.'],
  validationRulesLink: '/rules'
};
const impact = (automation: jest.Mock) =>
  show('c-automation-impact', AutomationImpact, { data: dataWith({ automation }), objectApiName: 'Contact' });

afterEach(clear);

describe('c-automation-impact', () => {
  it('lists what an update sets off, whether it is active, and what could not be read', async () => {
    const automation = jest.fn().mockResolvedValue(FOUND);
    const element = impact(automation);
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(automation).toHaveBeenCalledWith('Contact');
    expect(all(element, 'li').map((item) => item.textContent!.trim())).toEqual(['ContactTrigger', 'Old flow']);
    expect(all(element, 'li lightning-icon')).toMatchObject([
      { alternativeText: 'active' },
      { alternativeText: 'inactive' }
    ]);
    expect(all<HTMLAnchorElement>(element, 'a').map((link) => link.getAttribute('href'))).toEqual([
      '/trigger',
      '/rules'
    ]);
    expect(textOf(element)).toContain('Validation rules cannot be read from here.');
    await expect(element).toBeAccessible();
  });

  it('says so where there is none', async () => {
    const element = impact(jest.fn().mockResolvedValue({ triggers: [], flows: [], validationRules: [] }));
    await settle();
    expect(textOf(element).match(/None/g)).toHaveLength(3);
  });

  it('says what failed, and asks again', async () => {
    const element = impact(
      jest
        .fn()
        .mockRejectedValueOnce({ body: { message: 'No.' } })
        .mockResolvedValueOnce(FOUND)
    );
    await settle();
    send(one(element, 'c-problem-panel'), 'retry');
    await settle();
    expect(all(element, 'li')).toHaveLength(2);
  });
});

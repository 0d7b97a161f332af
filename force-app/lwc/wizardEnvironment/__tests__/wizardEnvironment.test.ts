import WizardEnvironment from 'c/wizardEnvironment';
import { all, clear, one, settle, show } from '../../runs/__tests__/fixtures';
import { actionsOf, dataWith, draftWith, environmentWith, orgWith, send } from '../../wizardState/__tests__/fixtures';

type Screen = HTMLElement & { check(): string };
const screen = (changes: object = {}) =>
  show('c-wizard-environment', WizardEnvironment, {
    draft: draftWith(),
    data: dataWith(),
    ...changes
  }) as unknown as Screen;

afterEach(clear);

describe('c-wizard-environment', () => {
  it('shows its shape, then org and choices', async () => {
    const element = screen();
    expect(all(element, 'c-table-skeleton')).toHaveLength(2);
    expect(element.check()).toContain('Wait a moment');
    await settle();
    expect(all(element, 'c-table-skeleton')).toHaveLength(0);
    expect(one(element, 'c-org-details')).toMatchObject({ org: orgWith() });
    expect(element.check()).toBe('');
    await expect(element).toBeAccessible();
  });

  it('chooses the only environment that has an account, unless one is chosen', async () => {
    const element = screen({ draft: draftWith({ environmentName: null }) });
    const actions = actionsOf(element);
    await settle();
    expect(actions).toEqual([{ type: 'environmentChosen', environmentName: 'Production' }]);
    expect(element.check()).toContain('Choose the WalkMe environment');
    const other = screen();
    const none = actionsOf(other);
    await settle();
    expect(none).toEqual([]);
  });

  it('takes an environment that was connected, and asks anew what depends on it', async () => {
    const data = dataWith();
    const element = screen({ data, draft: draftWith({ environmentName: 'Test' }) });
    const actions = actionsOf(element);
    await settle();
    expect(element.check()).toContain('Connect Test first');
    send(one(element, 'c-environment-choice'), 'connected', environmentWith({ name: 'Test' }));
    await settle();
    expect(actions).toEqual([{ type: 'environmentChosen', environmentName: 'Test' }]);
    expect(data.forget).toHaveBeenCalledWith('org', 'reports', 'columns');
    expect(element.check()).toBe('');
  });

  it('fixes the connection of an integration that exists', async () => {
    const element = screen({ draft: draftWith({ id: 'a01' }) });
    await settle();
    expect(one(element, 'c-environment-choice')).toMatchObject({ fixed: true });
    expect(one(element, 'c-source-choice')).toMatchObject({ fixed: true });
  });

  it('says what failed, and tries again', async () => {
    const org = jest
      .fn()
      .mockRejectedValueOnce({ body: { message: 'No access.' } })
      .mockResolvedValueOnce(orgWith());
    const element = screen({ data: dataWith({ org }) });
    await settle();
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'No access.' } });
    send(one(element, 'c-problem-panel'), 'retry');
    await settle();
    expect(all(element, 'c-org-details')).toHaveLength(1);
  });
});

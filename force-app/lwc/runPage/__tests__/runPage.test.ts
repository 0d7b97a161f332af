import IntegrationLog from 'c/integrationLog';
import RunPage from 'c/runPage';
import { clear, one, runWith, show } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.detail', () => ({ default: () => new Promise(() => {}) }), { virtual: true });

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (base: new () => object) =>
    class extends base {
      [Navigate](page: unknown): void {
        mockNavigate(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate, GenerateUrl: Symbol('GenerateUrl') }) };
});

afterEach(clear);

describe('c-run-page', () => {
  it('shows the run of the record page', async () => {
    const element = show('c-run-page', RunPage, { recordId: runWith().id });
    expect(one(element, 'c-run-detail')).toMatchObject({ runId: runWith().id });
    await expect(element).toBeAccessible();
  });

  it('goes to the page of a run that was started from it', () => {
    const element = show('c-run-page', RunPage, { recordId: runWith().id });
    one<HTMLElement>(element, 'c-run-detail').dispatchEvent(new CustomEvent('follow', { detail: 'new' }));
    expect(mockNavigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: 'new', actionName: 'view' }
    });
  });

  it('opens the log of the integration', () => {
    const open = jest.spyOn(IntegrationLog, 'open').mockResolvedValue(undefined);
    const element = show('c-run-page', RunPage, { recordId: runWith().id });
    const detail = { integrationId: 'a01', integrationName: 'Onboarding' };
    expect(one(element, 'c-run-detail')).toMatchObject({ alone: true });
    one<HTMLElement>(element, 'c-run-detail').dispatchEvent(new CustomEvent('log', { detail }));
    expect(open).toHaveBeenCalledWith({ label: 'Onboarding', size: 'large', ...detail });
  });
});

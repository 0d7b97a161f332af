import { CurrentPageReference } from 'lightning/navigation';
import type { TestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import IntegrationCenter from 'c/integrationCenter';
import { all, clear, one, settle, show } from '../../runs/__tests__/fixtures';

const mockNavigated = jest.fn();

jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const Navigate = Symbol('Navigate');
  const mixin = (base: new () => object) =>
    class extends base {
      [Navigate](page: object): void {
        mockNavigated(page);
      }
    };
  return {
    CurrentPageReference: createTestWireAdapter(() => {}),
    NavigationMixin: Object.assign(mixin, { Navigate })
  };
});
jest.mock('c/integrationStore');

const adapter = CurrentPageReference as unknown as TestWireAdapter;
const TAB = { type: 'standard__navItemPage', attributes: { apiName: 'Integrations' } };
let element: HTMLElement;

async function goTo(state: Record<string, string> = {}): Promise<void> {
  adapter.emit({ ...TAB, state });
  await settle();
}

// jsdom has no layout to scroll in
Element.prototype.scrollIntoView = jest.fn();

beforeEach(() => {
  mockNavigated.mockClear();
  element = show('c-integration-center', IntegrationCenter, {});
});
afterEach(clear);

const tell = (name: string, type: string, detail?: unknown): boolean =>
  one(element, name).dispatchEvent(new CustomEvent(type, { detail }));

describe('the address of the tab', () => {
  it('leads to the list, once it is known', async () => {
    expect(all(element, 'c-integrations-page')).toEqual([]);
    await goTo();
    expect(all(element, 'c-integrations-page, c-integration-wizard')).toHaveLength(1);
    expect(one(element, 'c-integrations-page')).toMatchObject({ logId: '', takesFocus: false });
    await expect(element).toBeAccessible();
  });

  it('leads to the wizard, in place of the list', async () => {
    await goTo({ c__view: 'edit', c__integration: 'id' });
    expect(one(element, 'c-integration-wizard')).toMatchObject({ integrationId: 'id', templateId: '' });
    expect(all(element, 'c-integrations-page')).toEqual([]);
    await goTo({ c__view: 'new', c__template: 'nps' });
    expect(one(element, 'c-integration-wizard')).toMatchObject({ integrationId: '', templateId: 'nps' });
  });

  it('leads to a log', async () => {
    await goTo({ c__view: 'log', c__integration: 'id', c__run: 'run' });
    expect(one(element, 'c-integrations-page')).toMatchObject({ logId: 'id', runId: 'run' });
  });
});

describe('between list and wizard', () => {
  it('the address changes, and keeps what others put into it', async () => {
    await goTo({ language: 'fr' });
    tell('c-integrations-page', 'create');
    tell('c-integrations-page', 'edit', 'id');
    expect(mockNavigated.mock.calls.map(([page]) => page)).toMatchObject([
      { ...TAB, state: { language: 'fr', c__view: 'new', c__integration: undefined } },
      { ...TAB, state: { language: 'fr', c__view: 'edit', c__integration: 'id' } }
    ]);
  });

  it('the list takes the focus on the way back, and previews what was saved for it', async () => {
    await goTo({ c__view: 'new' });
    tell('c-integration-wizard', 'saved', { integrationId: 'id', preview: true });
    expect(mockNavigated.mock.calls[0][0].state).toMatchObject({ c__view: undefined });
    await goTo();
    expect(one(element, 'c-integrations-page')).toMatchObject({ previewId: 'id', takesFocus: true });
  });

  it('nothing is previewed when the wizard was left', async () => {
    await goTo({ c__view: 'new' });
    tell('c-integration-wizard', 'cancel');
    await goTo();
    expect(one(element, 'c-integrations-page')).toMatchObject({ previewId: undefined });
  });
});

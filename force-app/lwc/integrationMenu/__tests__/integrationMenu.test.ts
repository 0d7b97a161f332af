import IntegrationMenu from 'c/integrationMenu';
import type { Integration } from 'c/runs';
import { all, clear, details, integrationWith, one, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

const menuOf = (changes: Partial<Integration> = {}, canConfigure = true) =>
  show('c-integration-menu', IntegrationMenu, { integration: integrationWith(changes), canConfigure });

function offered(element: HTMLElement): string[] {
  const items = all(element, 'lightning-menu-item') as unknown as { value: string; disabled: boolean }[];
  return items.map(({ value, disabled }) => (disabled ? `(${value})` : value));
}

describe('c-integration-menu', () => {
  it('offers everything for an integration that is active', async () => {
    const element = menuOf();
    expect(offered(element)).toEqual(['run', 'preview', 'edit', 'log', 'pause', 'duplicate', 'export', 'delete']);
    expect(one(element, 'lightning-button-menu')).toMatchObject({
      alternativeText: 'Actions for Onboarding to contacts'
    });
    await expect(element).toBeAccessible();
  });

  it('offers to cancel what is running, and nothing that a run forbids', () => {
    const expected = ['cancel', '(preview)', 'edit', 'log', 'pause', 'duplicate', 'export', '(delete)'];
    expect(offered(menuOf({ activeRunId: 'run' }))).toEqual(expected);
    expect(offered(menuOf({ activeRunId: 'run', isCancelling: true }))[0]).toBe('(cancel)');
  });

  it('offers to resume what is paused, and not to run it', () => {
    const expected = ['(run)', 'preview', 'edit', 'log', 'resume', 'duplicate', 'export', 'delete'];
    expect(offered(menuOf({ state: 'Paused' }))).toEqual(expected);
  });

  it('offers those who may only look the log', () => {
    expect(offered(menuOf({}, false))).toEqual(['log']);
  });

  it('hands on what was chosen', () => {
    const element = menuOf();
    const acts = details(element, 'act');
    one<HTMLElement>(element, 'lightning-button-menu').dispatchEvent(
      new CustomEvent('select', { detail: { value: 'pause' } })
    );
    expect(acts).toEqual(['pause']);
  });
});

import EmptyIntegrations from 'c/emptyIntegrations';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-empty-integrations', () => {
  it('tells the way to a first integration in three steps', async () => {
    const element = show('c-empty-integrations', EmptyIntegrations, { canConfigure: true });
    expect(textOf(element)).toContain('No integrations yet');
    expect(all(element, 'li h3').map(({ textContent }) => textContent)).toEqual([
      'Connect WalkMe',
      'Choose a report and an object',
      'Map the columns'
    ]);
    await expect(element).toBeAccessible();
  });

  it('begins a first integration', () => {
    const element = show('c-empty-integrations', EmptyIntegrations, { canConfigure: true });
    const asked = details(element, 'create');
    one<HTMLElement>(element, '[data-new]').click();
    expect(asked).toHaveLength(1);
  });

  it('does not offer to begin one to those who may only look', () => {
    expect(all(show('c-empty-integrations', EmptyIntegrations, {}), '[data-new]')).toEqual([]);
  });
});

import EmptyIntegrations from 'c/emptyIntegrations';
import { all, clear, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-empty-integrations', () => {
  it('tells the way to a first integration in three steps', async () => {
    const element = show('c-empty-integrations', EmptyIntegrations, {});
    expect(textOf(element)).toContain('No integrations yet');
    expect(all(element, 'li h3').map(({ textContent }) => textContent)).toEqual([
      'Choose a report',
      'Match rows and records',
      'Map the columns'
    ]);
    await expect(element).toBeAccessible();
  });
});

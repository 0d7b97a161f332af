import ProblemPanel from 'c/problemPanel';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-problem-panel', () => {
  const heading = 'The integrations could not be loaded';

  it('says what happened and why, and offers no more than there is', async () => {
    const element = show('c-problem-panel', ProblemPanel, { heading, problem: { message: 'The org is down.' } });
    expect(textOf(element)).toContain('The integrations could not be loaded');
    expect(textOf(element)).toContain('The org is down.');
    expect(all(element, 'details, lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('asks to try again', () => {
    const element = show('c-problem-panel', ProblemPanel, { heading, problem: { message: 'Down.' }, retryable: true });
    const asked = details(element, 'retry');
    one<HTMLElement>(element, 'lightning-button').click();
    expect(asked).toHaveLength(1);
  });

  it('copies message and details, and says that it has', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    const problem = { message: 'Down.', details: 'Class.A: line 3' };
    const element = show('c-problem-panel', ProblemPanel, { heading, problem });
    one<HTMLElement>(element, 'details lightning-button').click();
    await settle();
    expect(writeText).toHaveBeenCalledWith(`${heading}\nDown.\nClass.A: line 3`);
    expect(one(element, 'details lightning-button')).toMatchObject({ label: 'Copied' });
  });

  it('goes when it was read', () => {
    const element = show('c-problem-panel', ProblemPanel, {
      heading,
      problem: { message: 'Down.' },
      dismissible: true
    });
    const dismissals = details(element, 'dismiss');
    one<HTMLElement>(element, '[data-dismiss]').click();
    expect(dismissals).toHaveLength(1);
  });
});

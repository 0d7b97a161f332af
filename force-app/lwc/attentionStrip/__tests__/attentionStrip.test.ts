import AttentionStrip from 'c/attentionStrip';
import { all, clear, details, integrationWith, one, runWith, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const failed = (index: number) =>
  integrationWith({
    id: `a0${index}`,
    name: `Report ${index}`,
    lastRun: runWith({ id: `run${index}`, status: 'Failed' })
  });

describe('c-attention-strip', () => {
  it('names the integrations and how their runs ended', async () => {
    const element = show('c-attention-strip', AttentionStrip, { integrations: [failed(1), failed(2)] });
    expect(all(element, 'strong').map(({ textContent }) => textContent)).toEqual(['Report 1', 'Report 2']);
    expect(one(element, 'c-run-status')).toMatchObject({ status: 'Failed' });
    await expect(element).toBeAccessible();
  });

  it('stays small when many need attention', () => {
    const element = show('c-attention-strip', AttentionStrip, { integrations: [1, 2, 3, 4, 5].map(failed) });
    expect(all(element, '.entry')).toHaveLength(3);
    expect(textOf(element)).toContain('+ 2');
  });

  it('asks for the log of the run in question', () => {
    const element = show('c-attention-strip', AttentionStrip, { integrations: [failed(1), failed(2)] });
    const asked = details(element, 'log');
    all(element, 'button')[1].click();
    expect(asked).toEqual([{ integrationId: 'a02', runId: 'run2' }]);
  });
});

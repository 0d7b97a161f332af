import { resultSentence, resultToast } from 'c/runResult';
import { countsWith, runWith } from '../../runs/__tests__/fixtures';

describe('the result of a run in a sentence', () => {
  it('says how many rows were updated and how many need attention', () => {
    const counts = countsWith({ read: 5000, updated: 4812, invalid: 4, ambiguous: 3, rejected: 5 });
    expect(resultSentence(runWith({ counts }))).toBe('4,812 of 5,000 rows updated; 12 rows need attention');
  });

  it('speaks of one row as one', () => {
    const counts = countsWith({ read: 1, rejected: 1 });
    expect(resultSentence(runWith({ counts }))).toBe('0 of 1 rows updated; 1 row needs attention');
  });

  it('says that nothing needs attention', () => {
    expect(resultSentence(runWith())).toBe(
      '1,100 of 1,200 rows updated, 100 already up to date; nothing needs attention'
    );
  });
});

describe('the result of a run that is no plain synchronization', () => {
  it('of a preview says what would be', () => {
    const counts = countsWith({ read: 5, updated: 3, unchanged: 1, rejected: 1 });
    expect(resultSentence(runWith({ kind: 'Preview', counts }))).toBe(
      '3 of 5 rows would be updated, 1 already up to date; 1 row needs attention'
    );
  });

  it('of an undo says what was taken back and what stayed', () => {
    const counts = countsWith({ read: 10, updated: 7, skipped: 2, unchanged: 1 });
    expect(resultSentence(runWith({ kind: 'Undo', counts }))).toBe(
      '7 of 10 changes taken back, 3 left as they are; nothing needs attention'
    );
    const all = countsWith({ read: 1, updated: 1 });
    expect(resultSentence(runWith({ kind: 'Undo', counts: all }))).toBe(
      '1 of 1 change taken back; nothing needs attention'
    );
  });
});

describe('the toast of a run', () => {
  it('stays and gives the reason when the run failed', () => {
    const toast = resultToast('Onboarding', runWith({ status: 'Failed', message: 'The key is wrong.' }));
    expect(toast).toEqual({
      title: 'Onboarding failed',
      message: 'The key is wrong.',
      variant: 'error',
      mode: 'sticky'
    });
  });

  it.each([
    ['Completed', 'Onboarding has run', 'success'],
    ['Completed with errors', 'Onboarding has run', 'warning'],
    ['Cancelled', 'Onboarding was cancelled', 'info']
  ])('for %s is "%s" as %s', (status, title, variant) => {
    expect(resultToast('Onboarding', runWith({ status }))).toMatchObject({ title, variant, mode: 'dismissible' });
  });

  it('stays and gives the figures when the run was held back', () => {
    const message = '12 rows instead of 1,200.';
    expect(resultToast('Onboarding', runWith({ status: 'Stopped', message }))).toEqual({
      title: 'Onboarding was stopped',
      message,
      variant: 'warning',
      mode: 'sticky'
    });
  });

  it('speaks of a preview as one', () => {
    expect(resultToast('Onboarding', runWith({ kind: 'Preview' }))).toMatchObject({
      title: 'The preview of Onboarding is ready',
      message: '1,100 of 1,200 rows would be updated. Nothing was changed.'
    });
  });
});

import Confirmation from 'c/confirmation';
import { forget, keep, kept, mayLeave } from 'c/wizardLeave';
import { EMPTY_DRAFT } from 'c/wizardState';
import { draftWith } from '../../wizardState/__tests__/fixtures';

jest.mock('c/confirmation', () => ({ __esModule: true, default: { open: jest.fn() } }));

const open = Confirmation.open as unknown as jest.Mock;

it('asks before unsaved changes are lost, and takes closing the question for a no', async () => {
  open.mockResolvedValueOnce(true).mockResolvedValueOnce(undefined);
  await expect(mayLeave()).resolves.toBe(true);
  await expect(mayLeave()).resolves.toBe(false);
  expect(open).toHaveBeenCalledWith(
    expect.objectContaining({
      label: 'Leave without saving?',
      cancelLabel: 'Keep editing',
      confirmLabel: 'Discard changes'
    })
  );
});

it('keeps a draft for its integration, and hands it out once', () => {
  const left = { draft: draftWith({ id: 'a01' }), original: EMPTY_DRAFT, step: 1, furthest: 2 };
  keep(left);
  expect(kept('')).toBeUndefined();
  expect(kept('a01')).toBe(left);
  expect(kept('a01')).toBeUndefined();
});

it('keeps a new draft, until it is dropped', () => {
  keep({ draft: draftWith(), original: EMPTY_DRAFT, step: 0, furthest: 0 });
  forget('');
  expect(kept('')).toBeUndefined();
});

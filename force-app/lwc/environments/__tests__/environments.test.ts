import { environmentLook, verified } from 'c/environments';
import { environmentWith } from '../../runs/__tests__/fixtures';

describe('the look of an account', () => {
  it('never leaves a state to colour alone', () => {
    const looks = ['Connected', 'NotConnected', 'Failing', 'Unknown'].map(environmentLook);
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
    expect(new Set(looks.map(({ label }) => label)).size).toBe(looks.length);
  });

  it('shows a state that it does not know by its own name', () => {
    expect(environmentLook('Asleep')).toEqual({ label: 'Asleep', icon: 'utility:info', variant: '' });
  });
});

describe('an environment after a check', () => {
  it('is connected, since when the check says', () => {
    const before = environmentWith({ status: 'Unknown' });
    expect(verified(before, { ok: true, verifiedAt: '2026-11-22T10:00:00Z' })).toMatchObject({
      name: 'Production',
      status: 'Connected',
      verifiedAt: '2026-11-22T10:00:00Z'
    });
  });

  it('is failing with the reason, and keeps when it last worked', () => {
    expect(verified(environmentWith(), { ok: false, message: 'Wrong secret.' })).toMatchObject({
      status: 'Failing',
      statusText: 'Wrong secret.',
      verifiedAt: '2026-11-22T08:00:00Z'
    });
  });
});

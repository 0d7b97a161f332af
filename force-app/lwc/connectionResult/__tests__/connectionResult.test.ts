import ConnectionResult from 'c/connectionResult';
import { all, clear, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const resultOf = (verification: object) =>
  show('c-connection-result', ConnectionResult, {
    environmentName: 'Test',
    verification: { ok: true, ...verification }
  });

describe('c-connection-result', () => {
  it('says that the account works, and how many reports it reads', async () => {
    const element = resultOf({ reports: 1 });
    expect(textOf(element)).toBe('Test is connected1 report can be read.');
    await expect(element).toBeAccessible();
  });

  it('leaves out a number that is not known', () => {
    expect(textOf(resultOf({}))).toBe('Test is connected');
  });

  it('says what is wrong, what helps, and where', async () => {
    const element = resultOf({
      ok: false,
      message: 'The secret is wrong.',
      remedy: 'Enter it again.',
      setupLink: 'https://example.org/setup'
    });
    expect(one(element, 'c-problem-panel')).toMatchObject({
      heading: 'The account Test does not work yet',
      problem: { message: 'The secret is wrong.' }
    });
    expect(textOf(element)).toContain('Enter it again.');
    expect(one<HTMLAnchorElement>(element, 'a').href).toBe('https://example.org/setup');
    await expect(element).toBeAccessible();
  });

  it('has no link where there is nothing to open', () => {
    expect(all(resultOf({ ok: false, message: 'Down.' }), 'a, .remedy')).toEqual([]);
  });
});

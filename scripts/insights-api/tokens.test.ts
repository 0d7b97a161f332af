import { Tokens } from './tokens';

test('a token is good for its seconds, and no longer', () => {
  let now = Date.parse('2026-12-31T23:59:59Z');
  const tokens = new Tokens([{ key: 'key', secret: 'secret' }], 60, () => now);
  const { access_token: token, expires_in: seconds } = tokens.issue('key', 'secret');
  expect(seconds).toBe(60);
  now += 59_999;
  expect(() => tokens.check(token, 'Production')).not.toThrow();
  now += 1;
  expect(() => tokens.check(token, 'Production')).toThrow('The access token is invalid or has expired.');
});

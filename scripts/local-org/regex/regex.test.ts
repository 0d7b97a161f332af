/** Expected results were taken from java.util.regex of OpenJDK 17. */
import { NotModeled } from '../values/not-modeled';
import { compileRegex } from './compiled';
import { ApexMatcher } from './matcher';
import { splitByRegex } from './split';

function findAll(pattern: string, text: string): string[] {
  const matcher = new ApexMatcher(compileRegex(pattern), text);
  const found: string[] = [];
  while (matcher.find()) found.push(`${matcher.start(0)}-${matcher.end(0)}:${matcher.group(0)}`);
  return found;
}

describe('Java regular expressions', () => {
  test.each([
    ['a+b*', 'abab', ['0-2:ab', '2-4:ab']],
    ['(?i)hello', 'Hello HELLO', ['0-5:Hello', '6-11:HELLO']],
    ['(?i)É', 'é É', ['2-3:É']],
    ['[a-z&&[^aeiou]]+', 'xyz aeb', ['0-3:xyz', '6-7:b']],
    ['a++b', 'aaab', ['0-4:aaab']],
    ['(?>a+)b', 'aaab', ['0-4:aaab']],
    ['(?>a+)ab', 'aaab', []],
    ['$', 'a\nb\n', ['3-3:', '4-4:']],
    ['(?m)^\\w+$', 'line1\nline2\r\nline3', ['0-5:line1', '6-11:line2', '13-18:line3']],
    ['a.b', 'a\u0085b', []],
    ['[]a]', ']a[', ['0-1:]', '1-2:a']],
    ['\\p{Lu}\\p{L}*', 'Zürich Élan', ['0-6:Zürich', '7-11:Élan']],
    ['\\Qa.b\\E', 'axb a.b', ['4-7:a.b']],
    ['(?x) a b # comment', 'ab', ['0-2:ab']],
    ['(\\d)\\1', 'aa11', ['2-4:11']],
    ['x*', 'ab', ['0-0:', '1-1:', '2-2:']]
  ])('%s finds in %j', (pattern, text, expected) => {
    expect(findAll(pattern, text)).toEqual(expected);
  });

  test('matches, groups and their positions', () => {
    const matcher = new ApexMatcher(compileRegex('(a)(b)?(.*)'), 'acd');
    expect(matcher.matches()).toBe(true);
    expect([1, 2, 3].map((group) => matcher.group(group))).toEqual(['a', null, 'cd']);
    expect([matcher.start(3), matcher.end(3), matcher.start(2)]).toEqual([1, 3, -1]);
  });

  test('groups keep their numbers around possessive quantifiers', () => {
    const matcher = new ApexMatcher(compileRegex('(x)(a)++(b)\\3'), 'xaabb');
    expect(matcher.matches()).toBe(true);
    expect([1, 2, 3].map((group) => matcher.group(group))).toEqual(['x', 'a', 'b']);
  });

  test.each([
    ['(?:(a)|b)*', 'ab'],
    ['(a*)*', 'ab']
  ])('refuses the group of %s, which JavaScript would forget', (pattern, text) => {
    const matcher = new ApexMatcher(compileRegex(pattern), text);
    expect(matcher.find()).toBe(true);
    expect(() => matcher.group(1)).toThrow(NotModeled);
  });

  test.each([
    ['(', 'Invalid regex: Unclosed group near index 1\n('],
    ['*a', "Invalid regex: Dangling meta character '*' near index 0\n*a\n^"],
    ['[z-a]', 'Invalid regex: Illegal character range near index 3\n[z-a]\n   ^']
  ])('%s is refused as Java refuses it', (pattern, message) => {
    expect(() => compileRegex(pattern)).toThrow(message);
  });

  test('replacement with groups and escapes', () => {
    const matcher = new ApexMatcher(compileRegex('(?<user>\\w+)@(\\w+)'), 'joe@ex ann@org');
    expect(matcher.replace('$2:${user}\\$', true)).toBe('ex:joe$ org:ann$');
  });

  test.each([
    ['a,b,,', ',', 0, ['a', 'b']],
    ['a,b,,', ',', -1, ['a', 'b', '', '']],
    ['a,b,c', ',', 2, ['a', 'b,c']],
    ['abc', '', 0, ['a', 'b', 'c']],
    ['', ',', 0, ['']],
    [',', ',', 0, []],
    ['a1b22c', '\\d+', 0, ['a', 'b', 'c']],
    ['a|b', '\\|', 0, ['a', 'b']]
  ])('%j split by %j with limit %i', (text, regex, limit, expected) => {
    expect(splitByRegex(text, regex, limit)).toEqual(expected);
  });
});

test.each([
  ['(?s)^a.+?$', 'abc'],
  ['(?is)^\\s*SELECT\\s+(.+?)\\s+FROM\\s+(\\w+)\\s*$', 'select Id,\nName FROM Account'],
  ['(?s)a.+c.*', 'a\nbc']
])('with DOTALL %s matches %j to its end', (pattern, text) => {
  expect(new ApexMatcher(compileRegex(pattern), text).matches()).toBe(true);
});

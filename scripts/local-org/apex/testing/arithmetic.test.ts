import { runApex } from './run-apex';

// Apex Developer Guide: "Primitive Data Types", "Expression Operators", "Rules of Conversion"
describe('arithmetic by static type', () => {
  test.each([
    ['return 7 / 2;', '3'],
    ['return -7 / 2;', '-3'],
    ['return 2147483647 + 1;', '-2147483648'],
    ['return 65536 * 65536;', '0'],
    ['return 2147483647L + 1;', '2147483648'],
    ['return 9223372036854775807L + 1;', '-9223372036854775808'],
    ['return 7 / 2.0;', '3.5'],
    ['return 1.10 + 2.2;', '3.30'],
    ['Decimal d = 5; return d / 2;', '2.5'],
    ['Integer i = 5; Long l = i; return l * 2L;', '10'],
    ['return 7 & 3;', '3'],
    ['return 1 << 33;', '2'],
    ['return -1 >>> 28;', '15'],
    ['return true ^ true;', 'false'],
    ['Integer i = 3; i += 4; i *= 2; i -= 1; i /= 3; return i;', '4'],
    ['Integer i = 3; return i++ + ++i;', '8'],
    ["List<Integer> l = new List<Integer>{1, 2}; Integer n = 0; l[n++] += 10; return l + ' ' + n;", '(11, 2) 1'],
    ['Integer i; return i + 1;', 'System.NullPointerException: Attempt to de-reference a null object'],
    ['return 1 / 0;', 'System.MathException: Divide by 0'],
    ['Date d = Date.newInstance(2024, 2, 28); return d + 2;', '2024-03-01 00:00:00'],
    ['return (Integer) 3.7;', '3'],
    ['return -2147483648;', '-2147483648']
  ])('%s', (statements, expected) => {
    expect(runApex(statements)).toBe(expected);
  });
});

describe('comparison', () => {
  test.each([
    ["Id eighteen = '001000000000001AAA'; return eighteen == '001000000000001';", 'true'],
    ["Id one = '00000000000000A001'; Id two = '00000000000000A002'; return one == two;", 'false'],
    ["return 'abc' == 'ABC';", 'true'],
    ["return 'abc' != 'ABC';", 'false'],
    ["return 'abc'.equals('ABC');", 'false'],
    ['Integer i; return i < 5;', 'false'],
    ['return 1.0 == 1.00;', 'true'],
    ['return 1 == 1.0;', 'true'],
    ["Id a = '001000000000001'; return a == '001000000000001AAA';", 'true'],
    ['return new List<Integer>{1} == new List<Integer>{1};', 'true'],
    ["return new Set<String>{'a'} == new Set<String>{'a'};", 'true'],
    ["return new Account(Name = 'x') == new Account(Name = 'x');", 'true'],
    ["return new Account(Name = 'x') === new Account(Name = 'x');", 'false'],
    ['Object o = 5; return o instanceof Integer;', 'true'],
    ['Object o = 5; return o instanceof Decimal;', 'true'],
    ['Object o = null; return o instanceof Integer;', 'false'],
    ['String s; return s == null;', 'true'],
    ['Boolean b; if (b) { return 1; } return 2;', 'System.NullPointerException: Attempt to de-reference a null object']
  ])('%s', (statements, expected) => {
    expect(runApex(statements)).toBe(expected);
  });
});

describe('text', () => {
  test.each([
    ["String s; return 'a' + s + 1 + 2.50 + true;", 'anull12.50true'],
    ["return 1 + 2 + 'x';", '3x'],
    ["String s = 'a'; s += 1; return s;", 'a1']
  ])('%s', (statements, expected) => {
    expect(runApex(statements)).toBe(expected);
  });
});

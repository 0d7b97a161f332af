/** Behaviour of platform methods, with the expected values of the Apex Reference Guide's examples where it has some. */
import './index';
import { parseMemberSignature, platformTypes } from '../../declarations/define';
import { ApexException } from '../../values/exception';
import { stringOf } from '../../values/text';
import { Decimal } from '../../values/decimal';
import { newList } from '../../declarations/platform-lists';

function call(type: string, signature: string, ...values: unknown[]): unknown {
  const [namespace, name] = type.includes('.') ? type.split('.') : ['System', type];
  const members = platformTypes().find((found) => found.namespace === namespace && found.name === name)?.members;
  const implementation = members?.[signature];
  if (!implementation) throw new Error(`There is no ${type}: ${signature}`);
  return implementation(...values);
}

function failure(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ApexException) return error.toApexString();
    throw error;
  }
  return 'no exception';
}

test('every member has a well-formed signature', () => {
  for (const type of platformTypes()) {
    for (const key of Object.keys(type.members ?? {})) expect(() => parseMemberSignature(key)).not.toThrow();
  }
});

describe('"String Class"', () => {
  test.each<[string, unknown[], unknown]>([
    ['String abbreviate(Integer maxWidth)', ['Hello Maximillian', 8], 'Hello...'],
    ['String abbreviate(Integer maxWidth, Integer offset)', ['Hello Maximillian', 9, 6], '...Max...'],
    ['String capitalize()', ['hello maximillian'], 'Hello maximillian'],
    ['String center(Integer size)', ['hello', 9], '  hello  '],
    ['String center(Integer size, String padStr)', ['hello', 9, '-'], '--hello--'],
    ['Boolean containsAny(String inputString)', ['hello', 'hx'], true],
    ['Boolean containsNone(String inputString)', ['abcde', 'fg'], true],
    ['Boolean containsOnly(String inputString)', ['abba', 'abcd'], true],
    ['Integer countMatches(String substring)', ['Hello Jane', 'e'], 2],
    ['String deleteWhitespace()', [' Hello Jane '], 'HelloJane'],
    ['String difference(String secondString)', ['Hello Jane', 'Hello Max'], 'Max'],
    ['String escapeCsv()', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
    ['String escapeUnicode()', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?'],
    ['String escapeHtml4()', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;'],
    ['String unescapeHtml4()', ['&lt;caf&eacute;&#33;&gt;'], '<café!>'],
    ['Integer getLevenshteinDistance(String stringToCompare)', ['Hello Joe', 'Hello Max'], 3],
    ['Integer indexOfDifference(String other)', ['abcde', 'abxyz'], 2],
    ['Boolean isAllLowerCase()', ['abcde'], true],
    ['Boolean isAlphanumericSpace()', ['AE-86'], false],
    ['Boolean isNumeric()', ['1234.56'], false],
    ['Boolean isWhitespace()', [''], true],
    ['String left(Integer length)', ['abcdaacd', 3], 'abc'],
    ['String leftPad(Integer length)', ['abc', 5], '  abc'],
    ['String mid(Integer startIndex, Integer length)', ['abcde', 2, 3], 'cde'],
    ['String normalizeSpace()', ['Salesforce \t    force.com'], 'Salesforce force.com'],
    ['String removeEndIgnoreCase(String substring)', ['Salesforce and FORCE.COM', 'force.com'], 'Salesforce and '],
    ['String repeat(Integer numberOfTimes)', ['SFDC', 2], 'SFDCSFDC'],
    ['String repeat(String separator, Integer numberOfTimes)', ['SFDC', '-', 2], 'SFDC-SFDC'],
    ['String right(Integer length)', ['Hello Max', 3], 'Max'],
    ['String stripHtmlTags()', ['<b>hello world</b>'], 'hello world'],
    ['String substringAfterLast(String separator)', ['Salesforce.com.force.com', '.'], 'com'],
    ['String substringBefore(String separator)', ['Force.com', '.'], 'Force'],
    ['String substringBetween(String open, String close)', ['xx[value]yy', '[', ']'], 'value'],
    ['String swapCase()', ['Force.com'], 'fORCE.COM'],
    ['String uncapitalize()', ['Hello max'], 'hello max'],
    ['String replaceAll(String regExp, String replacement)', ['a1b22', '[0-9]+', '#'], 'a#b#'],
    ['Integer compareTo(String secondString)', ['abcde', 'abxyz'], -21]
  ])('%s of %j is %j', (signature, values, expected) => {
    expect(call('String', signature, ...values)).toEqual(expected);
  });

  test('splitting by the type of characters', () => {
    const split = call('String', 'List<String> splitByCharacterTypeCamelCase()', 'Lightning.platformIDs');
    expect(stringOf(split)).toBe('(Lightning, ., platform, I, Ds)');
  });

  test.each([
    ["Hello {0}, shall we {1}? It's {2}", ['David', 'play'], "Hello David, shall we play? It's {2}"],
    ["It''s {0} of {9}", [12], "It's 12 of {9}"],
    ["''{0}''", ['a'], "'a'"]
  ])('String.format of %j', (pattern, values, expected) => {
    const signature = 'static String format(String stringToFormat, List<Object> formattingArguments)';
    expect(call('String', signature, pattern, newList('Object', values))).toBe(expected);
  });

  test.each<[string, () => unknown]>([
    [
      'System.StringException: Starting position out of bounds: 9',
      () => call('String', 'String substring(Integer startIndex)', 'abc', 9)
    ],
    [
      'System.StringException: Ending position out of bounds: 4',
      () => call('String', 'String substring(Integer startIndex, Integer endIndex)', 'abc', 0, 4)
    ],
    [
      'System.NullPointerException: Argument 1 cannot be null',
      () => call('String', 'Boolean contains(String substring)', 'abc', null)
    ]
  ])('%s', (message, action) => {
    expect(failure(action)).toBe(message);
  });
});

describe('numbers', () => {
  test.each<[string, () => unknown]>([
    [
      'System.TypeException: Invalid integer: abc',
      () => call('Integer', 'static Integer valueOf(String stringToInteger)', 'abc')
    ],
    [
      'System.TypeException: Invalid integer: 2147483648',
      () => call('Integer', 'static Integer valueOf(String stringToInteger)', '2147483648')
    ],
    [
      'System.TypeException: Invalid decimal: 1,5',
      () => call('Decimal', 'static Decimal valueOf(String stringToDecimal)', '1,5')
    ],
    ['System.MathException: Divide by 0', () => call('Math', 'static Integer mod(Integer i1, Integer i2)', 1, 0)]
  ])('%s', (message, action) => {
    expect(failure(action)).toBe(message);
  });

  test('"Decimal Class": format groups and rounds to three decimals', () => {
    expect(call('Decimal', 'String format()', Decimal.literal('12345.6789'))).toBe('12,345.679');
  });

  test('"Math Class": round is half even for Decimal', () => {
    const round = (text: string): unknown => call('Math', 'static Integer round(Decimal d)', Decimal.literal(text));
    expect(['1.5', '2.5', '-2.5', '4.51'].map(round)).toEqual([2, 2, -2, 5]);
  });
});

describe('dates', () => {
  const date = (text: string): unknown => call('Date', 'static Date valueOf(String stringDate)', text);

  test.each([
    ['2024-01-31', 1, '2024-02-29 00:00:00'],
    ['2023-03-31', -1, '2023-02-28 00:00:00'],
    ['2023-11-15', 14, '2025-01-15 00:00:00']
  ])('%s plus %i months is %s', (start, months, expected) => {
    expect(stringOf(call('Date', 'Date addMonths(Integer additionalMonths)', date(start), months))).toBe(expected);
  });

  test('Date.valueOf refuses what is no date', () => {
    expect(failure(() => date('30.02.2024'))).toBe('System.TypeException: Invalid date: 30.02.2024');
  });

  test('a local time in the gap of daylight saving moves forward', () => {
    const format = 'String format(String dateFormatString, String timezone)';
    const instant = call('Datetime', 'static Datetime valueOfGmt(String dateTimeString)', '2024-03-10 10:30:00');
    expect(call('Datetime', format, instant, "yyyy-MM-dd'T'HH:mm:ssZ z", 'America/Los_Angeles')).toBe(
      '2024-03-10T03:30:00-0700 PDT'
    );
  });
});

describe('Id', () => {
  test('15 characters become 18, whose case can be restored', () => {
    const valueOf = 'static Id valueOf(String toId)';
    const restore = 'static Id valueOf(String toId, Boolean restoreCasing)';
    expect(call('Id', valueOf, '001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
    expect(call('Id', restore, '001d000000iqhsliaz', true)).toBe('001D000000IqhSLIAZ');
    expect(failure(() => call('Id', valueOf, 'nope'))).toBe('System.StringException: Invalid id: nope');
  });
});

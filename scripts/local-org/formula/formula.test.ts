/** "Formula Operators and Functions", Salesforce Help: each line is an example of it, or follows from its text. */
import { Decimal } from '../values/decimal';
import { NotModeled } from '../values/not-modeled';
import { evaluateFormula, type FormulaScope } from './evaluate';
import { parseFormula } from './parse';
import { printed, type FormulaValue } from './values';

/** 2026-03-14 06:30 UTC: still the 13th in Los Angeles, a Friday. */
const NOW = Date.UTC(2026, 2, 14, 6, 30);

const FIELDS: Readonly<Record<string, FormulaValue>> = {
  Amount: Decimal.literal('12.50'),
  Name: 'Acme',
  Blank: null,
  Stage: 'Closed Won',
  Days: 'Mon;Tue',
  'Owner.Name': 'Ada',
  '$User.Id': '005000000000001AAA'
};

const scope: FormulaScope = {
  now: NOW,
  timeZone: 'America/Los_Angeles',
  value: (path) => FIELDS[path.join('.')] ?? null
};

function result(formula: string): FormulaValue {
  return evaluateFormula(parseFormula(formula), scope);
}

/** What a formula gives, as text; blank is said so. */
function shown(formula: string): string {
  const value = result(formula);
  return value === null ? 'blank' : printed(value);
}

test.each([
  // operators and their order
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['-2 ^ 2', '-4'],
  ['2 ^ 3 ^ 2', '512'],
  ['2 ^ 0.5', '1.4142135623730951'],
  ['10 / 4', '2.5'],
  ['1 / 3', '0.333333333333333333'],
  ['10 - 4 - 3', '3'],
  ['"a" & "b" + "c"', 'abc'],
  ['Amount & ""', 'error'],
  ['1 < 2 && 2 < 3', 'true'],
  ['1 = 1 || 1 / 0 = 1', 'true'],
  ['"a" == "a"', 'true'],
  ['"a" = "A"', 'false'],
  ['3 <> 4', 'true'],
  ['3 != 3', 'false'],
  ['1 + 1 /* a comment */ + 1', '3'],
  ['\'single\' & " and double \\"quotes\\""', 'single and double "quotes"'],
  ['true', 'true'],
  // blanks
  ['Blank + 1', 'blank'],
  ['Blank > 1', 'blank'],
  ['Blank <> 42', 'blank'],
  ['Blank = 42', 'blank'],
  ['Blank = "x"', 'false'],
  ['NOT(Blank > 1)', 'blank'],
  ['Blank = ""', 'true'],
  ['Blank = NULL', 'true'],
  ['"x" & Blank', 'x'],
  ['IF(Blank > 1, "more", "less")', 'less'],
  // logic
  ['AND(TRUE, 1 = 1)', 'true'],
  ['OR(FALSE, FALSE)', 'false'],
  ['NOT(FALSE)', 'true'],
  ['CASE(Stage, "Open", 1, "Closed Won", 2, 3)', '2'],
  ['CASE(7, 1, "one", "other")', 'other'],
  ['ISBLANK(Blank)', 'true'],
  ['ISBLANK("")', 'true'],
  ['BLANKVALUE(Blank, "none")', 'none'],
  ['NULLVALUE(Amount, 0)', '12.5'],
  ['ISNUMBER("1.5e3")', 'true'],
  ['ISNUMBER("1,5")', 'false'],
  ['ISPICKVAL(Stage, "Closed Won")', 'true'],
  ['INCLUDES(Days, "Tue")', 'true'],
  ['INCLUDES(Days, "Tu")', 'false'],
  ['PICKLISTCOUNT(Days)', '2'],
  // numbers
  ['ABS(-3)', '3'],
  ['CEILING(2.1)', '3'],
  ['CEILING(-2.1)', '-3'],
  ['FLOOR(-2.9)', '-2'],
  ['MCEILING(-2.1)', '-2'],
  ['MFLOOR(-2.1)', '-3'],
  ['ROUND(1.45, 1)', '1.5'],
  ['ROUND(-1.5, 0)', '-2'],
  ['ROUND(225.49823, -2)', '200'],
  ['TRUNC(-8.99, 1)', '-8.9'],
  ['MOD(7, 3)', '1'],
  ['MAX(1, 5, 3)', '5'],
  ['MIN(2, Blank)', 'blank'],
  ['SQRT(9)', '3'],
  ['LOG(1000)', '3'],
  ['EXP(0)', '1'],
  ['ROUND(PI(), 4)', '3.1416'],
  ['VALUE("12.5")', '12.5'],
  // texts
  ['BEGINS(Name, "Ac")', 'true'],
  ['CONTAINS(Name, "CM")', 'false'],
  ['FIND("m", Name)', '3'],
  ['FIND("A", Name, 2)', '0'],
  ['LEFT(Name, 2) & RIGHT(Name, 2) & MID(Name, 2, 2)', 'Acmecm'],
  ['RIGHT(Name, 0)', ''],
  ['LEN(Blank)', '0'],
  ['LOWER(Name) & UPPER(Name)', 'acmeACME'],
  ['LPAD("7", 3, "0") & RPAD("ab", 4, "-") & LPAD("abc", 2)', '007ab--ab'],
  ['SUBSTITUTE("a.b.c", ".", "-")', 'a-b-c'],
  ['TRIM("  x ")', 'x'],
  ['REVERSE("abc")', 'cba'],
  ['INITCAP("ada LOVELACE-king")', 'Ada Lovelace-King'],
  ['TEXT(Amount)', '12.5'],
  ['TEXT(DATE(2026, 1, 5))', '2026-01-05'],
  ['TEXT(NOW())', '2026-03-14 06:30:00Z'],
  ['REGEX("123-45-6789", "[0-9]{3}-[0-9]{2}-[0-9]{4}")', 'true'],
  ['REGEX("x123", "[0-9]{3}")', 'false'],
  ['CASESAFEID("001000000000001")', '001000000000001AAA'],
  ['ASCII("A")', '65'],
  ['CHR(65)', 'A'],
  ['HYPERLINK("/001", Name, "_self")', '<a href="/001" target="_self">Acme</a>'],
  [
    'IMAGE("/x.png", "\\"x\\"", 10, 20)',
    '<img src="/x.png" alt="&quot;x&quot;" style="height:10px; width:20px;" border="0"/>'
  ],
  // dates, in the time zone of the user
  ['TODAY()', '2026-03-13'],
  ['TODAY() + 20 - DATE(2026, 3, 31)', '2'],
  ['DATEVALUE(NOW())', '2026-03-13'],
  ['DATEVALUE("2026-02-28")', '2026-02-28'],
  ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
  ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
  ['YEAR(TODAY()) * 10000 + MONTH(TODAY()) * 100 + DAY(TODAY())', '20260313'],
  ['WEEKDAY(TODAY())', '6'],
  ['WEEKDAY(DATE(2026, 3, 15))', '1'],
  ['DAYOFYEAR(DATE(2026, 12, 31))', '365'],
  ['ISOWEEK(DATE(2027, 1, 1)) * 10000 + ISOYEAR(DATE(2027, 1, 1))', '532026'],
  ['NOW() - DATETIMEVALUE("2026-03-13 06:30:00")', '1'],
  ['UNIXTIMESTAMP(FROMUNIXTIME(86400))', '86400'],
  ['HOUR(TIMEVALUE("17:30:45.125")) + MILLISECOND(TIMEVALUE("17:30:45.125"))', '142'],
  ['HOUR(TIMENOW())', '23'],
  ['FORMATDURATION(3661)', '01:01:01'],
  ['FORMATDURATION(90061, TRUE)', '01:01:01:01'],
  ['FORMATDURATION(NOW(), NOW() + 1)', '01:00:00:00'],
  // errors
  ['1 / 0', 'error'],
  ['VALUE("x")', 'error'],
  ['DATE(2026, 2, 30)', 'error'],
  ['1 + TRUE', 'error'],
  ['IF(TRUE, 1)', 'error'],
  ['1 +', 'error'],
  ['"open', 'error'],
  ['ISNEW()', 'error'],
  ['Owner.Name & $User.Id', 'Ada005000000000001AAA']
])('%s is %s', (formula, expected) => {
  if (expected === 'error') expect(() => result(formula)).toThrow(expect.objectContaining({ name: 'FormulaError' }));
  else expect(shown(formula)).toBe(expected);
});

test('a function that is not modelled says so', () => {
  expect(() => result('VLOOKUP(a, b, c)')).toThrow(new NotModeled('formula function VLOOKUP'));
});

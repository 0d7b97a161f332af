import { parseSource } from '.';

function error(source: string): string {
  const { unit, errors } = parseSource(source, 'anonymous');
  expect(unit).toBeNull();
  expect(errors).toHaveLength(1);
  const [{ line, column, message }] = errors as [(typeof errors)[number]];
  return `${line}:${column} ${message}`;
}

test.each([
  ["a.b = 'x'\nc.d = 1;", "2:1 Missing ';' at 'c.d'"],
  ['if (a) { b() }', "1:14 Missing ';' at '}'"],
  ['a = b\ninsert c;', "2:1 Unexpected token 'insert'."],
  ['Integer a = 3_000;', "1:14 Extra ';', at '_000'."],
  ['f(a;', "1:4 Expecting ')' but was: ';'"],
  ['Integer in, b) = 1;', "1:14 Expecting ';' but was: ')'"],
  ['f(1 + );', "1:7 Unexpected token ')'."],
  ['else { }', "1:1 Unexpected token 'else'."],
  ['class A { Integer }', "1:19 Unexpected token '}'."],
  ['if (a) {', "1:9 Expecting '}' but was: '<EOF>'"],
  ['class A { void f() {', "1:21 Expecting '}' but was: '<EOF>'"],
  ['void a;', '1:1 Variables cannot be of type void'],
  ['class A { void a; }', '1:11 Variables cannot be of type void'],
  ['class A { void a { get; } }', '1:11 Properties cannot be of type void'],
  ['void f(void a) { }', '1:8 Parameters cannot be of type void'],
  ['a + b;', '1:1 Expression cannot be a statement.'],
  ['f(); a.b;', '1:6 Expression cannot be a statement.'],
  ['try { f(); }', '1:1 Try block must have at least one catch block or a finally block'],
  ['switch on a { }', '1:1 Switch statement requires at least one when block'],
  ['System.runAs(a);', "1:16 Expecting '{' but was: ';'"],
  ['List<Account> a = [SELECT Id FROM Account;', "1:42 Expecting ']' but was: ';'"],
  ['Integer a = 2020-01-31;', "1:13 Unexpected token '2020-01-31'."],
  ['trigger a;\n/* b', "2:1 Missing closing mark '*/' on multi-line comment."],
  ['String a = "b";', `1:12 Unrecognized symbol '"', which is not a valid Apex identifier.`],
  ['a = b % c;', "1:7 Found punctuation symbol or operator '%' that isn't valid in Apex."],
  ['a\u0001 = b;', "1:2 Found control character hex 0x1 (decimal 1) that isn't valid in Apex."],
  ["String a = 'b\nc';", '1:12 Illegal string literal: Line breaks are not allowed in string literals'],
  ["String a = 'b;", "1:12 Missing closing quote character ''' on string."],
  [
    "f('\\\\', 'x\\q');",
    "1:9 Illegal string literal: Invalid string literal 'x\\q'. Illegal character sequence '\\q' in string literal."
  ],
  [
    "f('\\u12');",
    "1:3 Illegal string literal: Invalid string literal '\\u12'. Illegal unicode sequence. Less than four hex digits " +
      "'\\u' in string literal."
  ]
])('%s', (source, expected) => {
  expect(error(source)).toBe(expected);
});

test('letters that Apex does not know are shown with the word they begin', () => {
  expect(error('Integer größe = 1;')).toMatch(/^1:11 Invalid identifier 'öße'\. Apex identifiers must start with/);
});

test('a file has one type and nothing behind it', () => {
  expect(parseSource('class A {} }', 'class').errors).toEqual([
    { line: 1, column: 12, message: "Unexpected token '}'." }
  ]);
  expect(parseSource('Integer a;', 'class').errors).toEqual([
    { line: 1, column: 1, message: "Unexpected token 'Integer'." }
  ]);
});

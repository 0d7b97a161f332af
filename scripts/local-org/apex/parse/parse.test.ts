import { parseAnonymous, parseCompilationUnit, parseTrigger } from '.';
import type { ClassDeclaration, Expression, Statement } from './ast';

/** A tree without places, which would drown what a test is about. */
function shape(node: unknown): unknown {
  const isPlace = /^(line|column|endLine|endColumn)$/;
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (isPlace.test(key) ? undefined : value)));
}

function unit<Unit>(result: { unit: Unit | null; errors: unknown[] }): Unit {
  expect(result.errors).toEqual([]);
  return result.unit as Unit;
}

function statement(source: string): Statement {
  return unit(parseAnonymous(source)).body[0];
}

function expression(source: string): Expression {
  const { variables } = statement(`Object o = ${source};`) as Extract<Statement, { kind: 'localVariables' }>;
  return variables[0].initializer as Expression;
}

/** Writes a tree of operators with all parentheses, to show how it was understood. */
function understood(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return String(node.value);
    case 'name':
      return node.name;
    case 'binary':
      return `(${understood(node.left)} ${node.operator} ${understood(node.right)})`;
    case 'assignment':
      return `(${understood(node.target)} ${node.operator} ${understood(node.value)})`;
    case 'ternary':
      return `(${understood(node.condition)} ? ${understood(node.then)} : ${understood(node.otherwise)})`;
    case 'unary':
      return `(${node.operator}${understood(node.operand)})`;
    case 'postfix':
      return `(${understood(node.operand)}${node.operator})`;
    case 'cast':
      return `(cast ${node.type.parts[0].name} ${understood(node.operand)})`;
    case 'instanceof':
      return `(${understood(node.operand)} is ${node.type.parts[0].name})`;
    case 'index':
      return `${understood(node.target)}[${understood(node.index)}]`;
    case 'fieldAccess':
      return `${understood(node.target)}${node.safe ? '?.' : '.'}${node.name}`;
    case 'methodCall':
      return `${node.target ? `${understood(node.target)}.` : ''}${node.name}(${node.arguments.map(understood)})`;
    default:
      return node.kind;
  }
}

// Precedence: Apex Developer Guide, "Expression Operators" and "Operator Precedence".
test.each([
  ['a + b * c - d', '((a + (b * c)) - d)'],
  ['a < b == c > d', '((a < b) == (c > d))'],
  ['a && b || !c && d', '((a && b) || ((!c) && d))'],
  ['a == b ? c : d ? e : f', '((a == b) ? c : (d ? e : f))'],
  ['a ?? b ?? c', '((a ?? b) ?? c)'],
  ['a = b += c', '(a = (b += c))'],
  ['1 << 2 >>> 3 >> 4', '(((1 << 2) >>> 3) >> 4)'],
  ['a <> b', '(a != b)'],
  ['a === b && c !== d', '((a === b) && (c !== d))'],
  ['a & b | c ^ d', '((a & b) | (c ^ d))'],
  ['-a.b * ~c', '((-a.b) * (~c))'],
  ['(a + b) * c', '((a + b) * c)'],
  ['i++ + ++i', '((i++) + (++i))'],
  ['(Foo) a.b(1)[2]', '(cast Foo a.b(1)[2])'],
  ['a instanceof Foo && b', '((a is Foo) && b)'],
  ['a?.b.c(d)', 'a?.b.c(d)'],
  ['(a) - b * c', '(a - (b * c))'],
  ['(a.b) + 1', '(a.b + 1)'],
  ['f(a) - b', '(f(a) - b)'],
  ['(Integer) -1', '(cast Integer (-1))'],
  ['(decimal) + a', '(cast decimal (+a))']
])('%s means %s', (source, meaning) => {
  expect(understood(expression(source))).toBe(meaning);
});

test.each([
  ['1', { type: 'integer', value: 1 }],
  ['123456789012L', { type: 'long', value: '123456789012' }],
  ['1.50', { type: 'decimal', value: '1.50' }],
  ['.5', { type: 'decimal', value: '.5' }],
  ['1.5D', { type: 'double', value: '1.5' }],
  ['TRUE', { type: 'boolean', value: true }],
  ['null', { type: 'null', value: null }],
  ["'it\\'s \\u00e4\\n\\\\'", { type: 'string', value: "it's ä\n\\" }],
  ["'''\n{\n  \"a\": 'b'\n}'''", { type: 'string', value: '{\n  "a": \'b\'\n}' }],
  ["'''\r\n    a  \r\n\r\n      b\\t\n    '''", { type: 'string', value: 'a\n\n  b\t\n' }],
  ["'''\n  one \\\n  line\\s\n  \\\\s'''", { type: 'string', value: 'one line \n\\s' }],
  ["'''\n'''", { type: 'string', value: '' }]
])('literal %s', (source, literal) => {
  expect(shape(expression(source))).toEqual({ kind: 'literal', ...literal });
});

describe('new', () => {
  test('an object by position and by name', () => {
    expect(expression("new Outer.Inner(1, 'a')")).toMatchObject({
      kind: 'newObject',
      type: { parts: [{ name: 'Outer' }, { name: 'Inner' }] },
      arguments: [{ value: 1 }, { value: 'a' }]
    });
    expect(expression("new Account(Name = 'a', Size__c = b = 1)")).toMatchObject({
      kind: 'newNamed',
      fields: [
        { name: 'Name', value: { value: 'a' } },
        { name: 'Size__c', value: { kind: 'assignment' } }
      ]
    });
    expect(expression('new Foo(a += 1)')).toMatchObject({ kind: 'newObject' });
    expect(expression('new Foo(a = 1, b)')).toMatchObject({ kind: 'newObject' });
  });

  test('collections', () => {
    expect(expression('new List<List<Id>>{a, b}')).toMatchObject({
      kind: 'newCollection',
      type: {
        parts: [{ name: 'List', typeArguments: [{ parts: [{ typeArguments: [{ parts: [{ name: 'Id' }] }] }] }] }]
      },
      elements: [{ name: 'a' }, { name: 'b' }]
    });
    expect(expression('new Map<String, Integer>{a => 1}')).toMatchObject({
      kind: 'newMap',
      entries: [{ key: { name: 'a' }, value: { value: 1 } }]
    });
    expect(expression('new Map<String, Integer>{}')).toMatchObject({ kind: 'newCollection', elements: [] });
    expect(expression('new Integer[]{1}')).toMatchObject({ kind: 'newCollection', type: { arrayDepth: 1 } });
    expect(expression('new Integer[4]')).toMatchObject({
      kind: 'newArray',
      type: { arrayDepth: 1 },
      size: { value: 4 }
    });
  });
});

test('class literals', () => {
  expect(expression('List<String>.class')).toMatchObject({ kind: 'classLiteral', type: { parts: [{ name: 'List' }] } });
  expect(expression('void.class')).toMatchObject({ kind: 'classLiteral', type: null });
});

test('binds of an inline query are whole expressions, in order', () => {
  const query = expression(
    "[SELECT Id /* all of them */ FROM Account WHERE Id IN :ids.get('}') AND Name = : a + b[0] LIMIT :size]"
  ) as Extract<Expression, { kind: 'soql' }>;
  expect(query.binds.map(understood)).toEqual(['ids.get(})', '(a + b[0])', 'size']);
  expect(query.query.binds).toEqual(["ids.get('}')", 'a + b[0]', 'size']);
  expect(query.query.where).toMatchObject({ operands: [{ value: { index: 0 } }, { value: { index: 1 } }] });
});

test('escapes of multi-line literals are hidden nowhere else', () => {
  const { errors } = parseAnonymous("String a = 'x\\s'; // '''\n String b = '''\n  y\\s''';");
  expect(errors[0]).toMatchObject({ line: 1, column: 12 });
});

test('characters beyond 16 bits do not shift the binds of a query', () => {
  const query = expression("[SELECT Id FROM Account WHERE Name = '😀' AND Id = :a LIMIT 1]");
  expect(query).toMatchObject({ query: { binds: ['a'], limit: { text: '1' } } });
});

test('an inline search', () => {
  expect(expression("[FIND 'a' IN ALL FIELDS RETURNING Account(Id)]")).toMatchObject({
    query: { find: { value: 'a' } }
  });
  expect(expression('[FIND :text RETURNING Account]')).toMatchObject({ binds: [{ name: 'text' }] });
});

test('what Apex lets through and SOQL does not is a syntax error at its place', () => {
  const { errors } = parseAnonymous('List<A> a =\n  [SELECT Id FROM A WHERE b LIKE null];');
  expect(errors).toEqual([{ line: 2, column: 34, message: "unexpected token: 'null'" }]);
});

describe('statements', () => {
  test('loops', () => {
    expect(statement('for (Integer i = 0, n = 2; i < n; i++, n--) f();')).toMatchObject({
      kind: 'for',
      initializer: { variables: [{ name: 'i' }, { name: 'n' }] },
      condition: { operator: '<' },
      update: [{ kind: 'postfix' }, { kind: 'postfix' }]
    });
    expect(statement('for (;;) { break; }')).toMatchObject({ initializer: null, condition: null, update: [] });
    expect(statement('for (i = 0; a; ) ;')).toMatchObject({ initializer: [{ kind: 'assignment' }], body: null });
    expect(statement('for (Account a : [SELECT Id FROM Account]) {}')).toMatchObject({
      kind: 'forEach',
      variable: { name: 'a' },
      iterable: { kind: 'soql' }
    });
    expect(statement('while (a) continue;')).toMatchObject({ kind: 'while', body: { kind: 'continue' } });
    expect(statement('do { f(); } while (a);')).toMatchObject({ kind: 'doWhile', condition: { name: 'a' } });
  });

  test('switch', () => {
    const { cases } = statement(
      "switch on a { when -1, (2L) {} when 'x', null {} when Season.SPRING {} when Account b {} when else {} }"
    ) as Extract<Statement, { kind: 'switch' }>;
    expect(cases).toMatchObject([
      { kind: 'values', values: [{ value: -1 }, { type: 'long', value: '2' }] },
      { kind: 'values', values: [{ value: 'x' }, { type: 'null' }] },
      { kind: 'values', values: [{ kind: 'enumName', path: ['Season', 'SPRING'] }] },
      { kind: 'type', type: { parts: [{ name: 'Account' }] }, variable: { name: 'b' } },
      { kind: 'else' }
    ]);
  });

  test('try', () => {
    expect(statement('try { f(); } catch (Foo.BarException e) {} finally { g(); }')).toMatchObject({
      catches: [{ type: { parts: [{ name: 'Foo' }, { name: 'BarException' }] }, variable: { name: 'e' } }],
      finally: { statements: [{ kind: 'expression' }] }
    });
  });

  test.each([
    ['insert a;', { kind: 'dml', operation: 'insert', access: null, externalIdField: null }],
    ['update as user a;', { kind: 'dml', operation: 'update', access: 'user' }],
    [
      'upsert as system a Account.Key__c;',
      { operation: 'upsert', access: 'system', externalIdField: ['Account', 'Key__c'] }
    ],
    ['delete [SELECT Id FROM Account];', { operation: 'delete', records: { kind: 'soql' } }],
    ['undelete a;', { operation: 'undelete' }],
    ['merge a b;', { kind: 'merge', master: { name: 'a' }, duplicates: { name: 'b' } }],
    ['System.runAs(u) { f(); }', { kind: 'runAs', arguments: [{ name: 'u' }] }]
  ])('%s', (source, expected) => {
    expect(statement(source)).toMatchObject(expected);
  });
});

test('a class with every kind of member, in source order', () => {
  const source = `@IsTest(SeeAllData=true isParallel=false)
    public virtual inherited sharing class Foo extends Base implements A, B<C> {
      private static final Integer X = 1, Y;
      @TestVisible public String p { get; private set { v = value; } }
      static { X = 1; } ;
      { y = 1; }
      Foo(final Integer a) { this(a, 1); }
      protected abstract void m(List<Id> ids, String[] names);
      interface I extends J, K { void n(); }
      enum E { ONE, TWO }
    }`;
  const foo = unit(parseCompilationUnit(source)) as ClassDeclaration;
  expect(foo).toMatchObject({
    kind: 'class',
    name: 'Foo',
    modifiers: ['public', 'virtual', 'inherited sharing'],
    annotations: [{ name: 'IsTest', parameters: [{ name: 'SeeAllData' }, { name: 'isParallel' }] }],
    superclass: { parts: [{ name: 'Base' }] },
    interfaces: [{ parts: [{ name: 'A' }] }, { parts: [{ name: 'B', typeArguments: [{}] }] }]
  });
  expect(foo.members).toMatchObject([
    { kind: 'field', name: 'X', modifiers: ['private', 'static', 'final'], initializer: { value: 1 } },
    { kind: 'field', name: 'Y', initializer: null },
    {
      kind: 'property',
      name: 'p',
      getter: { body: null },
      setter: { modifiers: ['private'], body: { kind: 'block' } }
    },
    { kind: 'initializer', static: true },
    { kind: 'initializer', static: false },
    { kind: 'constructor', parameters: [{ name: 'a', modifiers: ['final'] }] },
    { kind: 'method', name: 'm', returnType: null, body: null, parameters: [{}, { type: { arrayDepth: 1 } }] },
    { kind: 'interface', interfaces: [{}, {}], methods: [{ name: 'n', body: null }] },
    { kind: 'enum', constants: [{ name: 'ONE' }, { name: 'TWO' }] }
  ]);
});

test('a trigger keeps statements in order and members apart', () => {
  const trigger = unit(
    parseTrigger('trigger T on Account (before insert, after undelete) { Integer a = 1; void f() {} f(); }')
  );
  expect(trigger).toMatchObject({
    name: 'T',
    object: 'Account',
    events: [
      { time: 'before', operation: 'insert' },
      { time: 'after', operation: 'undelete' }
    ],
    members: [{ kind: 'method', name: 'f' }],
    body: [{ kind: 'localVariables' }, { kind: 'expression' }]
  });
});

test('declarations stand at their names, dotted expressions behind the dot', () => {
  const foo = unit(parseCompilationUnit('class Foo {\n  Integer a = b\n    .c();\n}')) as ClassDeclaration;
  expect(foo).toMatchObject({ line: 1, column: 7 });
  expect(foo.members[0]).toMatchObject({ line: 2, column: 11, initializer: { line: 3, column: 6 } });
});

test('syntax errors come with their place instead of a tree', () => {
  expect(parseCompilationUnit('class Foo {\n  void m( {}\n}')).toMatchObject({
    unit: null,
    errors: [{ line: 2, column: 11 }]
  });
  expect(parseCompilationUnit("class Foo { String a = 'x\\q'; }").unit).toBeNull();
});

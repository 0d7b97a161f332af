import { parseSource } from '.';
import type { AnonymousBlock, ClassDeclaration, Expression, Statement } from '../ast';

function script(source: string): AnonymousBlock {
  const { unit, errors } = parseSource(source, 'anonymous');
  expect(errors).toEqual([]);
  return unit as AnonymousBlock;
}

function statement(source: string): Statement {
  return script(source).body[0] as Statement;
}

function expression(source: string): Expression {
  const { variables } = statement(`Object o = ${source};`) as Extract<Statement, { kind: 'localVariables' }>;
  return variables[0]?.initializer as Expression;
}

describe('parentheses around a name', () => {
  test.each([
    ['(Foo) a', 'cast'],
    ['(Foo) (a)', 'cast'],
    ['(List<Foo>) -a', 'cast'],
    ['(Foo[]) [SELECT Id FROM Account]', 'cast'],
    ['(Integer) i++', 'cast'],
    ['(Long) ++i', 'cast'],
    ['(Foo) !a', 'cast'],
    ["(String) 'a'", 'cast'],
    ['(a)++', 'postfix'],
    ['(a) - b', 'binary'],
    ['(a)[0]', 'index'],
    ['(a).b', 'fieldAccess'],
    ['(a) instanceof Foo', 'instanceof'],
    ['(a) ? b : c', 'ternary'],
    ['(a < b)', 'binary']
  ])('%s is of kind %s', (source, kind) => {
    expect(expression(source)).toMatchObject({ kind });
  });

  test('before a clause of a query makes no cast', () => {
    const query = expression('[SELECT Id FROM Account WHERE Id = :(a) AND Name = :(String) b LIMIT 1]');
    expect(query).toMatchObject({ binds: [{ kind: 'name' }, { kind: 'cast' }] });
  });
});

test('type arguments and comparisons', () => {
  expect(statement('Map<Id, List<List<Foo.Bar>>> a = b;')).toMatchObject({
    kind: 'localVariables',
    type: { parts: [{ typeArguments: [{}, { parts: [{ typeArguments: [{}] }] }] }] }
  });
  expect(expression('a < b && c > d')).toMatchObject({ operator: '&&' });
  expect(expression('Map<Id, Foo[]>.class')).toMatchObject({ kind: 'classLiteral' });
  expect(expression('a >> b >>> c')).toMatchObject({ operator: '>>>', left: { operator: '>>' } });
  expect(expression('a > = b')).toMatchObject({ operator: '>=' });
  expect(expression('a < = b > > c')).toMatchObject({ operator: '<=', right: { operator: '>>' } });
  expect(statement('a >>>= b;')).toMatchObject({ expression: { operator: '>>>=' } });
});

test('words with a meaning in some places are names in others', () => {
  const { body } = script(`
    Integer get = 1, set, when, after, transient = 2;
    switch = as.user.with(find, select);
    a.class_.new.list.delete(trigger.isInsert);
    insert as;
    Set<Id> sharing = new Set<Id>{ user };
    Object o = find[select];
  `);
  expect(body.map(({ kind }) => kind)).toEqual([
    ...['localVariables', 'expression', 'expression', 'dml', 'localVariables', 'localVariables']
  ]);
  expect(body[5]).toMatchObject({ variables: [{ initializer: { kind: 'index', index: { name: 'select' } } }] });
});

test('keywords ignore case', () => {
  const { unit } = parseSource('PUBLIC With SHARING Class A { Static { IF (TRUE) RETURN; } }', 'class');
  expect(unit as ClassDeclaration).toMatchObject({
    modifiers: ['public', 'with sharing'],
    members: [{ kind: 'initializer', static: true }]
  });
});

test('a colon of a moment or a date literal starts no bind', () => {
  const query = expression(
    "[SELECT Id FROM A WHERE B > 2020-01-31T10:20:30Z AND C = LAST_N_DAYS:5 AND D IN :e AND F = 'g:h']"
  );
  expect(query).toMatchObject({ binds: [{ name: 'e' }] });
});

test('a query is no index of what stands before it', () => {
  expect(statement('merge a [SELECT Id FROM Account];')).toMatchObject({ master: { kind: 'name' } });
  expect(statement('merge a b;')).toMatchObject({ duplicates: { name: 'b' } });
});

test('a byte order mark, comments and line breaks of any kind leave no trace', () => {
  const { unit } = parseSource('\uFEFF/* a\r\n * b */ // c\r\nclass A {\r\n  Integer b;\r\n}\r\n', 'class');
  expect(unit).toMatchObject({ line: 3, column: 7, members: [{ line: 4, column: 11 }] });
  expect(parseSource('\uFEFFclass A {}', 'class').unit).toMatchObject({ line: 1, column: 7 });
});

test('calls in triggers and scripts are not members', () => {
  const { members, body } = script('void f() {} Integer p { get; } class B {} f(); Integer a; final Foo<A> b; a = 1;');
  expect(members.map(({ kind }) => kind)).toEqual(['method', 'property', 'class']);
  expect(body.map(({ kind }) => kind)).toEqual(['expression', 'localVariables', 'localVariables', 'expression']);
});

/** What the grammar does not let through. */
import type { Seeds } from './seeds';

export const SYNTAX: Seeds = {
  procedures: [
    ['Integer x = 5 % 2;', "Found punctuation symbol or operator '%' that isn't valid in Apex."],
    ['Integer 1zq;', 'Expression cannot be a statement.'],
    ['1;', 'Expression cannot be a statement.'],
    ["'x';", 'Expression cannot be a statement.'],
    ['1 + 2;', 'Expression cannot be a statement.'],
    ['-1;', 'Expression cannot be a statement.'],
    ['true;', 'Expression cannot be a statement.'],
    ['null;', 'Expression cannot be a statement.'],
    ['this;', 'Expression cannot be a statement.'],
    ['(1);', 'Expression cannot be a statement.'],
    ['[SELECT Id FROM Account];', 'Expression cannot be a statement.'],
    ['String.class;', 'Expression cannot be a statement.'],
    ['when 1 {}', 'Expression cannot be a statement.'],
    ['Integer x = 1,, 2;', "Unexpected token ','."],
    ['Integer x = ;', "Unexpected token ';'."],
    ['Integer x = 1', "Missing ';' at '}'"],
    ['Integer x = 1);', "Extra ';', at ')'."],
    ['Integer x = 99999999999;', 'Illegal integer'],
    ['Long x = 99999999999;', 'Illegal integer'],
    ['Integer x = 2147483648;', 'Illegal integer'],
    ['String x = "x";', "Unrecognized symbol '\"', which is not a valid Apex identifier."],
    ['Object x = @x;', "Unexpected token '@'."],
    ['Object x = #;', "Found punctuation symbol or operator '#' that isn't valid in Apex."],
    ['Integer[] x = {1, 2};', "Unexpected token '{'."],
    ['List<Integer> x = {1};', "Unexpected token '{'."],
    ['Object x = new List<Integer>{1, 2,};', "Unexpected token '}'."],
    ["Object x = new Map<String, Integer>{'a' => 1,};", "Unexpected token '}'."],
    ['Object x = () -> 1;', "Unexpected token ')'."]
  ],
  members: [
    ['Integer x { }', "Unexpected token '}'."],
    ['Integer x { static get; }', "Unexpected token 'static'."],
    ['Integer x { foo; }', "Unexpected token 'foo'."],
    ['void x(a) {}', "Unexpected token ')'."],
    ['void x(Integer) {}', "Unexpected token ')'."],
    ['void x(Integer a,) {}', "Unexpected token ')'."],
    ['enum Part { A, B; }', "Extra '}', at ';'."],
    ['enum Part { A(1) }', "Expecting '}' but was: '('"],
    ['interface Part { void a() {} }', "Expecting ';' but was: '{'"],
    ['interface Part { Integer a; }', "Expecting '(' but was: ';'"],
    ['interface Part implements Comparable {}', "Expecting '{' but was: 'implements'"],
    ['void insert() {}', "Unexpected token 'insert'."],
    ['void delete() {}', "Unexpected token 'delete'."],
    ['void list() {}', "Unexpected token 'list'."],
    ['void new() {}', "Unexpected token 'new'."],
    ['Integer class;', "Unexpected token 'class'."]
  ],
  classes: [['public interface Seed { public void f(); }', "Expecting '}' but was: 'public'"]]
};

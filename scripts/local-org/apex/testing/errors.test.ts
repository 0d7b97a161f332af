import { compileClasses, messagesOf } from './run-apex';

const inMethod = (statements: string, members = ''): string[] =>
  messagesOf(`public class C {${members} Integer run() {\n${statements}\n} }`);

// Apex Developer Guide: "Apex Code Compile Errors"; messages as the platform words them
describe('compile errors', () => {
  test.each([
    ['return x;', 'C 2: Variable does not exist: x'],
    ['Foo f; return 1;', 'C 2: Invalid type: Foo'],
    ["Integer i = 'a'; return i;", 'C 2: Illegal assignment from String to Integer'],
    ['foo(1); return 1;', 'C 2: Method does not exist or incorrect signature: void foo(Integer) from the type C'],
    ['Integer i = 1;', 'C 3: Missing return statement required return type: Integer'],
    ['return 1; Integer i = 1;', 'C 2: Unreachable statement'],
    ["return 'a';", 'C 2: Illegal conversion from String to Integer'],
    ['Integer i; Integer I; return 1;', 'C 2: Duplicate variable: I'],
    [
      'return [SELECT Bogus__c FROM Account].size();',
      "C 2: No such column 'Bogus__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
    ],
    ['return new Account().Bogus__c;', 'C 2: Variable does not exist: Bogus__c'],
    ['Object o = new SObject(); return 1;', 'C 2: Type cannot be constructed: SObject'],
    ["Object o = new SObject(Name = 'x'); return 1;", 'C 2: Type cannot be constructed: SObject'],
    ['if (1) { } return 1;', 'C 2: Condition expression must be of type Boolean: Integer'],
    ["if ('a' == 1) { } return 1;", 'C 2: Comparison arguments must be compatible types: String, Integer']
  ])('%s', (statements, message) => {
    expect(inMethod(statements)).toEqual([message]);
  });

  test.each([
    ['while (true) { } return 1;'],
    ['do { } while (true); return 1;'],
    ['for (;;) { break; Integer i = 1; } return 1;'],
    ['if (1 == 2) { return 0; } else { for (;;) { } } return 1;']
  ])('the compiler takes every loop for one that ends: %s', (statements) => expect(inMethod(statements)).toEqual([]));

  test('a statement that cannot be reached is refused from version 41 on', () => {
    const source = 'public class C { void f() { return; f(); } }';
    const messages = (apiVersion: number) =>
      compileClasses([source], { apiVersion }).diagnostics.map(({ message }) => message);
    expect([messages(40), messages(41)]).toEqual([[], ['Unreachable statement']]);
  });

  test('a missing interface method', () => {
    expect(messagesOf('public class C implements Comparable { }')).toEqual([
      'C 1: Class C must implement the method: Integer System.Comparable.compareTo(Object)'
    ]);
  });

  test('a private member of another class', () => {
    const messages = messagesOf('public class A { private static Integer x; }', 'public class B { Integer y = A.x; }');
    expect(messages).toEqual(['B 1: Variable is not visible: A.x']);
  });

  test('what depends on a broken class is left out, and says so', () => {
    const messages = messagesOf('public class A { Foo x; }', 'public class B { A a; }', 'public class D { }');
    expect(messages).toEqual([
      'A 1: Invalid type: Foo',
      'B 1: Dependent class is invalid and needs recompilation: Class A : Invalid type: Foo'
    ]);
  });
});

// each answered so by the platform's compiler, or part of a public package that is installed in orgs
describe('what is not refused', () => {
  test.each([
    ['final Integer i = 1; i = 2; return i;'],
    ['Map<String, Object> m = new Map<String, Object>{}; return m.size();'],
    ["for (Account a : Database.query('SELECT Id FROM Account')) { } return 1;"],
    ["SObject r; for (Contact c : r.getSObjects('Contacts')) { } return 1;"],
    ['Map<Id, Account> m = new Map<Id, Account>([SELECT Id FROM Account]); return m.size();'],
    ['Map<Id, SObject> m = new Map<Id, Account>(); return m.size();'],
    ['Map<String, Object> m = new Map<String, String>(); return m.size();'],
    ['List<Account> l = new List<SObject>(); return l.size();'],
    ['List<SObject> l; return l instanceof List<Account> ? 1 : 2;'],
    ['Object o; return o instanceof Integer ? 1 : 2;'],
    ["Integer i = + 1; return + ('a' + + 'b').length();"],
    ['try { return 1; } catch (DmlException e) { return 2; } catch (Exception e) { return 3; }'],
    ['Boolean b = [SELECT Id FROM Account] == new Account(); return 1;'],
    ['return Account.SObjectType.class.getName().length();'],
    ['Long l = BusinessHours.diff(null, null, null); return 1;'],
    ['System.runAs(new User()) { return 1; } return 2;']
  ])('%s', (statements) => expect(inMethod(statements)).toEqual([]));

  test.each([
    ["public class C { static Integer a = TEXT.length(); static final String TEXT = 'x'; }"],
    ['public class C { final Integer i = 1; C() { i = 2; } }'],
    ['public class C { class D implements Comparable { public Integer compareTo(Object o) { return 1; } } }'],
    ['public class C { interface I { Object f(); } class D implements I { public String f() { return null; } } }'],
    ['public class C { void date() {} void number() {} void system() {} }'],
    ['public class C { Integer first; Integer last; Integer sum; Integer count; Integer user; Integer id; }']
  ])('%s', (source) => expect(messagesOf(source)).toEqual([]));
});

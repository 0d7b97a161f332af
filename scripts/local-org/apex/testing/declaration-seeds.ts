/** Further mistakes that the platform refuses to save: in declarations, in what is assigned, and in queries. */
import type { Seed } from './seeds';

/** Statements of a method that returns an Integer. */
export const FURTHER_STATEMENTS: readonly Seed[] = [
  ['final local twice', 'final Integer i = 1; i = 2; return i;', 'Final variable has already been initialized: i'],
  ['final static', 'Helper.FIXED = 2; return 1;', 'Final variable has already been initialized: FIXED'],
  [
    'audit field',
    'Thing__c t = new Thing__c(); t.CreatedDate = null; return 1;',
    'Field is not writeable: Thing__c.CreatedDate'
  ],
  [
    'deleted flag',
    'Object t = new Thing__c(IsDeleted = true); return 1;',
    'Field is not writeable: Thing__c.IsDeleted'
  ],
  [
    'field twice',
    "Object t = new Thing__c(Name = 'a', name = 'b'); return 1;",
    'Duplicate field initialization: Thing__c.Name'
  ],
  ['reserved variable', 'Integer trigger = 1; return trigger;', 'Identifier name is reserved: trigger'],
  ['underscore first', 'Integer _i = 1; return _i;', 'Invalid character in identifier: _i'],
  ['underscore last', 'Integer i_ = 1; return i_;', 'Invalid character in identifier: i_'],
  ['two underscores', 'Integer i__j = 1; return i__j;', 'Invalid character in identifier: i__j'],
  [
    'switch on variable',
    'Integer i = 1; Integer j = 2; switch on i { when j {} } return 1;',
    'Expecting a literal value: j'
  ],
  ['list of nothing', 'List things; return 1;', 'Invalid type: List'],
  ['list of lists of nothing', 'List<List> things; return 1;', 'Invalid type: List<List>'],
  ['arguments of a plain type', 'Integer<String> i; return 1;', 'Invalid type: Integer<String>'],
  ['merge of a custom object', 'merge new Thing__c() new Thing__c(); return 1;', 'Invalid type for merge: Thing__c'],
  [
    'merge of two objects',
    'merge new Account() new Contact(); return 1;',
    'Merge requires records of one type: Account, Contact'
  ],
  ['unknown trigger variable', 'Integer i = Trigger.length; return i;', 'Variable does not exist: length'],
  [
    'query neither grouped nor aggregated',
    'List<AggregateResult> r = [SELECT Name, COUNT(Id) FROM Thing__c]; return 1;',
    'Field must be grouped or aggregated: Name'
  ],
  [
    'query field twice',
    'List<Thing__c> t = [SELECT Name, Name FROM Thing__c]; return 1;',
    'duplicate field selected: Name'
  ],
  [
    'query literal of another type',
    "List<Account> a = [SELECT Id FROM Account WHERE NumberOfEmployees = 'x']; return 1;",
    "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes"
  ],
  [
    'query ordered by long text',
    'List<Account> a = [SELECT Id FROM Account ORDER BY Description]; return 1;',
    "field 'Description' can not be sorted in a query call"
  ],
  [
    'query bind that is no value',
    'List<Thing__c> t = [SELECT Id FROM Thing__c WHERE Name = :(new Helper())]; return 1;',
    'Invalid bind expression type of Helper'
  ]
];

/** Whole classes. */
export const FURTHER_CLASSES: readonly Seed[] = [
  [
    'constructor twice',
    'public class Seed { Seed(Integer a) {} Seed(Integer b) {} }',
    'Constructor already defined: [Seed].<Constructor>(Integer)'
  ],
  [
    'late super',
    'public class Seed extends Helper { public Seed() { Integer i = 1; super(); } }',
    "Call to 'super()' must be the first statement in a constructor method"
  ],
  [
    'override with another type',
    `public class Seed {
    public virtual class A { public virtual Integer f() { return 1; } }
    public class B extends A { public override String f() { return null; } }
}`,
    'Method return types clash: String Seed.B.f() vs Integer Seed.A.f()'
  ],
  [
    'override that hides',
    `public class Seed {
    public virtual class A { public virtual Integer f() { return 1; } }
    public class B extends A { private override Integer f() { return 1; } }
}`,
    'Cannot reduce the visibility of the overridden method: Integer Seed.A.f()'
  ],
  [
    'final field in a method',
    'public class Seed { final Integer i; void f() { i = 1; } }',
    'Final members can only be assigned in their declaration, init blocks, or constructors: i'
  ],
  ['enum constant twice', 'public enum Seed { A, B, a }', 'Duplicate field: a'],
  ['static inner class', 'public class Seed { static class A {} }', 'Modifier is not allowed: static'],
  [
    'static field of an inner class',
    'public class Seed { class A { static Integer i; } }',
    'Only top-level class variables can be declared static'
  ],
  [
    'static method of an inner class',
    'public class Seed { class A { static void f() {} } }',
    'Only top-level class methods can be declared static'
  ],
  ['modifier in an interface', 'public interface Seed { public void f(); }', 'Modifier is not allowed: public'],
  ['no visibility', 'class Seed {}', 'Top-level type must have public or global visibility'],
  ['private class', 'private class Seed {}', 'Top-level type must have public or global visibility'],
  [
    'abstract and virtual',
    'public abstract virtual class Seed {}',
    'Classes cannot be both abstract and virtual: Seed'
  ],
  [
    'global in public',
    'public class Seed { global void f() {} }',
    'Defining type for global methods must be declared as global'
  ],
  [
    'test method elsewhere',
    'public class Seed { @IsTest static void f() {} }',
    'Test methods must be in classes that are annotated with @IsTest'
  ],
  ['test method of an instance', '@IsTest private class Seed { @IsTest void f() {} }', 'Test methods must be static'],
  ['unknown annotation', 'public class Seed { @Later void f() {} }', 'Annotation does not exist: Later'],
  [
    'two invocable methods',
    `public class Seed {
    @InvocableMethod public static void f(List<Id> ids) {}
    @InvocableMethod public static void g(List<Id> ids) {}
}`,
    'Only one method per type can be defined with: InvocableMethod'
  ],
  [
    'invocable method of a value',
    'public class Seed { @InvocableMethod public static void f(Id one) {} }',
    'InvocableMethod methods do not support parameter type of Id'
  ],
  [
    'resource without address',
    '@RestResource global class Seed { @HttpGet global static void f() {} }',
    'Annotation property, urlMapping on RestResource, is missing'
  ]
];

/**
 * Mistakes that the platform refuses to save, one of each kind, and the message that names it.
 * @see "Apex Compile Errors" and the chapters on each rule, Apex Developer Guide
 */

/** What is wrong, the source and the message. */
export type Seed = readonly [what: string, source: string, message: string];

/** Statements of a method that returns an Integer. */
export const STATEMENTS: readonly Seed[] = [
  ['unknown variable', 'return missing;', 'Variable does not exist: missing'],
  ['unknown type', 'Missing m; return 1;', 'Invalid type: Missing'],
  ['unknown type in generic', 'List<Missing> m; return 1;', 'Invalid type: List<Missing>'],
  ['unknown type new', 'Object o = new Missing(); return 1;', 'Invalid type: Missing'],
  ['unknown type cast', 'Object o = null; Object p = (Missing) o; return 1;', 'Invalid type: Missing'],
  ['unknown type instanceof', 'Object o = 1; Boolean b = o instanceof Missing; return 1;', 'Invalid type: Missing'],
  [
    'unknown method',
    'missing(); return 1;',
    'Method does not exist or incorrect signature: void missing() from the type Seed'
  ],
  [
    'unknown method of class',
    'Helper.missing(); return 1;',
    'Method does not exist or incorrect signature: void missing() from the type Helper'
  ],
  [
    'unknown instance method',
    'new Helper().missing(); return 1;',
    'Method does not exist or incorrect signature: void missing() from the type Helper'
  ],
  [
    'unknown platform method',
    "'x'.missing(); return 1;",
    'Method does not exist or incorrect signature: void missing() from the type String'
  ],
  [
    'unknown static platform method',
    'String.missing(); return 1;',
    'Method does not exist or incorrect signature: void missing() from the type String'
  ],
  ['unknown field of class', 'return new Helper().missing;', 'Variable does not exist: missing'],
  ['unknown static field', 'return Helper.missing;', 'Variable does not exist: missing'],
  [
    'unknown field of custom object',
    'Thing__c t = new Thing__c(); Object o = t.Missing__c; return 1;',
    'Variable does not exist: Missing__c'
  ],
  [
    'unknown field in constructor',
    'Thing__c t = new Thing__c(Missing__c = 1); return 1;',
    'Variable does not exist: Missing__c'
  ],
  [
    'unknown field in soql',
    'List<Thing__c> t = [SELECT Missing__c FROM Thing__c]; return 1;',
    "No such column 'Missing__c' on entity 'Thing__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
  ],
  [
    'unknown field in soql where',
    'List<Thing__c> t = [SELECT Id FROM Thing__c WHERE Missing__c = 1]; return 1;',
    "No such column 'Missing__c' on entity 'Thing__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
  ],
  [
    'unknown field in soql order',
    'List<Thing__c> t = [SELECT Id FROM Thing__c ORDER BY Missing__c]; return 1;',
    "No such column 'Missing__c' on entity 'Thing__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
  ],
  [
    'unknown parent in soql',
    'List<Thing__c> t = [SELECT Missing__r.Name FROM Thing__c]; return 1;',
    "Didn't understand relationship 'Missing__r' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."
  ],
  [
    'unknown child in soql',
    'List<Thing__c> t = [SELECT (SELECT Id FROM Missing__r) FROM Thing__c]; return 1;',
    "Didn't understand relationship 'Missing__r' in FROM part of query call."
  ],
  [
    'unknown object in soql',
    'List<SObject> t = [SELECT Id FROM Missing__c]; return 1;',
    "sObject type 'Missing__c' is not supported."
  ],
  [
    'unknown bind in soql',
    'List<Thing__c> t = [SELECT Id FROM Thing__c WHERE Id = :missing]; return 1;',
    'Variable does not exist: missing'
  ],
  [
    'wrong argument type',
    "Helper.take('x'); return 1;",
    'Method does not exist or incorrect signature: void take(String) from the type Helper'
  ],
  [
    'wrong argument count',
    'Helper.take(1, 2); return 1;',
    'Method does not exist or incorrect signature: void take(Integer, Integer) from the type Helper'
  ],
  [
    'wrong constructor arguments',
    "Object o = new Helper('x'); return 1;",
    'Constructor not defined: [Helper].<Constructor>(String)'
  ],
  [
    'wrong platform argument',
    "Integer i = Math.mod('x', 2); return 1;",
    'Method does not exist or incorrect signature: void mod(String, Integer) from the type Math'
  ],
  ['wrong assignment', "Integer i = 'x'; return 1;", 'Illegal assignment from String to Integer'],
  ['wrong assignment decimal to integer', 'Integer i = 1.5; return i;', 'Illegal assignment from Decimal to Integer'],
  ['wrong return', "return 'x';", 'Return value must be of type: Integer'],
  ['missing return', 'Integer i = 1;', 'Missing return statement required return type: Integer'],
  ['missing return in branch', 'if (1 == 2) { return 1; }', 'Missing return statement required return type: Integer'],
  ['unreachable after return', 'return 1; Integer i = 2;', 'Unreachable statement'],
  ['unreachable after throw', 'throw new IllegalArgumentException(); return 1;', 'Unreachable statement'],
  ['unreachable after break', 'while (true) { break; Integer i = 1; } return 1;', 'Unreachable statement'],
  [
    'unreachable after continue',
    'for (Integer i = 0; i < 2; i++) { continue; i = 3; } return 1;',
    'Unreachable statement'
  ],
  ['private method', 'return Helper.hidden();', 'Method is not visible: Integer Helper.hidden()'],
  ['private field', 'return Helper.secret;', 'Variable is not visible: Helper.secret'],
  ['private constructor', 'Object o = new Closed(); return 1;', 'Constructor is not visible: [Closed].<Constructor>()'],
  ['protected member', 'return new Helper().guarded();', 'Method is not visible: Integer Helper.guarded()'],
  ['private inner class', 'Helper.Inner i; return 1;', 'Type is not visible: Helper.Inner'],
  ['private setter', 'new Helper().readOnly = 1; return 1;', 'Variable is not visible: Helper.readOnly'],
  ['abstract class', 'Object o = new Shape(); return 1;', 'Abstract classes cannot be constructed: Shape'],
  ['interface new', 'Object o = new Contract(); return 1;', 'Abstract classes cannot be constructed: Contract'],
  ['duplicate variable', 'Integer i = 1; Integer i = 2; return i;', 'Duplicate variable: i'],
  ['duplicate parameter', 'return 1; } void twice(Integer a, Integer a) {', 'Duplicate variable: a'],
  ['void value', 'Integer i = Helper.nothing(); return 1;', 'Illegal assignment from void to Integer'],
  ['condition not boolean', 'if (1) { return 1; } return 2;', 'Condition expression must be of type Boolean: Integer'],
  ['while not boolean', "while ('x') { break; } return 1;", 'Condition expression must be of type Boolean: String'],
  [
    'bad comparison',
    "Boolean b = 'x' == 1; return 1;",
    'Comparison arguments must be compatible types: String, Integer'
  ],
  [
    'bad order comparison',
    'Boolean b = true < false; return 1;',
    'Comparison arguments must be compatible types: Boolean, Boolean'
  ],
  ['bad arithmetic', "Integer i = 'x' - 1; return 1;", 'Arithmetic expressions must use numeric arguments'],
  ['bad boolean operator', 'Boolean b = 1 && true; return 1;', 'Condition expression must be of type Boolean: Integer'],
  ['bad not', 'Boolean b = !1; return 1;', 'Expression must be of type Boolean: Integer'],
  ['bad increment', "String s = 'x'; s++; return 1;", 'Increment and decrement need a numeric variable: String'],
  [
    'impossible cast',
    "Integer i = (Integer) 'x'; return i;",
    'Incompatible types since an instance of String is never an instance of Integer'
  ],
  [
    'impossible class cast',
    'Helper h = (Helper) new Other(); return 1;',
    'Incompatible types since an instance of Other is never an instance of Helper'
  ],
  [
    'static from instance',
    'return new Helper().count();',
    'Method does not exist or incorrect signature: void count() from the type Helper'
  ],
  [
    'instance from static',
    'return Helper.instance();',
    'Method does not exist or incorrect signature: void instance() from the type Helper'
  ],
  ['this in static', 'return 1; } static Object me() { return this;', 'this cannot be referenced in a static context'],
  [
    'super without parent method',
    'return super.missing();',
    'Method does not exist or incorrect signature: void missing() from the type Object'
  ],
  [
    'uninitialised loop type',
    'for (String s : new List<Integer>{ 1 }) { return 1; } return 1;',
    'Loop variable must be of type Integer'
  ],
  [
    'iterate over non collection',
    'for (Integer i : 5) { return 1; } return 1;',
    'For loop variable of type Integer is not iterable'
  ],
  ['break outside loop', 'break; return 1;', 'Break statement must be in loop'],
  ['continue outside loop', 'continue; return 1;', 'Continue statement must be in loop'],
  ['throw non exception', "throw 'x';", 'Throw expression must be of type exception'],
  [
    'catch non exception',
    'try { return 1; } catch (Helper h) { return 2; }',
    'Catch expression must be of type exception: Helper'
  ],
  [
    'switch wrong type',
    "switch on 1 { when 'x' { return 1; } } return 2;",
    'Illegal assignment from String to Integer'
  ],
  [
    'switch duplicate when',
    'switch on 1 { when 1 { return 1; } when 1 { return 2; } } return 3;',
    'Duplicate when value: 1'
  ],
  [
    'switch enum constant',
    'switch on Helper.Colour.RED { when PURPLE { return 1; } } return 2;',
    'Illegal enum value: PURPLE'
  ],
  ['unknown enum constant', 'Object o = Helper.Colour.PURPLE; return 1;', 'Variable does not exist: PURPLE'],
  [
    'wrong list element',
    "List<Integer> l = new List<Integer>{ 'x' }; return 1;",
    'Initial expression is of incorrect type, expected: Integer but was: String in List'
  ],
  [
    'wrong map key',
    'Map<String, Integer> m = new Map<String, Integer>{ 1 => 1 }; return 1;',
    'Illegal assignment from Integer to String'
  ],
  [
    'wrong list add',
    "new List<Integer>().add('x'); return 1;",
    'Method does not exist or incorrect signature: void add(String) from the type List<Integer>'
  ],
  [
    'index with string',
    "Integer i = new List<Integer>()['x']; return 1;",
    'List index must be of type Integer: String'
  ],
  ['index non list', 'Integer n = 1; Integer i = n[0]; return 1;', 'Expression must be a list type: Integer'],
  [
    'method on primitive null',
    'Integer i; i.missing(); return 1;',
    'Method does not exist or incorrect signature: void missing() from the type Integer'
  ],
  ['dml non record', "insert 'x'; return 1;", 'DML requires SObject or SObject list type: String'],
  ['dml class', 'insert new Helper(); return 1;', 'DML requires SObject or SObject list type: Helper'],
  [
    'schedule non schedulable',
    "System.schedule('x', '0 0 0 * * ?', new Helper()); return 1;",
    'Method does not exist or incorrect signature: void schedule(String, String, Helper) from the type System'
  ],
  [
    'enqueue non queueable',
    'System.enqueueJob(new Helper()); return 1;',
    'Method does not exist or incorrect signature: void enqueueJob(Helper) from the type System'
  ],
  [
    'batch non batchable',
    'Database.executeBatch(new Helper()); return 1;',
    'Method does not exist or incorrect signature: void executeBatch(Helper) from the type Database'
  ],
  ['unknown label', 'String s = Label.Missing; return 1;', 'Variable does not exist: Missing'],
  ['unknown sobject type token', 'Object o = Missing__c.SObjectType; return 1;', 'Variable does not exist: Missing__c'],
  ['unknown field token', 'Object o = Thing__c.Missing__c; return 1;', 'Variable does not exist: Missing__c'],
  [
    'wrong soql assignment',
    'Integer i = [SELECT Id FROM Thing__c]; return i;',
    'Illegal assignment from List<Thing__c> to Integer'
  ],
  [
    'wrong soql type',
    'List<Account> a = [SELECT Id FROM Thing__c]; return 1;',
    'Illegal assignment from List<Thing__c> to List<Account>'
  ],
  ['ternary types', "Integer i = true ? 1 : 'x'; return i;", 'Incompatible types in ternary operator: Integer, String'],
  ['coalesce types', "Integer i = null ?? 'x'; return i;", 'Illegal assignment from String to Integer'],
  ['string literal too few', "Long l = 'x'; return 1;", 'Illegal assignment from String to Long'],
  ['boolean from null compare', 'Boolean b = 1; return 1;', 'Illegal assignment from Integer to Boolean'],
  ['generic count', 'Map<String> m; return 1;', 'Invalid type: Map<String>'],
  ['void variable', 'void v; return 1;', 'Variables cannot be of type void']
];

/** Whole classes. */
export const CLASSES: readonly Seed[] = [
  [
    'missing interface method',
    `public class Seed implements Contract {
}`,
    'Class Seed must implement the method: Integer Contract.sign(String)'
  ],
  [
    'missing abstract method',
    `public class Seed extends Shape {
}`,
    'Class Seed must implement the abstract method: Integer Shape.area()'
  ],
  [
    'wrong interface signature',
    `public class Seed implements Contract {
    public String sign(String name) { return name; }
}`,
    'Class Seed must implement the method: Integer Contract.sign(String)'
  ],
  [
    'interface method not public',
    `public class Seed implements Contract {
    Integer sign(String name) { return 1; }
}`,
    'Class Seed must implement the method: Integer Contract.sign(String)'
  ],
  [
    'extends final class',
    `public class Seed extends Other {
}`,
    'Non-virtual and non-abstract type cannot be extended: Other'
  ],
  [
    'extends interface',
    `public class Seed extends Contract {
}`,
    'Type must be a class: Contract'
  ],
  [
    'implements class',
    `public class Seed implements Other {
}`,
    'Type must be an interface: Other'
  ],
  [
    'unknown super',
    `public class Seed extends Missing {
}`,
    'Invalid type: Missing'
  ],
  [
    'override missing',
    `public virtual class Seed {
    public override Integer run() { return 1; }
}`,
    '@Override specified for non-overriding method: Integer Seed.run()'
  ],
  [
    'duplicate method',
    `public class Seed {
    void a(Integer i) {}
    void a(Integer j) {}
}`,
    'Method already defined: void Seed.a(Integer)'
  ],
  [
    'duplicate field',
    `public class Seed {
    Integer a;
    String a;
}`,
    'Duplicate field: a'
  ],
  [
    'duplicate inner',
    `public class Seed {
    class A {}
    class A {}
}`,
    'Duplicate class: A'
  ],
  [
    'override not virtual',
    `public class Seed {
    public virtual class B { public Integer f() { return 1; } }
    public class D extends B { public override Integer f() { return 2; } }
}`,
    'Non-virtual, non-abstract methods cannot be overridden: Integer Seed.B.f()'
  ],
  [
    'missing override keyword',
    `public class Seed {
    public virtual class B { public virtual Integer f() { return 1; } }
    public class D extends B { public Integer f() { return 2; } }
}`,
    'Method must use the override keyword: Integer Seed.D.f()'
  ],
  [
    'abstract in concrete',
    `public class Seed {
    public abstract Integer f();
}`,
    'Abstract methods must be in an abstract class: Integer Seed.f()'
  ],
  [
    'no body',
    `public class Seed {
    public Integer f();
}`,
    'Method must have a body: Integer Seed.f()'
  ],
  [
    'super constructor',
    `public class Seed {
    public virtual class B { public B(Integer i) {} }
    public class D extends B { }
}`,
    'No default constructor available in super type: Seed.B'
  ],
  [
    'schedulable missing execute',
    `public class Seed implements Schedulable {
}`,
    'Class Seed must implement the method: void Schedulable.execute(SchedulableContext)'
  ],
  [
    'batchable missing methods',
    `public class Seed implements Database.Batchable<SObject> {
    public void execute(Database.BatchableContext c, List<SObject> s) {}
    public void finish(Database.BatchableContext c) {}
}`,
    'Class Seed must implement the method: Iterable<SObject> Database.Batchable<SObject>.start(Database.BatchableContext)'
  ],
  [
    'wrong field type',
    `public class Seed {
    Missing field;
}`,
    'Invalid type: Missing'
  ],
  [
    'wrong parameter type',
    `public class Seed {
    void f(Missing m) {}
}`,
    'Invalid type: Missing'
  ],
  [
    'wrong return type',
    `public class Seed {
    Missing f() { return null; }
}`,
    'Invalid type: Missing'
  ],
  [
    'property bad',
    `public class Seed {
    public Integer p { get { return 'x'; } }
}`,
    'Return value must be of type: Integer'
  ],
  [
    'field initialiser',
    `public class Seed {
    Integer i = 'x';
}`,
    'Illegal assignment from String to Integer'
  ],
  [
    'static block',
    `public class Seed {
    static { missing(); }
}`,
    'Method does not exist or incorrect signature: void missing() from the type Seed'
  ],
  [
    'cyclic',
    `public virtual class Seed extends Seed {
}`,
    'Circular class hierarchy: Seed'
  ],
  [
    'exception name',
    `public class Seed {
    public class Wrong extends Exception {}
}`,
    "Classes extending Exception must have a name ending in 'Exception'"
  ],
  [
    'class named exception',
    `public class Seed {
    public class WrongException {}
}`,
    'Exception class must extend another Exception class: Seed.WrongException'
  ],
  [
    'inner inner',
    `public class Seed {
    public class A { public class B {} }
}`,
    'Inner types are not allowed to have inner types'
  ],
  [
    'aura not static',
    `public class Seed {
    @AuraEnabled public Integer f(Integer a) { return 1; }
}`,
    "AuraEnabled methods must be named with a prefix 'get' and have no parameters"
  ],
  [
    'future not void',
    `public class Seed {
    @future public static Integer f() { return 1; }
}`,
    'Future methods must be static and return void: Integer Seed.f()'
  ],
  [
    'future record',
    `public class Seed {
    @future public static void f(Account a) { }
}`,
    'Unsupported parameter type Account'
  ],
  [
    'test method parameters',
    `@IsTest
private class Seed {
    @IsTest static void f(Integer i) {}
}`,
    'Test methods must have no parameters: void Seed.f(Integer)'
  ],
  [
    'testvisible ok private',
    `public class Seed {
    Integer f() { return Closed2.x; }
}`,
    'Variable does not exist: Closed2'
  ],
  [
    'protected method of a class that cannot be extended',
    `public class Seed {
    protected void f() {}
}`,
    'Protected methods can only be used on virtual or abstract classes: void Seed.f()'
  ]
];

/** In what variables, methods and types are called. */
import type { Seeds } from './seeds';

export const MEMBERS: Seeds = {
  statements: [
    ['return missing;', 'Variable does not exist: missing'],
    ['Missing m; return 1;', 'Invalid type: Missing'],
    ['List<Missing> m; return 1;', 'Invalid type: Missing'],
    ['Object o = new Missing(); return 1;', 'Invalid type: Missing'],
    ['Object o = null; Object p = (Missing) o; return 1;', 'Invalid type: Missing'],
    ['Object o = 1; Boolean b = o instanceof Missing; return 1;', 'Invalid type: Missing'],
    ['missing(); return 1;', 'Method does not exist or incorrect signature: void missing() from the type Seed'],
    [
      'Helper.missing(); return 1;',
      'Method does not exist or incorrect signature: void missing() from the type Helper'
    ],
    [
      'new Helper().missing(); return 1;',
      'Method does not exist or incorrect signature: void missing() from the type Helper'
    ],
    ["'x'.missing(); return 1;", 'Method does not exist or incorrect signature: void missing() from the type String'],
    [
      'String.missing(); return 1;',
      'Method does not exist or incorrect signature: void missing() from the type String'
    ],
    ['return new Helper().missing;', 'Variable does not exist: missing'],
    ['return Helper.missing;', 'Variable does not exist: missing'],
    ['Thing__c t = new Thing__c(); Object o = t.Missing__c; return 1;', 'Variable does not exist: Missing__c'],
    ['Thing__c t = new Thing__c(Missing__c = 1); return 1;', 'Field does not exist: Missing__c on Thing__c'],
    [
      "Helper.take('x'); return 1;",
      'Method does not exist or incorrect signature: void take(String) from the type Helper'
    ],
    [
      'Helper.take(1, 2); return 1;',
      'Method does not exist or incorrect signature: void take(Integer, Integer) from the type Helper'
    ],
    [
      "Integer i = Math.mod('x', 2); return 1;",
      'Method does not exist or incorrect signature: void mod(String, Integer) from the type System.Math'
    ],
    ['return Helper.hidden();', 'Method is not visible: Integer Helper.hidden()'],
    ['return Helper.secret;', 'Variable is not visible: Helper.secret'],
    ['return new Helper().guarded();', 'Method is not visible: Integer Helper.guarded()'],
    ['Helper.Part i; return 1;', 'Type is not visible: Helper.Part'],
    ['new Helper().readOnly = 1; return 1;', 'Variable is not visible: Helper.readOnly'],
    ['Integer i = 1; Integer i = 2; return i;', 'Duplicate variable: i'],
    ['return 1; } void twice(Integer a, Integer a) {', 'Duplicate variable: a'],
    [
      'return new Helper().count();',
      'Static method cannot be referenced from a non static context: Integer Helper.count()'
    ],
    [
      'return Helper.instance();',
      'Non static method cannot be referenced from a static context: Integer Helper.instance()'
    ],
    ['return 1; } static Object me() { return this;', 'This cannot be referenced in a static context'],
    ['return super.missing();', 'Method does not exist or incorrect signature: void missing() from the type Object'],
    ['switch on Helper.Colour.RED { when PURPLE { return 1; } } return 2;', 'Variable does not exist: PURPLE'],
    ['Object o = Helper.Colour.PURPLE; return 1;', 'Variable does not exist: PURPLE'],
    [
      "new List<Integer>().add('x'); return 1;",
      'Method does not exist or incorrect signature: void add(String) from the type List<Integer>'
    ],
    [
      'Integer i; i.missing(); return 1;',
      'Method does not exist or incorrect signature: void missing() from the type Integer'
    ],
    [
      "System.schedule('x', '0 0 0 * * ?', new Helper()); return 1;",
      'Method does not exist or incorrect signature: void schedule(String, String, Helper) from the type System.System'
    ],
    [
      'System.enqueueJob(new Helper()); return 1;',
      'Method does not exist or incorrect signature: void enqueueJob(Helper) from the type System.System'
    ],
    ['String s = Label.Missing; return 1;', 'Variable does not exist: Missing'],
    ['Object o = Missing__c.SObjectType; return 1;', 'Variable does not exist: Missing__c'],
    ['Object o = Thing__c.Missing__c; return 1;', 'Variable does not exist: Missing__c'],
    ['Map<String> m; return 1;', 'Invalid type argument count for Map: expected 2 but found 1'],
    ['void v; return 1;', 'Variables cannot be of type void'],
    ['Thing__c t = new Thing__c(); t.CreatedDate = null; return 1;', 'Field is not writeable: Thing__c.CreatedDate'],
    ['Object t = new Thing__c(IsDeleted = true); return 1;', 'Field is not writeable: Thing__c.IsDeleted'],
    ["Object t = new Thing__c(Name = 'a', name = 'b'); return 1;", 'Duplicate field initialization: Name'],
    ['Integer i = 1; Integer j = 2; switch on i { when j {} } return 1;', 'Field must be an enum reference'],
    ['List things; return 1;', 'Invalid type argument count for List: expected 1 but found 0'],
    ['List<List> things; return 1;', 'Invalid type argument count for List: expected 1 but found 0'],
    ['Integer<String> i; return 1;', 'Type arguments provided for a non-parameterized type: Integer'],
    ['Integer i = Trigger.length; return i;', 'Variable does not exist: length']
  ],
  procedures: [
    ['System.Missing.x();', 'Variable does not exist: Missing'],
    [
      "Account x = new Account(); x.put('Name');",
      'Method does not exist or incorrect signature: void put(String) from the type Account'
    ],
    ['this.x = 1;', 'Variable does not exist: x'],
    ['x();', 'Method does not exist or incorrect signature: void x() from the type Seed'],
    ['Missing x;', 'Invalid type: Missing'],
    [
      "System.schedule('a', 'b', 1);",
      'Method does not exist or incorrect signature: void schedule(String, String, Integer) from the type System.System'
    ],
    ['Integer x = 1; Integer x = 2;', 'Duplicate variable: x'],
    ['Integer x = ~true;', 'Invalid type for bitwise negate: Boolean'],
    ["Account x = new Account(Name = 'a', Name = 'b');", 'Duplicate field initialization: Name'],
    ['Object x = Account.Name.Missing;', 'Variable does not exist: Missing'],
    ['Object x = Zq__c.SObjectType;', 'Variable does not exist: Zq__c'],
    ['Object x = new List();', 'Invalid type argument count for List: expected 1 but found 0'],
    ['Object x = new Map<String>();', 'Invalid type argument count for Map: expected 2 but found 1'],
    ['Object x = new List<Missing>();', 'Invalid type: Missing'],
    [
      'Object x = String.valueOf();',
      'Method does not exist or incorrect signature: void valueOf() from the type String'
    ],
    ["Object x = 'x'.x();", 'Method does not exist or incorrect signature: void x() from the type String'],
    [
      "Object x = 'x'.substring('a');",
      'Method does not exist or incorrect signature: void substring(String) from the type String'
    ],
    ["Object x = 'x'.length;", 'Variable does not exist: length'],
    [
      "Object x = Math.abs('x');",
      'Method does not exist or incorrect signature: void abs(String) from the type System.Math'
    ],
    [
      'Object x = Math.x(1);',
      'Method does not exist or incorrect signature: void x(Integer) from the type System.Math'
    ],
    ['Object x = System.x();', 'Method does not exist or incorrect signature: void x() from the type System.System'],
    [
      'Object x = Database.x();',
      'Method does not exist or incorrect signature: void x() from the type System.Database'
    ],
    ['Object x = JSON.x();', 'Method does not exist or incorrect signature: void x() from the type System.JSON'],
    ['Object x = Date.x();', 'Method does not exist or incorrect signature: void x() from the type Date'],
    [
      'Object x = Date.today(1);',
      'Method does not exist or incorrect signature: void today(Integer) from the type Date'
    ],
    [
      'Object x = Date.newInstance(1, 2);',
      'Method does not exist or incorrect signature: void newInstance(Integer, Integer) from the type Date'
    ],
    [
      'Object x = UserInfo.x();',
      'Method does not exist or incorrect signature: void x() from the type System.UserInfo'
    ],
    ['Object x = Test.x();', 'Method does not exist or incorrect signature: void x() from the type System.Test'],
    ['Object x = Schema.x();', 'Method does not exist or incorrect signature: void x() from the type System.Schema'],
    ['Object x = Label.Missing;', 'Variable does not exist: Missing'],
    ['Object x = System.Label.Missing;', 'Variable does not exist: Missing'],
    [
      'Object x = Type.forName();',
      'Method does not exist or incorrect signature: void forName() from the type System.Type'
    ],
    ['Object x = Missing.class;', 'Invalid type: Missing'],
    ['void x;', 'Variables cannot be of type void'],
    ['goto x;', 'Invalid type: goto'],
    ['System.debug();', 'Method does not exist or incorrect signature: void debug() from the type System.System'],
    [
      'System.debug(1, 2, 3);',
      'Method does not exist or incorrect signature: void debug(Integer, Integer, Integer) from the type System.System'
    ],
    [
      'System.assertEquals(1);',
      'Method does not exist or incorrect signature: void assertEquals(Integer) from the type System.System'
    ],
    [
      'System.enqueueJob(1);',
      'Method does not exist or incorrect signature: void enqueueJob(Integer) from the type System.System'
    ],
    [
      'EventBus.publish(1);',
      'Method does not exist or incorrect signature: void publish(Integer) from the type System.EventBus'
    ],
    [
      'Object x = new List<Integer>().x();',
      'Method does not exist or incorrect signature: void x() from the type List<Integer>'
    ],
    [
      "new List<Integer>().add('x');",
      'Method does not exist or incorrect signature: void add(String) from the type List<Integer>'
    ],
    [
      'new List<Integer>().add(1, 2, 3);',
      'Method does not exist or incorrect signature: void add(Integer, Integer, Integer) from the type List<Integer>'
    ],
    [
      'new Map<String, Integer>().put(1, 1);',
      'Method does not exist or incorrect signature: void put(Integer, Integer) from the type Map<String,Integer>'
    ],
    [
      "new Map<String, Integer>().put('a');",
      'Method does not exist or incorrect signature: void put(String) from the type Map<String,Integer>'
    ],
    [
      'new Set<String>().add(1);',
      'Method does not exist or incorrect signature: void add(Integer) from the type Set<String>'
    ],
    [
      'Integer x = new Map<String, Integer>().get(1);',
      'Method does not exist or incorrect signature: void get(Integer) from the type Map<String,Integer>'
    ],
    ["Object x = 'x'?.x();", 'Method does not exist or incorrect signature: void x() from the type String'],
    ['Object x = 1?.x;', 'Variable does not exist: x'],
    ['int x = 1;', 'Invalid type: int'],
    ['char x;', 'Invalid type: char'],
    ['float x = 1.0;', 'Invalid type: float'],
    ['var x = 1;', 'Invalid type: var'],
    ['(x) = 1;', 'Variable does not exist: x'],
    ['Object x = Trigger.x;', 'Variable does not exist: x'],
    ['System.Missing x;', 'Invalid type: System.Missing'],
    ['Schema.Missing x;', 'Invalid type: Schema.Missing'],
    ['Account.Missing x;', 'Invalid type: Account.Missing'],
    ['List<Integer, String> x;', 'Invalid type argument count for List: expected 1 but found 2'],
    ['Map<String, Integer, Long> x;', 'Invalid type argument count for Map: expected 2 but found 3'],
    ['String<Integer> x;', 'Type arguments provided for a non-parameterized type: String'],
    [
      'Exception x = new DmlException(); x.x();',
      'Method does not exist or incorrect signature: void x() from the type Exception'
    ],
    ['throw DmlException;', 'Variable does not exist: DmlException']
  ],
  members: [
    ['public Integer x { get; } void f() { x = 1; }', 'Variable is not visible: Seed.x'],
    ['public Integer x { set; } void f() { Integer y = x; }', 'Variable is not visible: Seed.x'],
    ['Integer x { get { return 1; } } void f() { x++; }', 'Variable is not visible: Seed.x'],
    ['static void x() { this.x(); }', 'This cannot be referenced in a static context'],
    ['void x;', 'Variables cannot be of type void'],
    ['void x(Integer a, String a) {}', 'Duplicate variable: a'],
    ['void x(Integer a) { Integer a; }', 'Duplicate variable: a'],
    ['void x(Part a) {}', 'Invalid type: Part'],
    ['void x(void a) {}', 'Parameters cannot be of type void'],
    ['Part x() { return null; }', 'Invalid type: Part'],
    ['enum Part { A, B } void y() { Part z = Part.C; }', 'Variable does not exist: C'],
    ['enum Part { A, B } void y() { switch on Part.A { when C {} } }', 'Variable does not exist: C'],
    ['{ x(); }', 'Method does not exist or incorrect signature: void x() from the type Seed'],
    ['static { x(); }', 'Method does not exist or incorrect signature: void x() from the type Seed'],
    ['static { this.x(); }', 'This cannot be referenced in a static context'],
    ['Integer x; Integer y = this.missing;', 'Variable does not exist: missing'],
    ['static Integer x = this.hashCode();', 'This cannot be referenced in a static context'],
    ['Integer x { get { return this.missing; } }', 'Variable does not exist: missing'],
    ['Integer x; static Integer y = x;', 'Variable does not exist: x']
  ],
  classes: [
    [
      `public class Seed extends Missing {
}`,
      'Invalid type: Missing'
    ],
    [
      `public class Seed {
    Missing field;
}`,
      'Invalid type: Missing'
    ],
    [
      `public class Seed {
    void f(Missing m) {}
}`,
      'Invalid type: Missing'
    ],
    [
      `public class Seed {
    Missing f() { return null; }
}`,
      'Invalid type: Missing'
    ],
    [
      `public class Seed {
    static { missing(); }
}`,
      'Method does not exist or incorrect signature: void missing() from the type Seed'
    ],
    [
      `public class Seed {
    Integer f() { return Closed2.x; }
}`,
      'Variable does not exist: Closed2'
    ]
  ]
};

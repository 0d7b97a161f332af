/** In operators, conversions and casts. */
import type { Seeds } from './seeds';

export const OPERATORS: Seeds = {
  statements: [
    ["Integer i = 'x'; return 1;", 'Illegal assignment from String to Integer'],
    ['Integer i = 1.5; return i;', 'Illegal assignment from Decimal to Integer'],
    ["return 'x';", 'Illegal conversion from String to Integer'],
    ['Integer i = Helper.nothing(); return 1;', 'Illegal assignment from void to Integer'],
    ["Boolean b = 'x' == 1; return 1;", 'Comparison arguments must be compatible types: String, Integer'],
    ['Boolean b = true < false; return 1;', 'Inequality operator not allowed for this type: Boolean'],
    ["Integer i = 'x' - 1; return 1;", 'Arithmetic expressions must use numeric arguments'],
    ['Boolean b = 1 && true; return 1;', 'Logical operator can only be applied to Boolean'],
    ['Boolean b = !1; return 1;', '! operator can only be applied to boolean expressions'],
    [
      "String s = 'x'; s++; return 1;",
      'Unary postfix increment/decrement can only be applied to numeric expressions: String'
    ],
    [
      "Integer i = (Integer) 'x'; return i;",
      'Incompatible types since an instance of String is never an instance of Integer'
    ],
    [
      'Helper h = (Helper) new Other(); return 1;',
      'Incompatible types since an instance of Other is never an instance of Helper'
    ],
    [
      "List<Integer> l = new List<Integer>{ 'x' }; return 1;",
      'Initial expression is of incorrect type, expected: Integer but was: String'
    ],
    ['Map<String, Integer> m = new Map<String, Integer>{ 1 => 1 }; return 1;', 'Invalid key type Integer for String'],
    ["Integer i = new List<Integer>()['x']; return 1;", 'List index must be of type Integer: String'],
    ['Integer n = 1; Integer i = n[0]; return 1;', 'Expression must be a list type: Integer'],
    ["Integer i = true ? 1 : 'x'; return i;", 'Incompatible types in ternary operator: String, Integer'],
    ["Integer i = null ?? 'x'; return i;", 'Illegal assignment from String to Integer'],
    ["Long l = 'x'; return 1;", 'Illegal assignment from String to Long'],
    ['Boolean b = 1; return 1;', 'Illegal assignment from Integer to Boolean']
  ],
  procedures: [
    ["Integer x; x = 'x';", 'Illegal assignment from String to Integer'],
    ['String x = 1;', 'Illegal assignment from Integer to String'],
    ["Integer x = true ? 1 : 'x';", 'Incompatible types in ternary operator: String, Integer'],
    [
      'Boolean x = 1 instanceof String;',
      'Operation instanceof is always false since an instance of Integer is never an instance of String'
    ],
    [
      'Boolean x = new Account() instanceof Contact;',
      'Operation instanceof is always false since an instance of Account is never an instance of Contact'
    ],
    [
      'Boolean x = new Account() instanceof SObject;',
      'Operation instanceof is always true since an instance of Account is always an instance of SObject'
    ],
    ["Object x = (Integer) 'x';", 'Incompatible types since an instance of String is never an instance of Integer'],
    ['Object x = (String) 1;', 'Incompatible types since an instance of Integer is never an instance of String'],
    [
      'Object x = (Account) new Contact();',
      'Incompatible types since an instance of Contact is never an instance of Account'
    ],
    [
      'Object x = (List<String>) new List<Integer>();',
      'Incompatible types since an instance of List<Integer> is never an instance of List<String>'
    ],
    [
      'Object x = (Set<String>) new List<String>();',
      'Incompatible types since an instance of List<String> is never an instance of Set<String>'
    ],
    ['Integer x = 1L;', 'Illegal assignment from Long to Integer'],
    ['Integer x = 1.5;', 'Illegal assignment from Decimal to Integer'],
    ['Long x = 1.5;', 'Illegal assignment from Decimal to Long'],
    ["Decimal x = '1';", 'Illegal assignment from String to Decimal'],
    ['Id x = 1;', 'Illegal assignment from Integer to Id'],
    ['Date x = System.now();', 'Illegal assignment from Datetime to Date'],
    ["Date x = '2020-01-01';", 'Illegal assignment from String to Date'],
    ["Boolean x = 'true';", 'Illegal assignment from String to Boolean'],
    ['Boolean x = !1;', '! operator can only be applied to boolean expressions'],
    ["Integer x = -'x';", 'Unary negation must use a numeric argument'],
    ["Integer x = 'a' - 'b';", 'Arithmetic expressions must use numeric arguments'],
    ['Integer x = 1 + true;', 'Arithmetic expressions must use numeric arguments'],
    ['String x = 1 + 2;', 'Illegal assignment from Integer to String'],
    ['Boolean x = 1 && 2;', 'Logical operator can only be applied to Boolean'],
    ["Boolean x = 1 < 'a';", 'Comparison arguments must be compatible types: Integer, String'],
    ['Boolean x = true < false;', 'Inequality operator not allowed for this type: Boolean'],
    ["Boolean x = 'a' == 1;", 'Comparison arguments must be compatible types: String, Integer'],
    ['Boolean x = true == 1;', 'Comparison arguments must be compatible types: Boolean, Integer'],
    ['Boolean x = new Account() == new Contact();', 'Comparison arguments must be compatible types: Account, Contact'],
    [
      'Boolean x = new List<String>() == new Set<String>();',
      'Comparison arguments must be compatible types: List<String>, Set<String>'
    ],
    [
      'Boolean x = new List<String>() == new List<Integer>();',
      'Comparison arguments must be compatible types: List<String>, List<Integer>'
    ],
    [
      'Integer x = 1 & true;',
      '& operator can only be applied to Boolean expressions or to Integer or Long expressions'
    ],
    [
      'Boolean x = true ^ 1;',
      '^ operator can only be applied to Boolean expressions or to Integer or Long expressions'
    ],
    ["Integer x = 1 << 'a';", '<< operation can only be applied to Integer or Long types'],
    ["Integer x = 1; x++; x += 'a';", 'Illegal assignment from String to Integer'],
    ["String x = 'a'; x += 1; x -= 'b';", 'Arithmetic expressions must use numeric arguments'],
    ["String x = 'a'; x++;", 'Unary postfix increment/decrement can only be applied to numeric expressions: String'],
    ['Boolean x = true; x += 1;', 'Arithmetic expressions must use numeric arguments'],
    [
      'Boolean x = true; x |= false; x &= 1;',
      '& operator can only be applied to Boolean expressions or to Integer or Long expressions'
    ],
    ['List<Integer> x = new List<String>();', 'Illegal assignment from List<String> to List<Integer>'],
    ['List<Account> x = new List<Contact>();', 'Illegal assignment from List<Contact> to List<Account>'],
    ['Set<SObject> x = new Set<Account>();', 'Illegal assignment from Set<Account> to Set<SObject>'],
    ['Map<Id, Account> x = new Map<Id, SObject>();', 'Illegal assignment from Map<Id,SObject> to Map<Id,Account>'],
    [
      'Map<String, Account> x = new Map<Id, Account>();',
      'Illegal assignment from Map<Id,Account> to Map<String,Account>'
    ],
    ['Set<Object> x = new Set<String>();', 'Illegal assignment from Set<String> to Set<Object>'],
    [
      "List<Integer> x = new Integer[]{ 1, 'x' };",
      'Initial expression is of incorrect type, expected: Integer but was: String'
    ],
    [
      "List<String> x = new String['x'];",
      'Invalid initializer type String found for List<String>: expected an Integer or a List of type String'
    ],
    ['Integer x = new List<Integer>();', 'Illegal assignment from List<Integer> to Integer'],
    ['Integer x = new List<Integer>()[0L];', 'List index must be of type Integer: Long'],
    ["Integer x = new List<Integer>()['0'];", 'List index must be of type Integer: String'],
    ['Integer x = new Set<Integer>()[0];', 'Expression must be a list type: Set<Integer>'],
    ["Map<String, Integer> x = new Map<String, Integer>{ 'a' => 'b' };", 'Invalid value type String for Integer'],
    ['Map<String, Integer> x = new Map<String, Integer>{ 1 => 2 };', 'Invalid key type Integer for String'],
    [
      "Set<Integer> x = new Set<Integer>{ 'a' };",
      'Initial expression is of incorrect type, expected: Integer but was: String'
    ],
    ['Account x = new Account(Name = 1);', 'Illegal assignment from Integer to String'],
    ['Account x = new Account(1);', 'Type requires name=value pair construction: Account'],
    ['Account x = new Account(); x.Name = 1;', 'Illegal assignment from Integer to String'],
    ["String x = new Map<String, Integer>().get('a');", 'Illegal assignment from Integer to String'],
    ['Object x = null ?? 1; String y = null ?? 1;', 'Illegal assignment from Integer to String'],
    ['Integer x = 1 == 1 == true;', 'Illegal assignment from Boolean to Integer'],
    ['Boolean x = 1 < 2 < 3;', 'Comparison arguments must be compatible types: Boolean, Integer'],
    ["Integer x; Integer y = x = 'x';", 'Illegal assignment from String to Integer'],
    ['1 = 2;', 'Expression cannot be assigned'],
    ["'a' = 'b';", 'Expression cannot be assigned'],
    ['this = null;', 'Expression cannot be assigned'],
    ['null = 1;', 'Expression cannot be assigned'],
    ["String.valueOf(1) = 'x';", 'Expression cannot be assigned'],
    ['Trigger.new = null;', 'Expression cannot be assigned'],
    ['Iterator<Integer> x = new List<Integer>();', 'Illegal assignment from List<Integer> to System.Iterator<Integer>'],
    ['Iterable<Integer> x = new List<String>();', 'Illegal assignment from List<String> to System.Iterable<Integer>'],
    ["Comparable x = 'x';", 'Illegal assignment from String to System.Comparable']
  ],
  members: [
    ["Integer x { get { return 'x'; } }", 'Illegal conversion from String to Integer'],
    ["Integer x { set { x = 'x'; } }", 'Illegal assignment from String to Integer'],
    ["Integer x = 'x';", 'Illegal assignment from String to Integer'],
    ['enum Part { A, B } void y() { Integer i = Part.A; }', 'Illegal assignment from Seed.Part to Integer']
  ],
  classes: [
    [
      `public class Seed {
    public Integer p { get { return 'x'; } }
}`,
      'Illegal conversion from String to Integer'
    ],
    [
      `public class Seed {
    Integer i = 'x';
}`,
      'Illegal assignment from String to Integer'
    ],
    [
      'public class Seed { @InvocableMethod public static void f(Id one) {} }',
      'Unsupported parameter type Id. Valid invocable parameters must be List types like List<T> where T is a supported type'
    ],
    [
      '@RestResource global class Seed { @HttpGet global static void f() {} }',
      'Required property is missing: urlMapping'
    ]
  ]
};

/** In the order in which statements run, and in loops, switches and exceptions. */
import type { Seeds } from './seeds';

export const FLOW: Seeds = {
  statements: [
    ['Integer i = 1;', 'Missing return statement required return type: Integer'],
    ['if (1 == 2) { return 1; }', 'Missing return statement required return type: Integer'],
    ['return 1; Integer i = 2;', 'Unreachable statement'],
    ['throw new IllegalArgumentException(); return 1;', 'Unreachable statement'],
    ['if (1) { return 1; } return 2;', 'Condition expression must be of type Boolean: Integer'],
    ["while ('x') { break; } return 1;", 'Condition expression must be of type Boolean: String'],
    [
      'for (String s : new List<Integer>{ 1 }) { return 1; } return 1;',
      'Invalid loop variable type expected Integer was String'
    ],
    ['for (Integer i : 5) { return 1; } return 1;', 'Loop must iterate over collection: Integer'],
    ['break; return 1;', 'Break statement must be in loop'],
    ['continue; return 1;', 'Continue statement must be in loop'],
    ["throw 'x';", 'Throw expression must be of type exception: String'],
    ['try { return 1; } catch (Helper h) { return 2; }', 'Catch block variable must be of type exception: Helper'],
    [
      "switch on 1 { when 'x' { return 1; } } return 2;",
      'String value in when expression cannot be implicitly converted to the Integer type in switch expression'
    ],
    [
      'switch on 1 { when 1 { return 1; } when 1 { return 2; } } return 3;',
      '1 occurs as more than one when branch for this switch statement'
    ],
    [
      'Database.executeBatch(new Helper()); return 1;',
      'Method does not exist or incorrect signature: void executeBatch(Helper) from the type System.Database'
    ]
  ],
  procedures: [
    ["switch on 'x' { when String y {} }", 'String cannot be a when type variable block'],
    ['break;', 'Break statement must be in loop'],
    ['continue;', 'Continue statement must be in loop'],
    ['return 1;', 'Void method must not return a value'],
    ['return null;', 'Void method must not return a value'],
    ['throw new Account();', 'Throw expression must be of type exception: Account'],
    ["throw 'x';", 'Throw expression must be of type exception: String'],
    ['for (Integer x : 5) {}', 'Loop must iterate over collection: Integer'],
    ['for (String x : new List<Integer>()) {}', 'Invalid loop variable type expected Integer was String'],
    ['for (Integer x = 0; x; x++) {}', 'Condition expression must be of type Boolean: Integer'],
    ['while (1) {}', 'Condition expression must be of type Boolean: Integer'],
    ["if ('x') {}", 'Condition expression must be of type Boolean: String'],
    ['do {} while (null);', 'Condition expression must be of type Boolean: NULL'],
    [
      "switch on 1 { when 'x' {} }",
      'String value in when expression cannot be implicitly converted to the Integer type in switch expression'
    ],
    ['switch on 1.5 { when else {} }', 'Decimal is not a valid switch expression type'],
    ["switch on 'a' { when else {} when 'b' {} }", "'when else' must be the last when block"],
    ['switch on 1 { }', 'Switch statement requires at least one when block'],
    ['switch on 1 { when 1 {} when 1 {} }', '1 occurs as more than one when branch for this switch statement'],
    ['switch on 1 { when else {} when else {} }', "'when else' must be the last when block"],
    ['try { } ', 'Try block must have at least one catch block or a finally block'],
    ['try { } catch (String e) {}', 'Catch block variable must be of type exception: String'],
    ['System.runAs(1) {}', "runAs requires a single argument of type 'User' or 'Version'"],
    ['System.runAs(new User(), 1) {}', "runAs requires a single argument of type 'User' or 'Version'"],
    ['Integer x = 1 ? 2 : 3;', 'Condition expression must be of type Boolean: Integer']
  ],
  members: [
    ['void x() { return 1; }', 'Void method must not return a value'],
    ['Integer x() { }', 'Missing return statement required return type: Integer'],
    ['Integer x { get { } }', 'Missing return statement required return type: Integer'],
    ['Integer x { set { return 1; } }', 'Void method must not return a value'],
    [
      'enum Part { A, B } void y() { switch on Part.A { when Part.A {} when A {} } }',
      "Enum value used in 'when expression' should be unqualified"
    ],
    [
      'enum Part { A, B } void y(Part z) { switch on z { when A {} when A {} } }',
      'A occurs as more than one when branch for this switch statement'
    ],
    ['{ return; }', 'Return must be called from a method'],
    ['static { return 1; }', 'Void method must not return a value'],
    ['void x() { return null; }', 'Void method must not return a value'],
    ['Object x() { return; }', 'Missing return statement required return type: Object'],
    ['Integer x() { if (true) { return 1; } }', 'Missing return statement required return type: Integer'],
    ['Integer x() { while (true) { } }', 'Missing return statement required return type: Integer'],
    ['Integer x() { while (true) { return 1; } }', 'Missing return statement required return type: Integer'],
    ['Integer x() { for (;;) { return 1; } }', 'Missing return statement required return type: Integer'],
    ['Integer x() { do { return 1; } while (true); }', 'Missing return statement required return type: Integer'],
    [
      'Integer x() { try { return 1; } catch (Exception e) { } }',
      'Missing return statement required return type: Integer'
    ],
    ['Integer x() { try { } finally { return 1; } }', 'Missing return statement required return type: Integer'],
    ['Integer x() { switch on 1 { when 1 { return 1; } } }', 'Missing return statement required return type: Integer'],
    ['Integer x() { throw new DmlException(); return 1; }', 'Unreachable statement'],
    ['Integer x() { return 1; return 2; }', 'Unreachable statement'],
    ['Integer x() { if (true) { return 1; } else { return 2; } return 3; }', 'Unreachable statement'],
    ['Integer x() { try { return 1; } catch (Exception e) { return 2; } return 3; }', 'Unreachable statement'],
    ['Integer x() { try { return 1; } finally { } return 3; }', 'Unreachable statement'],
    ['void x() { return; y(); } void y() {}', 'Unreachable statement']
  ]
};

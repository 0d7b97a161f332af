import { runApex } from './run-apex';

// Apex Developer Guide: "Control Flow Statements", "Safe Navigation Operator", "Null Coalescing Operator"
describe('statements', () => {
  test.each([
    [
      'Integer n = 0; for (Integer i = 0; i < 5; i++) { if (i == 1) continue; if (i == 4) break; n += i; } return n;',
      '5'
    ],
    ['Integer n = 0; while (true) { n++; if (n > 3) break; } return n;', '4'],
    ['Integer n = 0; do { n++; } while (n < 3); return n;', '3'],
    ["String r = ''; for (String s : new List<String>{'a', 'b'}) r += s; return r;", 'ab'],
    ['Integer n = 0; for (Integer i : new Set<Integer>{1, 2, 2}) n += i; return n;', '3'],
    ["switch on 'B' { when 'b' { return 1; } when 'A', 'B' { return 2; } when else { return 3; } }", '2'],
    ['switch on 5 { when 1, 2 { return 1; } when -5 { return 2; } when else { return 3; } }', '3'],
    ['Integer n = null; switch on n { when null { return 1; } when else { return 2; } }', '1'],
    [
      "SObject o = new Contact(LastName = 'x'); switch on o { when Account a { return 1; } when Contact c { return c.LastName; } }  return 0;",
      'x'
    ],
    ['Account a; return a?.Name;', 'null'],
    ["String s = 'b'; return 'a' + + s + + 'c';", 'abc'],
    ['Account a; return a?.Name.length();', 'null'],
    ["Account a = new Account(Name = 'abc'); return a?.Name?.length();", '3'],
    ["String s; return s ?? 'd';", 'd'],
    ['Integer i = true ? 1 : 2; return i;', '1'],
    ['Object o = true ? 1 : 2.5; return o;', '1'],
    ['List<Integer> l = new Integer[]{3, 1}; l.sort(); return l[0];', '1'],
    ['Integer[] l = new Integer[2]; return l;', '(null, null)'],
    [
      "Map<String, List<Integer>> m = new Map<String, List<Integer>>{'a' => new List<Integer>{1}}; return m.get('a')[0];",
      '1'
    ],
    ['List<Integer> l = new List<Integer>(); return l[0];', 'System.ListException: List index out of bounds: 0'],
    [
      "Object o = 'x'; return (Integer) o;",
      'System.TypeException: Invalid conversion from runtime type String to Integer'
    ],
    ['Object o = 5; return (Decimal) o;', '5'],
    [
      "List<String> l = new List<String>{'a'}; SObject o; try { o = o.getSObject(l.remove(0)); } catch (Exception e) { } return l.size();",
      '0'
    ]
  ])('%s', (statements, expected) => {
    expect(runApex(statements)).toBe(expected);
  });
});

describe('exceptions', () => {
  const members = `
    public class OopsException extends Exception { public Integer code = 7; }
    public class WorseException extends Exception { public WorseException(String a, Integer b) { this(a + b); } }
    static String log = '';
    static Integer leave() { try { return 1; } finally { log += 'f'; } }`;
  test.each([
    [
      "try { throw new OopsException('x'); } catch (OopsException e) { return e.getMessage() + e.code + e.getTypeName(); }",
      'x7Snippet.OopsException'
    ],
    ["try { throw new WorseException('x', 1); } catch (Exception e) { return e.getMessage(); }", 'x1'],
    [
      "try { throw new OopsException('x', new WorseException('c', 2)); } catch (Exception e) { return e.getCause().getMessage(); }",
      'c2'
    ],
    [
      "try { Account a; a.Name = 'x'; } catch (NullPointerException e) { return 'npe'; } finally { log += 'f'; } return 0;",
      'npe'
    ],
    [
      "try { try { throw new OopsException('in'); } finally { log += '1'; } } catch (OopsException e) { return log + e.getMessage(); }",
      '1in'
    ],
    ['leave(); return log;', 'f'],
    ["throw new OopsException('out');", 'Snippet.OopsException: out'],
    ['try { throw new OopsException(); } catch (OopsException e) { return e.getMessage(); }', 'Script-thrown exception']
  ])('%s', (statements, expected) => {
    expect(runApex(statements, members)).toBe(expected);
  });

  test('a stack trace names class, method and line', () => {
    const trace = runApex(
      "try { fail(); } catch (Exception e) { return e.getLineNumber() + ' ' + e.getStackTraceString(); } return 0;",
      "static void fail() { throw new IllegalArgumentException('x'); }"
    );
    expect(trace).toBe('2 Class.Snippet.fail: line 2, column 1\nClass.Snippet.run: line 4, column 1');
  });
});

import { inTransaction, loadClasses, runApex } from './run-apex';

// Apex Developer Guide: "Classes, Objects, and Interfaces"
describe('classes', () => {
  test('constructors, initialisers and inheritance', () => {
    const members = `
      static String log = '';
      static Integer note(String text) { log += text; return 1; }
      public virtual class Base {
        protected Integer a = note('a');
        public Base() { log += 'B'; hello(); }
        public Base(Integer x) { this(); a = x; }
        public virtual void hello() { log += 'h'; }
        public override String toString() { return 'Base' + a; }
      }
      public class Derived extends Base {
        Integer b = note('b');
        public Derived() { super(5); log += 'D'; }
        public override void hello() { log += 'H' + b; super.hello(); }
      }`;
    expect(runApex('Base d = new Derived(); return log + d + ((Object) d instanceof Base);', members)).toBe(
      'abBH1hDBase5true'
    );
  });

  test('properties with accessors', () => {
    const members = `
      public class Box {
        public Integer plain { get; set; }
        public Integer doubled { get { return doubled * 2; } set { doubled = value + 1; } }
        public Integer lazy { get { if (lazy == null) lazy = 9; return lazy; } private set; }
      }
      static Integer count { get { if (count == null) { count = 0; } return ++count; } set; }`;
    expect(
      runApex(
        "Box b = new Box(); b.plain = 3; b.doubled = 4; b.plain += b.doubled; return b.plain + ' ' + b.lazy + ' ' + count + count;",
        members
      )
    ).toBe('13 9 12');
  });

  test('enums', () => {
    const members = 'public enum Season { WINTER, SPRING }';
    const statements = `
      Season s = Season.valueOf('spring');
      switch on s { when WINTER { return 'no'; } when SPRING { return s.name() + s.ordinal() + Season.values() + (s == Season.SPRING); } }
      return 'none';`;
    expect(runApex(statements, members)).toBe('SPRING1(WINTER, SPRING)true');
  });

  test('interfaces of the platform are called by it', () => {
    const members = `
      public class Item implements Comparable {
        public Integer n; public Item(Integer n) { this.n = n; }
        public Integer compareTo(Object other) { return ((Item) other).n - n; }
        public override String toString() { return 'i' + n; }
      }
      public class Range implements Iterable<Integer>, Iterator<Integer> {
        Integer n = 0;
        public Iterator<Integer> iterator() { return this; }
        public Boolean hasNext() { return n < 3; }
        public Integer next() { return n++; }
      }`;
    const statements = `
      List<Item> items = new List<Item>{new Item(1), new Item(2)};
      items.sort();
      Integer sum = 0;
      for (Integer i : new Range()) sum += i;
      return '' + items + sum;`;
    expect(runApex(statements, members)).toBe('(i2, i1)3');
  });

  test('equals and hashCode decide keys and ==', () => {
    const members = `
      public class Key {
        Integer n; public Key(Integer n) { this.n = n; }
        public Boolean equals(Object other) { return other instanceof Key && ((Key) other).n == n; }
        public Integer hashCode() { return n; }
      }`;
    expect(
      runApex(
        "Set<Key> s = new Set<Key>{new Key(1), new Key(1)}; return s.size() + ' ' + (new Key(2) == new Key(2));",
        members
      )
    ).toBe('1 true');
  });

  test('statics are initialised once per transaction, in order', () => {
    const program = loadClasses([
      `public class Counter {
        public static Integer a = 1;
        public static Integer b = a + 1;
        static { b += 10; }
        public static Integer next() { return ++b; }
      }`
    ]);
    const both = inTransaction(() => [program.callStatic('Counter', 'next'), program.callStatic('Counter', 'next')]);
    expect(both).toEqual([13, 14]);
    expect(inTransaction(() => program.callStatic('Counter', 'next'))).toBe(13);
  });

  test('overloads are chosen by the nearest parameters', () => {
    const members = `
      static String f(Object o) { return 'Object'; }
      static String f(Long n) { return 'Long'; }
      static String f(Decimal n) { return 'Decimal'; }
      static String f(String s) { return 'String'; }
      static String f(SObject s) { return 'SObject'; }
      static String f(List<Account> s) { return 'List'; }`;
    const statements = "return f(1) + f(1.5) + f('x') + f(new Account()) + f(new List<Account>()) + f(true);";
    expect(runApex(statements, members)).toBe('LongDecimalStringSObjectListObject');
  });

  test('names ignore case', () => {
    expect(
      runApex(
        'INTEGER X = 1; x = X + Y; RETURN x + HELLO();',
        'static integer y = 5; static Integer hello() { return y; }'
      )
    ).toBe('11');
  });

  test('private methods of a base class are not overridden', () => {
    const base =
      "public virtual class Base { private String who() { return 'base'; } public String ask() { return who(); } }";
    const derived = "public class Derived extends Base { private String who() { return 'derived'; } }";
    expect(runApex('return new Derived().ask();', '', base, derived)).toBe('base');
  });

  test('coverage counts executions of lines', () => {
    const program = loadClasses(
      ['public class C {\npublic static Integer run() {\nInteger i = 1;\nif (i > 2) {\ni = 5;\n}\nreturn i;\n}\n}'],
      { coverage: true }
    );
    inTransaction(() => program.callStatic('C', 'run'));
    expect([...program.coverage()[0]!.lines]).toEqual([
      [3, 1],
      [4, 1],
      [5, 0],
      [7, 1]
    ]);
  });
});

/** In what classes extend, implement and declare. */
import type { Seeds } from './seeds';

export const INHERITANCE: Seeds = {
  statements: [
    ["Object o = new Helper('x'); return 1;", 'Constructor not defined: [Helper].<Constructor>(String)'],
    ['Object o = new Closed(); return 1;', 'Constructor is not visible: [Closed].<Constructor>()'],
    ['Object o = new Shape(); return 1;', 'Abstract classes cannot be constructed: Shape'],
    ['Object o = new Contract(); return 1;', 'Type cannot be constructed: Contract'],
    [
      'Helper.FIXED = 2; return 1;',
      'Final members can only be assigned in their declaration, init blocks, or constructors: FIXED'
    ]
  ],
  procedures: [
    ['try { } catch (Exception e) { } catch (Exception f) { }', 'Exception type already caught: Exception'],
    [
      'try { } catch (Exception e) { } catch (DmlException f) { }',
      'Exception type already caught: System.DmlException'
    ],
    ['Object x = new Integer();', 'Type cannot be constructed: Integer'],
    ["Object x = new String('x');", 'Type cannot be constructed: String'],
    ['Object x = new SObject();', 'Type cannot be constructed: SObject'],
    ['Object x = new Exception();', 'Type cannot be constructed: Exception'],
    ['Object x = new Comparable();', 'Type cannot be constructed: System.Comparable'],
    ['Object x = new Http(1);', 'Constructor not defined: [System.Http].<Constructor>(Integer)'],
    ['super();', 'No super type defined: Seed'],
    ['this();', "Call to 'this()' must be the first statement in a constructor method"],
    ['super(1, 2, 3, 4, 5, 6, 7);', 'No super type defined: Seed'],
    ['Exception x = new DmlException(1);', 'Constructor not defined: [System.DmlException].<Constructor>(Integer)'],
    ['throw new DmlException(1);', 'Constructor not defined: [System.DmlException].<Constructor>(Integer)']
  ],
  members: [
    ['public Part() {}', 'Invalid constructor name: Part'],
    ['Integer x();', 'Method must have a body'],
    ['override void x() {}', '@Override specified for non-overriding method: void Seed.x()'],
    ['override String toString() { return null; }', 'Cannot reduce the visibility of method: String Seed.toString()'],
    ['static Integer x { get; set; } static Integer x;', 'Duplicate field: x'],
    [
      'final Integer x; void y() { x = 1; }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: x'
    ],
    [
      'static final Integer x; void y() { x = 1; }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: x'
    ],
    ['Integer x, x;', 'Duplicate field: x'],
    ['Integer x; String X;', 'Duplicate field: X'],
    ['void x() {} Integer x() { return 1; }', 'Method already defined: x Integer Seed.x() from the type Seed'],
    ['void x(Integer a) {} void x(Integer b) {}', 'Method already defined: x void Seed.x(Integer) from the type Seed'],
    ['enum Part { A, B, A }', 'Duplicate field: A'],
    ['enum Part { A, B } void y() { Part z = new Part(); }', 'Type cannot be constructed: Seed.Part'],
    [
      'enum Part { A } void y() { Part.A = null; }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: A'
    ],
    ['class Part { class Whole {} }', 'Inner types are not allowed to have inner types'],
    ['class Part { static { } }', 'Inner types are not allowed to have static blocks'],
    ['class Part { interface Whole {} }', 'Inner types are not allowed to have inner types'],
    ['class Part { enum Whole { A } }', 'Inner types are not allowed to have inner types'],
    [
      'abstract class Part { abstract void a(); } void y() { new Part(); }',
      'Abstract classes cannot be constructed: Seed.Part'
    ],
    [
      'abstract class Part { abstract void a(); } class Whole extends Part {}',
      'Class Seed.Whole must implement the abstract method: void Seed.Part.a()'
    ],
    [
      'virtual class Part { virtual void a() {} } class Whole extends Part { void a() {} }',
      'Method must use the override keyword: void Seed.Whole.a()'
    ],
    [
      'virtual class Part { public virtual void a() {} } class Whole extends Part { private override void a() {} }',
      'Cannot reduce the visibility of method: void Seed.Whole.a()'
    ],
    [
      'virtual class Part { public virtual void a() {} } class Whole extends Part { public override Integer a() { return 1; } }',
      'Method return types clash: Integer vs void from the type Seed.Whole'
    ],
    [
      'virtual class Part { Part(Integer a) {} } class Whole extends Part { }',
      'No default constructor available in super type: Seed.Part'
    ],
    [
      'virtual class Part { Part(Integer a) {} } class Whole extends Part { Whole() {} }',
      'No default constructor available in super type: Seed.Part'
    ],
    [
      "virtual class Part { Part(Integer a) {} } class Whole extends Part { Whole() { super('x'); } }",
      'No constructor defined: void <init>(String)'
    ],
    ['class Part { } class Whole extends Part { }', 'Non-virtual and non-abstract type cannot be extended: Seed.Part'],
    [
      'interface Part { void a(); } class Whole implements Part { }',
      'Class Seed.Whole must implement the method: void Seed.Part.a()'
    ],
    [
      'interface Part { void a(); } class Whole implements Part { void a() {} }',
      'Seed.Whole: Overriding implementations of global or public interface methods must be global or public: void Seed.Part.a()'
    ],
    [
      'interface Part { void a(); } class Whole implements Part { public Integer a() { return 1; } }',
      'Class Seed.Whole must implement the method: void Seed.Part.a()'
    ],
    ['interface Part { void a(); } class Whole extends Part { }', 'Invalid class: Part'],
    [
      'interface Part { void a(); } interface Whole extends Part { void b(); } class Third implements Whole { public void b() {} }',
      'Class Seed.Third must implement the method: void Seed.Part.a()'
    ],
    ['interface Part extends Part {}', 'Circular definition: Seed.Part'],
    ['interface Part { void a(); void a(); }', 'Method already defined: a void Seed.Part.a() from the type Seed.Part'],
    [
      'class Part implements Comparable {}',
      'Class Seed.Part must implement the method: Integer System.Comparable.compareTo(Object)'
    ],
    [
      'class Part implements Comparable { public Integer compareTo(Integer a) { return 1; } }',
      'Class Seed.Part must implement the method: Integer System.Comparable.compareTo(Object)'
    ],
    ['class Part implements Part {}', 'Invalid interface: Part'],
    ['class Part extends Part {}', 'Circular definition: Seed.Part'],
    [
      'class Part implements Schedulable {}',
      'Class Seed.Part must implement the method: void System.Schedulable.execute(System.SchedulableContext)'
    ],
    [
      'class Part implements Queueable { public void execute() {} }',
      'Class Seed.Part must implement the method: void System.Queueable.execute(System.QueueableContext)'
    ],
    [
      'class Part implements Iterable<Integer> { public Iterator<String> iterator() { return null; } }',
      'Class Seed.Part must implement the method: System.Iterator<Integer> System.Iterable<Integer>.iterator()'
    ],
    ['class Part extends Exception {}', 'Classes extending Exception must have a name ending in Exception: Seed.Part'],
    ['class WorseException {}', 'Exception class must extend another Exception class: Seed.WorseException'],
    ['class Part extends String {}', 'Non-virtual and non-abstract type cannot be extended: String'],
    ['class Part extends Account {}', 'Non-virtual and non-abstract type cannot be extended: Account'],
    ['class Part extends List<Integer> {}', 'Non-virtual and non-abstract type cannot be extended: List<Integer>'],
    ['class Part {} interface Part {}', 'Type name already in use: Seed.Part'],
    ['virtual override void x() {}', '@Override specified for non-overriding method: void Seed.x()']
  ],
  classes: [
    [
      `public class Seed implements Contract {
}`,
      'Class Seed must implement the method: Integer Contract.sign(String)'
    ],
    [
      `public class Seed extends Shape {
}`,
      'Class Seed must implement the abstract method: Integer Shape.area()'
    ],
    [
      `public class Seed implements Contract {
    public String sign(String name) { return name; }
}`,
      'Class Seed must implement the method: Integer Contract.sign(String)'
    ],
    [
      `public class Seed implements Contract {
    Integer sign(String name) { return 1; }
}`,
      'Seed: Overriding implementations of global or public interface methods must be global or public: Integer Contract.sign(String)'
    ],
    [
      `public class Seed extends Other {
}`,
      'Non-virtual and non-abstract type cannot be extended: Other'
    ],
    [
      `public class Seed extends Contract {
}`,
      'Invalid class: Contract'
    ],
    [
      `public class Seed implements Other {
}`,
      'Invalid interface: Other'
    ],
    [
      `public virtual class Seed {
    public override Integer run() { return 1; }
}`,
      '@Override specified for non-overriding method: Integer Seed.run()'
    ],
    [
      `public class Seed {
    void a(Integer i) {}
    void a(Integer j) {}
}`,
      'Method already defined: a void Seed.a(Integer) from the type Seed'
    ],
    [
      `public class Seed {
    Integer a;
    String a;
}`,
      'Duplicate field: a'
    ],
    [
      `public class Seed {
    class A {}
    class A {}
}`,
      'Type name already in use: Seed.A'
    ],
    [
      `public class Seed {
    public virtual class B { public virtual Integer f() { return 1; } }
    public class D extends B { public Integer f() { return 2; } }
}`,
      'Method must use the override keyword: Integer Seed.D.f()'
    ],
    [
      `public class Seed {
    public Integer f();
}`,
      'Method must have a body'
    ],
    [
      `public class Seed {
    public virtual class B { public B(Integer i) {} }
    public class D extends B { }
}`,
      'No default constructor available in super type: Seed.B'
    ],
    [
      `public class Seed implements Schedulable {
}`,
      'Class Seed must implement the method: void System.Schedulable.execute(System.SchedulableContext)'
    ],
    [
      `public class Seed implements Database.Batchable<SObject> {
    public void execute(Database.BatchableContext c, List<SObject> s) {}
    public void finish(Database.BatchableContext c) {}
}`,
      'Class Seed must implement the method: System.Iterable<SObject> Database.Batchable<SObject>.start(Database.BatchableContext)'
    ],
    [
      `public virtual class Seed extends Seed {
}`,
      'Circular definition: Seed'
    ],
    [
      `public class Seed {
    public class Wrong extends Exception {}
}`,
      'Classes extending Exception must have a name ending in Exception: Seed.Wrong'
    ],
    [
      `public class Seed {
    public class WrongException {}
}`,
      'Exception class must extend another Exception class: Seed.WrongException'
    ],
    [
      `public class Seed {
    public class A { public class B {} }
}`,
      'Inner types are not allowed to have inner types'
    ],
    [
      'public class Seed { Seed(Integer a) {} Seed(Integer b) {} }',
      'Constructor already defined: [Seed].<Constructor>(Integer)'
    ],
    [
      'public class Seed extends Helper { public Seed() { Integer i = 1; super(); } }',
      "Call to 'super()' must be the first statement in a constructor method"
    ],
    [
      `public class Seed {
    public virtual class A { public virtual Integer f() { return 1; } }
    public class B extends A { public override String f() { return null; } }
}`,
      'Method return types clash: String vs Integer from the type Seed.B'
    ],
    [
      `public class Seed {
    public virtual class A { public virtual Integer f() { return 1; } }
    public class B extends A { private override Integer f() { return 1; } }
}`,
      'Cannot reduce the visibility of method: Integer Seed.B.f()'
    ],
    [
      'public class Seed { final Integer i; void f() { i = 1; } }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: i'
    ],
    ['public enum Seed { A, B, a }', 'Duplicate field: a']
  ]
};

/** In modifiers and names. */
import type { Seeds } from './seeds';

export const MODIFIERS: Seeds = {
  statements: [
    ['Integer trigger = 1; return trigger;', 'Identifier name is reserved: trigger'],
    ['Integer _i = 1; return _i;', 'Invalid character in identifier: _i'],
    ['Integer i_ = 1; return i_;', 'Invalid character in identifier: i_'],
    ['Integer i__j = 1; return i__j;', 'Invalid character in identifier: i__j']
  ],
  procedures: [
    ['Integer zq_;', 'Invalid character in identifier: zq_'],
    ['Integer _zq;', 'Invalid character in identifier: _zq'],
    ['Integer zq__a;', 'Invalid character in identifier: zq__a'],
    ['Integer group;', 'Identifier name is reserved: group'],
    ['Integer number;', 'Identifier name is reserved: number'],
    ['static Integer x;', 'static is not allowed on locals'],
    ['public Integer x;', 'public is not allowed on locals'],
    ['private Integer x = 1;', 'private is not allowed on locals'],
    ['final final Integer x = 1;', 'Duplicate modifier: final']
  ],
  members: [
    ['abstract void x();', 'Defining type for abstract methods must be declared as abstract'],
    ['abstract void x() {}', 'Defining type for abstract methods must be declared as abstract'],
    ['static virtual void x() {}', 'static methods cannot be virtual'],
    ['static override void x() {}', 'static methods cannot be override'],
    ['final void x() {}', 'methods are by default final'],
    ['Integer x { public get; private set; }', 'Cannot declare public accessor on private property'],
    ['private Integer x { public get; }', 'Cannot declare public accessor on private property'],
    ['abstract Integer x { get; }', 'abstract is not allowed on properties'],
    ['void x(static Integer a) {}', 'static is not allowed on parameters'],
    ['class Part { static void y() {} }', 'static can only be used on methods of a top level type'],
    ['class Part { static Integer y; }', 'static can only be used on fields of a top level type'],
    ['static class Part {}', 'static is not allowed on classes'],
    ['final class Part {}', 'classes are by default final'],
    ['virtual abstract class Part {}', 'abstract are by default virtual'],
    [
      'virtual class Part { void a() {} } class Whole extends Part { override void a() {} }',
      'Non-virtual, non-abstract methods cannot be overridden: void Seed.Whole.a()'
    ],
    ['class Integer {}', 'Identifier name is reserved: Integer'],
    ['class String {}', 'Identifier name is reserved: String'],
    ['public private Integer x;', 'Declarations can only have one scope'],
    ['public public Integer x;', 'Duplicate modifier: public'],
    ['static static Integer x;', 'Duplicate modifier: static'],
    ['global Integer x;', 'Defining type for global fields must be declared as global'],
    ['transient void x() {}', 'transient is not allowed on methods'],
    ['virtual Integer x;', 'virtual is not allowed on fields'],
    ['abstract Integer x;', 'abstract is not allowed on fields'],
    ['override Integer x;', 'override is not allowed on fields'],
    ['webservice Integer x;', 'Defining type for webService fields must be declared as global'],
    ['webservice static void x() {}', 'Defining type for webService methods must be declared as global'],
    ['private private void x() {}', 'Duplicate modifier: private'],
    ['protected static void x() {}', 'protected methods cannot be static'],
    ['static protected Integer x;', 'protected fields cannot be static'],
    ['static abstract void x();', 'static methods cannot be abstract']
  ],
  classes: [
    [
      `public class Seed {
    public virtual class B { public Integer f() { return 1; } }
    public class D extends B { public override Integer f() { return 2; } }
}`,
      'Non-virtual, non-abstract methods cannot be overridden: Integer Seed.D.f()'
    ],
    [
      `public class Seed {
    public abstract Integer f();
}`,
      'Defining type for abstract methods must be declared as abstract'
    ],
    [
      `public class Seed {
    protected void f() {}
}`,
      'New protected methods cannot be defined in non-virtual classes'
    ],
    ['public class Seed { static class A {} }', 'static is not allowed on classes'],
    ['public class Seed { class A { static Integer i; } }', 'static can only be used on fields of a top level type'],
    ['public class Seed { class A { static void f() {} } }', 'static can only be used on methods of a top level type'],
    ['class Seed {}', 'Top-level type must have public or global visibility'],
    ['private class Seed {}', 'Top-level type must have public or global visibility'],
    ['public abstract virtual class Seed {}', 'abstract are by default virtual'],
    ['public class Seed { global void f() {} }', 'Defining type for global methods must be declared as global']
  ]
};

import { buildSchema } from '../../schema/build-schema';
import { platformTypes } from '../../org';
import { NotModeled } from '../../values/not-modeled';
import { compileAnonymous, compileProject } from '../compile';
import type { TypeDeclaration } from '../parse/ast';
import { parseAnonymous, parseCompilationUnit, parseTrigger } from '../parse';
import { ApexProgram } from '../runtime/program';
import { compileClasses, inTransaction, loadClasses, messagesOf, runApex } from './run-apex';

const { schema } = buildSchema({ directories: [] });
const environment = { schema, labels: new Map<string, string>(), platformTypes: platformTypes() };

describe('what is not modelled', () => {
  // The rules of honesty in local-org.md: it fails where it is reached, not before.
  test('costs the statement that reaches it, not the class', () => {
    const program = loadClasses([
      `public class C {
        public static Integer ok() { return 1; }
        public static Integer bad() { Canvas.CanvasLifecycleContext c = null; return 1 + Canvas.Foo.bar(c).size(); }
      }`
    ]);
    expect(inTransaction(() => program.callStatic('C', 'ok'))).toBe(1);
    expect(() => inTransaction(() => program.callStatic('C', 'bad'))).toThrow(NotModeled);
  });

  test('a standard object or field beyond the catalogue', () => {
    expect(messagesOf('public class C { Integer f() { return [SELECT Bogus FROM Account].size(); } }')).toEqual([]);
    expect(messagesOf('public class C { ContactPointAddress a; }')).toEqual([]);
    expect(messagesOf('public class C { Bogus__c a; }')).toEqual(['C 1: Invalid type: Bogus__c']);
  });

  test('no catch or finally of Apex sees it', () => {
    const statements = `try { Canvas.Foo.bar(); } catch (Exception e) { return 'caught'; } finally { log += 'f'; }
      return 'end';`;
    expect(() => runApex(statements, "static String log = '';")).toThrow('NotModeled: Canvas.Foo.bar');
  });
});

describe('names', () => {
  // Apex Developer Guide: "Type Resolution and System Namespace for Types"
  test("a project's class shadows the platform's, which keeps its namespace", () => {
    const user = 'public class User { public Integer n = 5; }';
    const statements = "Schema.User record = new Schema.User(LastName = 'x'); return record.LastName + new User().n;";
    expect(runApex(statements, '', user)).toBe('x5');
  });

  test('a type beside a super class is found without its outer class', () => {
    const library = `public class Library {
      public enum Side { LEFT, RIGHT }
      public abstract class Part { public String named(Side side) { return side.name(); } }
    }`;
    const user = `public class User2 {
      public class Mine extends Library.Part { public String mine(Side side) { return named(side); } }
    }`;
    expect(runApex('return new User2.Mine().mine(Library.Side.LEFT);', '', library, user)).toBe('LEFT');
  });

  test('an interface may have an equals of its own', () => {
    const filters = `public class Filters {
      public interface Filter { Filters equals(Object value); }
      public class Impl implements Filter { public Filters equals(Object value) { return new Filters(); } }
      public String first() { return 'first'; }
    }`;
    expect(runApex('Filters.Filter filter = new Filters.Impl(); return filter.equals(1).first();', '', filters)).toBe(
      'first'
    );
  });

  test('a private member of a super class does not hide what is around a class', () => {
    const outer = `public class Around {
      static Integer size = 1;
      public class Within extends Base { public Integer f() { return size; } }
      public static Integer f() { return new Within().f(); }
    }`;
    expect(runApex('return Around.f();', '', outer, 'public virtual class Base { private Integer size = 2; }')).toBe(
      '1'
    );
  });

  test('variables of the code around it are in the scope of dynamic SOQL', () => {
    const { scripts, diagnostics } = compileClasses([
      "public class C { Integer n; List<Account> f(String name) { return Database.query('SELECT Id FROM Account'); } }"
    ]);
    expect(diagnostics).toEqual([]);
    expect(scripts[0]!.code).toContain('case "name": return name;case "n": return this._n;');
  });
});

describe('stubs', () => {
  // Apex Developer Guide: "Build a Mocking Framework with the Stub API"
  const provider = `
    public class Provider implements System.StubProvider {
      public Object handleMethodCall(Object stub, String name, Type returnType, List<Type> types, List<String> names, List<Object> args) {
        return name == 'twice' ? (Object) (((Integer) args[0]) + 100) : null;
      }
    }`;

  test('all calls go to the provider', () => {
    const service =
      'public class Service { public virtual Integer twice(Integer n) { return n * 2; } public void run() { } }';
    const statements = `
      Service s = (Service) Test.createStub(Service.class, new Provider());
      s.run();
      return s.twice(1) + ' ' + ((Object) s instanceof Service) + ' ' + s;`;
    expect(runApex(statements, provider, service)).toBe('101 true Service__sfdc_ApexStub:[]');
  });

  test('an inner class cannot be stubbed', () => {
    const statements = 'return Test.createStub(Within.class, new Provider());';
    expect(runApex(statements, `${provider} public class Within { }`)).toContain('System.TypeException');
  });
});

// "Apex Versioned Behavior Changes" (62.0), Apex Reference Guide
test.each([
  [61, 'a'],
  [62, 'System.FinalException']
])('a set that changes in its own loop, version %i', (apiVersion, expected) => {
  const source = `public class C { public static String run() {
    Set<String> names = new Set<String>{ 'a' };
    try { for (String name : names) { names.add(name + 'b'); } return 'a'; }
    catch (FinalException e) { return e.getTypeName(); } } }`;
  const program = loadClasses([source], { apiVersion });
  expect(inTransaction(() => program.callStatic('C', 'run'))).toBe(expected);
});

describe('inheritance as public code relies on it', () => {
  // "String Class" (format, Versioned Behavior Changes), Apex Reference Guide
  test.each([
    [50, 'Dont {0} forget'],
    [51, "Don't one forget"]
  ])('a platform method does what it did for classes of version %i', (apiVersion, expected) => {
    const source = `public class C { public static String run() {
      return String.format('Don\\'t {0} forget', new List<Object>{ 'one' }); } }`;
    const program = loadClasses([source], { apiVersion });
    expect(inTransaction(() => program.callStatic('C', 'run'))).toBe(expected);
  });

  test('a method with wider parameters answers for one of an interface', () => {
    const members = `
      public interface Store {
        String find(Object key); String find(SObject key); String keep(List<SObject> rows); String name(Dog pet);
      }
      public virtual class Pet { }
      public class Dog extends Pet { }
      public class Shelf implements Store {
        public String find(Object key) { return 'o'; }
        public String keep(List<Contact> rows) { return 'c' + rows.size(); }
        public String name(Pet pet) { return 'p'; }
        private String name(String text) { return 'no'; }
      }`;
    const statements = `
      Store s = new Shelf();
      return s.find('a') + s.find(new Account()) + s.keep(new List<Account>{ new Account() }) + s.name(new Dog());`;
    expect(runApex(statements, members)).toBe('ooc1p');
  });

  test('a method with narrower parameters does not', () => {
    const messages = messagesOf(
      'public interface Store { String find(Object key); }',
      'public class Shelf implements Store { public String find(String key) { return key; } }'
    );
    expect(messages).toEqual(['Shelf 1: Class Shelf must implement the method: String Store.find(Object)']);
  });

  test('a cast to a wider type leaves what was made as it is', () => {
    const statements = `
      Object made = (Object) new Map<String, Object>{ 'a' => 1 };
      return made instanceof Map<String, Object>;`;
    expect(runApex(statements)).toBe('true');
  });

  test('an iterator is one of the elements of its list', () => {
    const statements = `
      Object each = new List<Account>{ new Account(Name = 'n') }.iterator();
      SObject first = (SObject) ((Iterator<Object>) each).next();
      return (each instanceof Iterator<SObject>) + ' ' + (each instanceof Iterator<String>) + ' ' + first.get('Name');`;
    expect(runApex(statements)).toBe('true false n');
  });

  test('a static method stands for one of an interface', () => {
    const numbers = 'public class Numbers implements Maker { public static Integer make() { return 7; } }';
    const maker = 'public interface Maker { Object make(); }';
    expect(runApex('Maker m = new Numbers(); return m.make();', '', maker, numbers)).toBe('7');
  });

  test('clone() copies an object, super.toString() prints it', () => {
    const members = `
      public class Item { public Integer n = 1; public override String toString() { return '<' + super.toString() + '>'; } }`;
    expect(runApex("Item a = new Item(); Item b = a.clone(); b.n = 2; return a + '' + b;", members)).toBe(
      '<Item:[n=1]><Item:[n=2]>'
    );
  });
});

describe('triggers and scripts', () => {
  test('a trigger is a unit of its own', () => {
    const { unit } = parseTrigger('trigger T on Account (before insert, after update) { Integer n = 1 / 0; }');
    const triggers = [{ name: 'T', unit: unit!, apiVersion: 67 }];
    const { scripts, diagnostics } = compileProject({ ...environment, classes: [], triggers });
    expect(diagnostics).toEqual([]);
    const program = new ApexProgram(scripts, schema);
    const [trigger] = program.triggers();
    expect(trigger).toMatchObject({
      name: 'T',
      object: 'Account',
      events: [
        { time: 'before', operation: 'insert' },
        { time: 'after', operation: 'update' }
      ]
    });
    expect(() => inTransaction(() => trigger!.run())).toThrow('Divide by 0');
  });

  test('a script runs against the classes of a project', () => {
    const { unit } = parseAnonymous(
      'Integer n = twice(4); Holder.value = n; Integer twice(Integer x) { return x * 2; }'
    );
    const holder = 'public class Holder { public static Integer value; }';
    const classes = compileClasses([holder]);
    const input = { ...environment, classes: [{ name: 'Holder', unit: parsedClass(holder), apiVersion: 67 }] };
    const script = compileAnonymous(input, { name: 'AnonymousBlock', unit: unit!, apiVersion: 67 });
    expect(script.diagnostics).toEqual([]);
    const program = new ApexProgram([...classes.scripts, ...script.scripts], schema);
    inTransaction(() => {
      program.callStatic('AnonymousBlock', 'run');
      const value = program.findClass('Holder')!.fields[0]!;
      expect(value.read!({})).toBe(8);
    });
  });
});

function parsedClass(source: string): TypeDeclaration {
  return parseCompilationUnit(source).unit as TypeDeclaration;
}

test('a text that is not modelled ends nothing in what only people read: System.debug and failed assertions', () => {
  const message = "ApexPages.Message m = new ApexPages.Message(ApexPages.Severity.INFO, 'x');";
  const read =
    "System.debug(m); System.debug('of ' + m); System.assert(true, 'of ' + m); Assert.isTrue(true, 'of ' + m);";
  expect(runApex(`${message} ${read} return 'done';`)).toBe('done');
  expect(() => runApex(`${message} return 'of ' + m;`)).toThrow('NotModeled: the text of a Message');
});

import { buildSchema } from '../../schema/build-schema';
import { platformTypes } from '../../org';
import { compileProject, type CompileInput } from '../compile';
import { IncrementalCompiler } from '../incremental';
import type { TypeDeclaration } from '../parse/ast';
import { parseCompilationUnit } from '../parse';

const { schema } = buildSchema({ directories: [] });

const SOURCES = {
  Base: 'public virtual class Base { Integer count; public virtual Integer size() { return 1; } public class Part {} }',
  Middle: 'public class Middle extends Base { public override Integer size() { return 2; } }',
  User: 'public class User1 { public static Integer run() { return new Middle().size(); } }'
};

const units = new Map<string, TypeDeclaration>();

/** Equal texts have the same tree, as sources that did not change. */
function inputOf(sources: Readonly<Record<string, string>>): CompileInput {
  const all = Object.entries(sources).map(([name, text]) => {
    if (!units.has(text)) units.set(text, parseCompilationUnit(text).unit as TypeDeclaration);
    return { name, unit: units.get(text) as TypeDeclaration, apiVersion: 67 };
  });
  return { classes: all, schema, labels: new Map(), platformTypes: platformTypes() };
}

/** Compiles before and after a change. @returns names of the types that were printed for it */
function change(changes: Readonly<Record<string, string>>): string[] {
  const compiler = new IncrementalCompiler();
  const before = new Set(compiler.compile(inputOf(SOURCES)).scripts);
  const after = inputOf({ ...SOURCES, ...changes });
  const output = compiler.compile(after);
  expect(output).toEqual(compileProject(after));
  return output.scripts.filter((script) => !before.has(script)).map(({ name }) => name);
}

test('a body that changed costs one file', () => {
  const body = SOURCES.Base.replace('return 1', 'Integer one = 1;\n return one');
  expect(change({ Base: body })).toEqual(['Base', 'Base.Part']);
});

test.each([
  ['a member that came', { Base: SOURCES.Base.replace('public class', 'public String name; public class') }],
  ['a type that changed', { Base: SOURCES.Base.replace('Integer count', 'Long count') }],
  ['an inner class that went', { Base: SOURCES.Base.replace('public class Part {}', '') }],
  ['an annotation', { Base: `@SuppressWarnings('x') ${SOURCES.Base}` }],
  ['a class that came', { Other: 'public class Other {}' }]
])('%s is compiled with all the rest', (_name, changes) => {
  const printed = change(changes as Record<string, string>);
  expect(printed).toEqual(expect.arrayContaining(['User1']));
});

test('an error leaves out what depends on it', () => {
  expect(change({ Middle: SOURCES.Middle.replace('return 2', 'return nothing') })).toEqual(['Base', 'Base.Part']);
});

test('what had errors is compiled with all the rest', () => {
  const compiler = new IncrementalCompiler();
  compiler.compile(inputOf({ ...SOURCES, Middle: SOURCES.Middle.replace('return 2', 'return nothing') }));
  expect(compiler.compile(inputOf(SOURCES))).toEqual(compileProject(inputOf(SOURCES)));
});

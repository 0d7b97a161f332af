import { compileClasses, inTransaction, loadClasses } from './run-apex';

/** Ways taken and their hits, by line, of a class whose `run(Integer)` is called with each number. */
function branchesOf(body: string, ...numbers: readonly number[]): Record<string, Record<string, number>> {
  const source = `public class Snippet {\npublic static Object run(Integer n) {\n${body}\nreturn null;\n}\n}`;
  const program = loadClasses([source], { coverage: true });
  for (const number of numbers) {
    try {
      inTransaction(() => program.callStatic('Snippet', 'run', [number]));
    } catch {
      // What is thrown takes none of the ways behind it.
    }
  }
  const [{ branches } = { branches: [] }] = program.coverage();
  return Object.fromEntries(
    branches.map(({ line, kind, ways }) => [
      `${line - 2} ${kind}`,
      Object.fromEntries(ways.map(({ name, hits }) => [name, hits]))
    ])
  );
}

test.each<[string, string, number[], Record<string, Record<string, number>>]>([
  ['if without else', 'if (n > 1) n = 2;', [1, 2, 3], { '1 if': { true: 2, false: 1 } }],
  ['if and else', 'if (n > 1) { n = 2; } else { n = 3; }', [1], { '1 if': { true: 0, false: 1 } }],
  [
    'else if',
    'if (n == 1) n = 5;\nelse if (n == 2) n = 6;',
    [1, 2, 3],
    {
      '1 if': { true: 1, false: 2 },
      '2 if': { true: 1, false: 1 }
    }
  ],
  ['ternaries', 'Integer m = n > 1 ? 1 : 2;', [1, 2, 2], { '1 ternary': { true: 2, false: 1 } }],
  [
    'and',
    'Boolean b = n > 1 && n < 3;',
    [1, 2, 3],
    {
      '1 and': { 'left side decides': 1, 'right side decides': 2 }
    }
  ],
  ['or', 'Boolean b = n > 1 || n < 0;', [1, 2, 3], { '1 or': { 'left side decides': 2, 'right side decides': 1 } }],
  [
    'coalesce',
    "String a = n > 1 ? 'x' : null;\nString b = a ?? 'y';",
    [1, 2, 3],
    {
      '1 ternary': { true: 2, false: 1 },
      '2 coalesce': { 'not null': 2, null: 1 }
    }
  ],
  [
    'switch without else',
    'switch on n {\nwhen 1 { n = 5; }\nwhen 2, 3 { n = 6; }\n}',
    [1, 2, 3, 4],
    {
      '1 switch': { 'when in line 4': 1, 'when in line 5': 2, 'no case': 1 }
    }
  ],
  [
    'switch with else',
    'switch on n {\nwhen 1 { n = 5; }\nwhen else { n = 6; }\n}',
    [2],
    {
      '1 switch': { 'when in line 4': 0, 'when else': 1 }
    }
  ],
  ['while', 'while (n > 0) { n--; }', [0, 3], { '1 loop': { 'body runs': 1, 'body does not run': 1 } }],
  ['for', 'for (Integer i = 0; i < n; i++) { n--; }', [5], { '1 loop': { 'body runs': 1, 'body does not run': 0 } }],
  [
    'for each, left in its midst',
    'for (Integer i : new List<Integer>{ n, n }) { return i; }',
    [5],
    {
      '1 loop': { 'body runs': 1, 'body does not run': 0 }
    }
  ],
  ['do', 'do { n--; } while (n > 0);', [1, 3], { '1 loop': { 'body repeats': 2, 'body does not repeat': 2 } }],
  [
    'what an exception leaves',
    'Integer zero = 0;\nBoolean b = n > 1 && 1 / zero > 0;',
    [2],
    {
      '2 and': { 'left side decides': 0, 'right side decides': 1 }
    }
  ]
])('counts the ways of %s', (_name, body, numbers, expected) => {
  expect(branchesOf(body, ...numbers)).toEqual(expected);
});

test('values stay what they are', () => {
  const body = `Boolean a = n > 1 && n < 3; Boolean b = n > 1 || n < 0; String c = null; c = c ?? 'y';
    Integer d = 0; for (Integer i : new List<Integer>{ 1, 2 }) { if (i == 2) continue; d += i; }
    switch on n { when 2 { d += 10; } }
    return a + ' ' + b + ' ' + c + ' ' + (n == 2 ? 'two' : 'other') + ' ' + d;`;
  const source = `public class Snippet {public static Object run(Integer n) {${body}}}`;
  const [plain, counted] = [false, true].map((coverage) => {
    const program = loadClasses([source], { coverage });
    return inTransaction(() => program.callStatic('Snippet', 'run', [2]));
  });
  expect(counted).toBe('true true y two 11');
  expect(plain).toBe(counted);
});

test('nothing is counted, and nothing printed for it, without coverage', () => {
  const source =
    'public class Snippet { public static Boolean run(Integer n) { if (n > 1 && n < 3) { n = 2; } return n > 1 ? true : false; } }';
  const { scripts } = compileClasses([source]);
  expect(scripts[0]?.coverage).toEqual({ counters: 0, lines: [], branches: [] });
  expect(scripts[0]?.code).not.toContain('$h[');
});

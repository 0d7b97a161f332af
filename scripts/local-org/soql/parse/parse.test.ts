import type { SoqlQuery } from '../ast';
import { parseSoql, SoqlSyntaxError } from '.';
import { parseSosl } from './sosl';

/** A tree without places, which would drown what a test is about. */
function shape(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (/^(line|column)$/.test(key) ? undefined : value)));
}

function where(condition: string): SoqlQuery['where'] {
  return shape(parseSoql(`SELECT Id FROM Account WHERE ${condition}`).where) as SoqlQuery['where'];
}

function field(...path: string[]): object {
  return { kind: 'field', path };
}

function message(text: string): string {
  try {
    parseSoql(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('select list', () => {
  test('fields, paths, functions and aliases', () => {
    const { select } = parseSoql('SELECT Id, Owner.Name, COUNT(Id) total, FORMAT(MIN(Amount)) Least FROM Opportunity');
    expect(shape(select)).toEqual([
      { kind: 'value', value: field('Id'), alias: null },
      { kind: 'value', value: field('Owner', 'Name'), alias: null },
      { kind: 'value', value: { kind: 'function', name: 'COUNT', arguments: [field('Id')] }, alias: 'total' },
      {
        kind: 'value',
        value: {
          kind: 'function',
          name: 'FORMAT',
          arguments: [{ kind: 'function', name: 'MIN', arguments: [field('Amount')] }]
        },
        alias: 'Least'
      }
    ]);
  });

  test('words with a meaning elsewhere are plain field names', () => {
    const { select, from } = parseSoql('select From, Count, Fields, Typeof, Group.Name from Group limit 1');
    expect(select.map((item) => (item.kind === 'value' ? item.value : item.kind))).toMatchObject(
      [['From'], ['Count'], ['Fields'], ['Typeof'], ['Group', 'Name']].map((path) => ({ path }))
    );
    expect(shape(from)).toEqual([{ path: ['Group'], alias: null }]);
  });

  test('FIELDS, TYPEOF and child subqueries', () => {
    const { select } = parseSoql(
      'SELECT FIELDS(STANDARD), TYPEOF What WHEN Account THEN Phone, Name ELSE Id END, (SELECT Id FROM Tasks) FROM Event'
    );
    expect(shape(select)).toMatchObject([
      { kind: 'fields', scope: 'standard' },
      {
        kind: 'typeof',
        path: ['What'],
        whens: [{ object: 'Account', fields: [field('Phone'), field('Name')] }],
        otherwise: [field('Id')]
      },
      { kind: 'subquery', query: { from: [{ path: ['Tasks'] }] } }
    ]);
  });
});

describe('conditions', () => {
  test('AND, OR and NOT nest by parentheses', () => {
    const name = { kind: 'comparison', left: field('Name'), operator: '=', value: { kind: 'string', value: 'a' } };
    expect(where("Name = 'a' AND (Name = 'a' OR (NOT Name = 'a'))")).toEqual({
      kind: 'and',
      operands: [name, { kind: 'or', operands: [name, { kind: 'not', operand: name }] }]
    });
  });

  test.each([
    ['a = 1.50', { kind: 'number', text: '1.50' }],
    ['a < -3', { kind: 'number', text: '-3' }],
    ['a >= 1e3', { kind: 'number', text: '1e3' }],
    ['a != TRUE', { kind: 'boolean', value: true }],
    ['a <> null', { kind: 'null' }],
    ['a = 2020-02-29', { kind: 'date', text: '2020-02-29' }],
    ['a = 10:00:00.000Z', { kind: 'time', text: '10:00:00.000Z' }],
    ['a > 2020-01-31T10:00:00+01:00', { kind: 'datetime', text: '2020-01-31T10:00:00+01:00' }],
    ['a = last_n_days:5', { kind: 'dateLiteral', name: 'LAST_N_DAYS', count: 5 }],
    ['a = Today', { kind: 'dateLiteral', name: 'TODAY', count: null }],
    ['a > USD5000', { kind: 'currency', code: 'USD', amount: '5000' }],
    ['a > EUR12.50', { kind: 'currency', code: 'EUR', amount: '12.50' }],
    ["a = 'it\\'s \\u0041\\n'", { kind: 'string', value: "it's A\n" }],
    ["a LIKE '10\\% \\_%'", { kind: 'string', value: '10\\% \\_%' }],
    ['a = : names . first', { kind: 'bind', index: 0, text: 'names.first' }]
  ])('%s', (condition, value) => {
    expect(where(condition)).toMatchObject({ left: field('a'), value });
  });

  test('lists, semi-joins and set operators', () => {
    expect(where("a IN ('x', :y)")).toMatchObject({
      operator: 'IN',
      value: { kind: 'list', items: [{ value: 'x' }, { kind: 'bind' }] }
    });
    expect(where('Id not in (SELECT AccountId FROM Contact)')).toMatchObject({
      operator: 'NOT IN',
      value: { kind: 'subquery', query: { select: [{ value: field('AccountId') }] } }
    });
    expect(where("a INCLUDES ('x;y', 'z')")).toMatchObject({ operator: 'INCLUDES', value: { kind: 'list' } });
  });

  test('distance between a field and a place', () => {
    expect(where("DISTANCE(Place__c, GEOLOCATION(37.7, :longitude), 'mi') < 20")).toMatchObject({
      left: {
        name: 'DISTANCE',
        arguments: [
          field('Place__c'),
          { name: 'GEOLOCATION', arguments: [{ text: '37.7' }, { kind: 'bind' }] },
          { value: 'mi' }
        ]
      }
    });
  });
});

test('every clause in its place', () => {
  const query = parseSoql(
    `SELECT Name, COUNT(Id) c FROM Account a USING SCOPE mine WHERE Name != null WITH USER_MODE
     GROUP BY ROLLUP(Name, CALENDAR_YEAR(convertTimezone(CreatedDate))) HAVING COUNT(Id) > 1
     ORDER BY Name DESC NULLS LAST, COUNT(Id) LIMIT :size OFFSET 10 ALL ROWS FOR VIEW UPDATE TRACKING`
  );
  expect(shape(query)).toMatchObject({
    from: [{ path: ['Account'], alias: 'a' }],
    usingScope: 'mine',
    with: { kind: 'userMode' },
    groupBy: {
      kind: 'rollup',
      items: [field('Name'), { name: 'CALENDAR_YEAR', arguments: [{ name: 'CONVERTTIMEZONE' }] }]
    },
    having: { kind: 'comparison', left: { name: 'COUNT' } },
    orderBy: [
      { value: field('Name'), direction: 'desc', nulls: 'last' },
      { value: { name: 'COUNT' }, direction: 'asc', nulls: null }
    ],
    limit: { kind: 'bind', index: 0 },
    offset: { kind: 'number', text: '10' },
    allRows: true,
    for: ['view'],
    update: ['tracking'],
    binds: ['size']
  });
});

test('binds are numbered in source order through subqueries', () => {
  const query = parseSoql('SELECT Id, (SELECT Id FROM Contacts LIMIT :a) FROM Account WHERE Id IN :b AND Name = :c.d');
  expect(query.binds).toEqual(['a', 'b', 'c.d']);
});

test('places count lines and columns from 1', () => {
  expect(parseSoql('SELECT Id\nFROM Account\n  WHERE Name = null').where).toMatchObject({ line: 3, column: 9 });
});

// Wording: Salesforce Winter '25 release notes, "Understand SOQL Error and Functionality Changes to Update Your Code",
// except for the last five, which it leaves as they were.
test.each([
  ['SELECT Id FROM Account USING everything', "unexpected token: 'everything'"],
  ['SELECT ParentId, Value FROM InteractionRefOrValue WHERE ParentId IN ()', "unexpected token: 'ParentId IN ()'"],
  ['SELECT FROM ServicePresenceStatus', "unexpected token: 'SELECT FROM'"],
  ['SELECT Id from $casecomment WHERE isdeleted = false', "line 1:15 unexpected token: '$'"],
  ["SELECT Id FROM Account WHERE (A = 1 AND B = 2) OR (A = 3) AND C = '0' LIMIT 5", "unexpected token: 'AND'"],
  ["SELECT Id FROM Account WHERE PAN__c LIKE NULL AND Name LIKE '%a%'", "unexpected token: 'NULL'"],
  ['SELECT Id FROM Account WHERE A > 2020-12-12t12:12:00-25:00', 'Invalid datetime: 2020-12-12t12:12:00-25:00'],
  ['SELECT Id FROM Account WHERE A > 2020-52-12t12:12:00-05:00', 'Invalid datetime: 2020-52-12t12:12:00-05:00'],
  ['SELECT Id FROM Attribute__c WHERE User__c =: 0050W000007Jz7jQAC', "unexpected token: '0050'"],
  ['SELECT Id FROM Account WHERE', "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Account WHERE Id IN (1', "expecting a right parentheses, found '<EOF>'"],
  ['SELECT Id FROM Account WHERE Name = Acme', "expecting a colon, found 'Acme'"],
  ['SELECT Id FROM Account WHERE Name = :a.b(1)', 'Only variable references are allowed in dynamic SOQL/SOSL.'],
  ["SELECT Id FROM Account WHERE Name = 'x", "line 1:38 mismatched character '<EOF>' expecting '''"]
])('%s', (text, expected) => {
  expect(message(text)).toBe(expected);
});

test('a search with all of its clauses', () => {
  const query = parseSosl(
    "FIND 'a b' IN NAME FIELDS RETURNING Account(Id, toLabel(Type) t WHERE Name = :n ORDER BY Name LIMIT 3), Contact " +
      'WITH SNIPPET (target_length = 120) WITH USER_MODE LIMIT 20'
  );
  expect(shape(query)).toMatchObject({
    find: { value: 'a b' },
    group: 'name',
    returning: [
      { object: 'Account', fields: [{ value: field('Id') }, { alias: 't' }], limit: { text: '3' } },
      { object: 'Contact', fields: [] }
    ],
    with: [{ kind: 'snippet', targetLength: 120 }, { kind: 'userMode' }],
    limit: { text: '20' },
    binds: ['n']
  });
});

// "Date Functions", "Aggregate Functions" and "SELECT", SOQL and SOSL Reference.
test.each([
  ...['AVG(a)', 'COUNT(a)', 'COUNT_DISTINCT(a)', 'MIN(a)', 'MAX(a)', 'SUM(a)', 'GROUPING(a)'],
  ...['TOLABEL(a)', 'FORMAT(a)', 'CONVERTCURRENCY(a)', "DISTANCE(a, GEOLOCATION(1, 2), 'km')"],
  ...['CALENDAR_MONTH(a)', 'CALENDAR_QUARTER(a)', 'CALENDAR_YEAR(a)', 'FISCAL_MONTH(a)', 'FISCAL_QUARTER(a)'],
  ...['FISCAL_YEAR(a)', 'DAY_IN_MONTH(a)', 'DAY_IN_WEEK(a)', 'DAY_IN_YEAR(a)', 'DAY_ONLY(a)', 'HOUR_IN_DAY(a)'],
  ...['WEEK_IN_MONTH(a)', 'WEEK_IN_YEAR(a)']
])('function %s', (text) => {
  const [item] = parseSoql(`SELECT ${text} FROM Account`).select;
  expect(item).toMatchObject({ kind: 'value', value: { kind: 'function' } });
});

test('FIELDS is no function', () => {
  expect(parseSoql('SELECT FIELDS(ALL) FROM Account').select).toMatchObject([{ kind: 'fields' }]);
});

// "Date Formats and Date Literals in WHERE", SOQL and SOSL Reference.
test.each(['YESTERDAY', 'TODAY', 'TOMORROW', 'LAST_90_DAYS', 'NEXT_90_DAYS'])('date literal %s', (text) => {
  expect(where(`a = ${text}`)).toMatchObject({ value: { kind: 'dateLiteral', count: null } });
});

test.each(['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'])('date literals of a %s', (period) => {
  for (const text of [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`]) {
    expect(where(`a = ${text}`)).toMatchObject({ value: { kind: 'dateLiteral', count: null } });
  }
  for (const text of [`LAST_N_${period}S:3`, `NEXT_N_${period}S:3`, `N_${period}S_AGO:3`]) {
    expect(where(`a = ${text}`)).toMatchObject({ value: { kind: 'dateLiteral', count: 3 } });
  }
});

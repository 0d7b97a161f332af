/** Expected results are those of the platform; each block names where they are documented. */
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { ApexList } from '../../values/list';
import { ApexSet } from '../../values/set';
import { runtimeType } from '../../values/runtime-type';
import type { SObjectRecord } from '../../records/sobject-record';
import { TestOrg, TEST_NOW } from '../testing';

const DAY = 86_400_000;
let org: TestOrg;
let acme: string;
let zenith: string;

beforeAll(() => {
  org = new TestOrg({
    extraFields: [
      { object: 'Contact', name: 'Tags__c', type: 'MULTIPICKLIST', length: 4099 },
      { object: 'Contact', name: 'Exact__c', type: 'STRING', length: 20, caseSensitive: true, unique: true },
      { object: 'Contact', name: 'Score__c', type: 'DOUBLE', precision: 16, scale: 2 }
    ]
  });
  org.run(() => {
    const accounts = [
      { Name: 'Acme', Industry: 'Banking', NumberOfEmployees: 10, AnnualRevenue: Decimal.literal('1000') },
      { Name: 'zenith', Industry: null, NumberOfEmployees: 30, AnnualRevenue: Decimal.literal('500.5') },
      { Name: 'Émile', Industry: 'Banking', NumberOfEmployees: null }
    ].map((values) => org.record('Account', values));
    org.dml('insert', accounts);
    [acme, zenith] = accounts.map((account) => account.id as string);
    org.dml('insert', [
      contact('Alpha', {
        AccountId: acme,
        Title: 'CEO',
        Tags__c: 'a;b',
        Exact__c: 'x',
        Score__c: Decimal.literal('1.5')
      }),
      contact('Beta', { AccountId: acme, Title: 'ceo', Tags__c: 'b;c', Exact__c: 'X', Score__c: Decimal.literal('2') }),
      contact('Gamma', { AccountId: zenith, Title: null, Birthdate: new Date(Date.UTC(2000, 1, 29)) }),
      contact('Delta_1', { Title: '100%' })
    ]);
  });
});

function contact(name: string, values: Record<string, unknown>): SObjectRecord {
  return org.record('Contact', { LastName: name, ...values });
}

/** Last names that a WHERE clause finds. */
function found(where: string, binds: Record<string, unknown> = {}): unknown[] {
  return org.run(() => org.column(`SELECT LastName FROM Contact WHERE ${where} ORDER BY LastName`, binds));
}

function setOf(...values: unknown[]): ApexSet {
  const set = new ApexSet(runtimeType('Set<Object>'));
  for (const value of values) set.add(value);
  return set;
}

describe('WHERE (Comparison Operators, SOQL and SOSL Reference)', () => {
  test.each<[string, string[]]>([
    ["LastName = 'ALPHA'", ['Alpha']],
    ["Title = 'CEO'", ['Alpha', 'Beta']],
    ["Exact__c = 'x'", ['Alpha']],
    ["Title != 'CEO'", ['Delta_1', 'Gamma']],
    ["NOT Title = 'CEO'", ['Delta_1', 'Gamma']],
    ["Title NOT IN ('CEO')", ['Delta_1', 'Gamma']],
    ["Title IN ('ceo', null)", ['Alpha', 'Beta', 'Gamma']],
    ['Title = null', ['Gamma']],
    ["Title = ''", ['Gamma']],
    ["LastName LIKE '%a'", ['Alpha', 'Beta', 'Gamma']],
    ["LastName LIKE '_eta'", ['Beta']],
    ["LastName LIKE 'delta\\\\_%'", ['Delta_1']],
    ["Title LIKE '100\\\\%'", ['Delta_1']],
    ['Score__c > 1.5', ['Beta']],
    ['Score__c >= 1.500', ['Alpha', 'Beta']],
    ['Score__c = 1.5', ['Alpha']],
    ['Score__c < 1.51', ['Alpha']],
    ["Tags__c INCLUDES ('a;b')", ['Alpha']],
    ["Tags__c INCLUDES ('a', 'c')", ['Alpha', 'Beta']],
    ["Tags__c EXCLUDES ('a')", ['Beta', 'Delta_1', 'Gamma']],
    ['Birthdate = 2000-02-29', ['Gamma']],
    ["Account.Name = 'acme'", ['Alpha', 'Beta']],
    ["Account.Name != 'acme'", ['Delta_1', 'Gamma']],
    ['Account.IsDeleted = false', ['Alpha', 'Beta', 'Delta_1', 'Gamma']],
    ["Account.Owner.LastName = 'user'", ['Alpha', 'Beta', 'Gamma']],
    ["(LastName = 'Alpha' OR LastName = 'Beta') AND Exact__c = 'X'", ['Beta']]
  ])('%s', (where, names) => {
    expect(found(where)).toEqual(names);
  });

  test('letters beyond ASCII compare without case', () => {
    org.run(() => expect(org.column("SELECT Name FROM Account WHERE Name = 'ÉMILE'")).toEqual(['Émile']));
    org.run(() => expect(org.column("SELECT Name FROM Account WHERE Name LIKE 'é%'")).toEqual(['Émile']));
  });

  test('Ids compare in 15 and 18 characters; another text is no Id', () => {
    expect(found('AccountId = :id', { id: acme.slice(0, 15) })).toEqual(['Alpha', 'Beta']);
    expect(found(`AccountId = '${acme.slice(0, 15)}'`)).toEqual(['Alpha', 'Beta']);
    expect(found(`Id > '' AND AccountId = '${acme}'`)).toEqual(['Alpha', 'Beta']);
    expect(found('AccountId > :start', { start: '' })).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(found("Id <= ''")).toEqual([]);
    expect(found('AccountId = :name OR AccountId IN :names', { name: 'none', names: setOf('none', acme) })).toEqual([
      'Alpha',
      'Beta'
    ]);
    expect(() => found("AccountId = 'nothing'")).toThrow('invalid ID field: nothing');
  });

  test('binds: values, null, lists, sets, records (Using Apex Variables in SOQL)', () => {
    expect(found('Title = :title', { title: 'Ceo' })).toEqual(['Alpha', 'Beta']);
    expect(found('Title = :title', { title: null })).toEqual(['Gamma']);
    expect(found('Title != :title', { title: null })).toEqual(['Alpha', 'Beta', 'Delta_1']);
    expect(found('Title IN :titles', { titles: setOf('ceo', null) })).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(found('Title NOT IN :titles', { titles: setOf('ceo') })).toEqual(['Delta_1', 'Gamma']);
    expect(found('Title IN :titles', { titles: setOf() })).toEqual([]);
    expect(found('Score__c IN :scores', { scores: setOf(Decimal.literal('2.000')) })).toEqual(['Beta']);
    const account = org.record('Account', { Id: acme });
    expect(found('AccountId = :account', { account })).toEqual(['Alpha', 'Beta']);
    const list = new ApexList(runtimeType('List<Account>'), [account]);
    expect(found('AccountId IN :list', { list })).toEqual(['Alpha', 'Beta']);
    expect(found('Birthdate = :day', { day: ApexDate.of(2000, 2, 29) })).toEqual(['Gamma']);
  });

  test('semi-joins and anti-joins', () => {
    org.run(() => {
      const names = (where: string): unknown[] => org.column(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`);
      expect(names("Id IN (SELECT AccountId FROM Contact WHERE Title = 'CEO')")).toEqual(['Acme']);
      expect(names('Id NOT IN (SELECT AccountId FROM Contact)')).toEqual(['Émile']);
    });
  });
});

describe('date literals (Date Formats and Date Literals)', () => {
  // The test clock shows Saturday, 2026-03-14 15:09:26 UTC, 08:09 in the administrator's Los Angeles.
  test.each<[string, string, boolean]>([
    ['TODAY', '2026-03-14T07:00:00Z', true],
    ['TODAY', '2026-03-14T06:59:59Z', false],
    ['TODAY', '2026-03-15T06:59:59Z', true],
    ['YESTERDAY', '2026-03-14T06:59:59Z', true],
    ['TOMORROW', '2026-03-15T07:00:00Z', true],
    ['THIS_WEEK', '2026-03-08T08:00:00Z', true],
    ['THIS_WEEK', '2026-03-08T07:59:59Z', false],
    ['LAST_WEEK', '2026-03-01T08:00:00Z', true],
    ['THIS_MONTH', '2026-03-01T08:00:00Z', true],
    ['LAST_MONTH', '2026-02-01T08:00:00Z', true],
    ['NEXT_MONTH', '2026-04-01T07:00:00Z', true],
    ['LAST_N_DAYS:1', '2026-03-13T07:00:00Z', true],
    ['LAST_N_DAYS:1', '2026-03-13T06:59:59Z', false],
    ['NEXT_N_DAYS:1', '2026-03-15T07:00:00Z', true],
    ['NEXT_N_DAYS:1', '2026-03-14T20:00:00Z', false],
    ['N_DAYS_AGO:2', '2026-03-12T07:00:00Z', true],
    ['LAST_N_MONTHS:2', '2026-01-01T08:00:00Z', true],
    ['LAST_N_MONTHS:2', '2026-03-01T08:00:00Z', false],
    ['THIS_QUARTER', '2026-01-01T08:00:00Z', true],
    ['NEXT_QUARTER', '2026-04-01T07:00:00Z', true],
    ['LAST_YEAR', '2025-12-31T23:59:59Z', true],
    ['N_YEARS_AGO:1', '2025-06-01T00:00:00Z', true]
  ])('%s holds %s: %s', (literal, moment, expected) => {
    org.run(() => {
      const record = contact('When', { EmailBouncedDate: new ApexDatetime(Date.parse(moment)) });
      org.dml('insert', [record]);
      try {
        const rows = org.query(`SELECT Id FROM Contact WHERE EmailBouncedDate = ${literal} AND LastName = 'When'`);
        expect(rows.length === 1).toBe(expected);
      } finally {
        org.dml('delete', [record]);
      }
    });
  });
});

describe('results', () => {
  test('only what was selected can be read (SObjectException)', () => {
    org.run(() => {
      const [row] = org.query("SELECT LastName FROM Contact WHERE LastName = 'Alpha'");
      expect(row.id).toMatch(/^003/);
      expect(() => row.get('Title')).toThrow(
        'SObject row was retrieved via SOQL without querying the requested field: Contact.Title'
      );
    });
  });

  test('parents are records, null when there is none; children are lists', () => {
    org.run(() => {
      const rows = org.query('SELECT LastName, Account.Name, Account.Owner.Name FROM Contact ORDER BY LastName');
      const account = rows[0].get('Account') as SObjectRecord;
      expect((account.get('Owner') as SObjectRecord).get('Name')).toBe('Admin User');
      expect(rows[2].get('Account')).toBeNull();
      const accounts = org.query(
        'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 1) FROM Account ORDER BY Name'
      );
      const children = accounts.map((row) => (row.get('Contacts') as ApexList).items as SObjectRecord[]);
      expect(children.map((list) => list.map((child) => child.get('LastName')))).toEqual([['Beta'], ['Gamma'], []]);
    });
  });

  test('polymorphic parents know their object (Understanding Polymorphic Keys and Relationships)', () => {
    org.run(() => {
      const task = org.record('Task', { Subject: 'Call', WhatId: acme });
      org.dml('insert', [task]);
      const [row] = org.query('SELECT What.Name, What.Type, Owner.Name, Who.Name FROM Task');
      const what = row.get('What') as SObjectRecord;
      expect([what.definition.name, what.get('Name'), what.get('Type')]).toEqual(['Account', 'Acme', 'Account']);
      expect((row.get('Owner') as SObjectRecord).definition.name).toBe('User');
      expect(row.get('Who')).toBeNull();
      const [typed] = org.query('SELECT TYPEOF What WHEN Account THEN Industry ELSE Name END FROM Task');
      expect((typed.get('What') as SObjectRecord).get('Industry')).toBe('Banking');
      expect(org.query("SELECT Id FROM Task WHERE What.Type = 'Account'")).toHaveLength(1);
      org.dml('delete', [task]);
    });
  });

  test('nulls come first in both directions unless NULLS LAST is said (ORDER BY)', () => {
    org.run(() => {
      const order = (clause: string): unknown[] =>
        org.column(`SELECT Name FROM Account ORDER BY NumberOfEmployees ${clause}`);
      expect(order('')).toEqual(['Émile', 'Acme', 'zenith']);
      expect(order('DESC')).toEqual(['Émile', 'zenith', 'Acme']);
      expect(order('DESC NULLS LAST')).toEqual(['zenith', 'Acme', 'Émile']);
    });
  });

  test('LIMIT and OFFSET take binds; COUNT() honours LIMIT', () => {
    org.run(() => {
      const names = org.column('SELECT LastName FROM Contact ORDER BY LastName LIMIT :size OFFSET :start', {
        size: 2,
        start: 1
      });
      expect(names).toEqual(['Beta', 'Delta_1']);
      expect(org.database.queryPlain('SELECT COUNT() FROM Contact')).toEqual([{ count: 4 }]);
      expect(org.database.queryPlain('SELECT COUNT() FROM Contact LIMIT 3')).toEqual([{ count: 3 }]);
    });
  });

  test('aggregates: types, aliases, groups, HAVING (Working with SOQL Aggregate Functions)', () => {
    org.run(() => {
      const rows = org.query(
        'SELECT Industry, COUNT(Id) total, SUM(AnnualRevenue), AVG(NumberOfEmployees), MAX(Name) FROM Account GROUP BY Industry ORDER BY Industry'
      );
      expect(rows.map((row) => [row.get('Industry'), row.get('total')])).toEqual([
        [null, 1],
        ['Banking', 2]
      ]);
      expect(String((rows[0].get('expr0') as Decimal).toPlainString())).toBe('500.5');
      expect((rows[1].get('expr1') as Decimal).toNumber()).toBe(10);
      const big = org.query('SELECT Industry FROM Account GROUP BY Industry HAVING COUNT(Id) > 1');
      expect(big).toHaveLength(1);
      expect(() => org.query('SELECT Name, COUNT(Id) FROM Account')).toThrow(
        'Field must be grouped or aggregated: Name'
      );
    });
  });

  test('date functions are in UTC (Date Functions)', () => {
    org.run(() => {
      const [row] = org.query(
        'SELECT CALENDAR_YEAR(CreatedDate) y, DAY_ONLY(CreatedDate) d, COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate), DAY_ONLY(CreatedDate)'
      );
      expect(row.get('y')).toBe(2026);
      expect((row.get('d') as ApexDate).epochDay).toBe(Math.floor(TEST_NOW / DAY));
    });
  });
});

describe("refusals in the platform's words", () => {
  const hint = 'Please reference your WSDL or the describe call for the appropriate names.';
  test.each<[string, string]>([
    [
      'SELECT Foo FROM Account',
      `\nSELECT Foo FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${hint}`
    ],
    ['SELECT Id FROM Foo', `sObject type 'Foo' is not supported.`],
    ['SELECT Foo.Name FROM Account', `Didn't understand relationship 'Foo' in field path.`],
    ['SELECT (SELECT Id FROM Foos) FROM Account', `Didn't understand relationship 'Foos' in FROM part of query call.`],
    ['SELECT Id, Id FROM Account', 'duplicate field selected: Id'],
    ["SELECT Id FROM Contact WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
    ['SELECT Id FROM Contact OFFSET 2001', 'Maximum SOQL offset allowed is 2000']
  ])('%s', (text, message) => {
    org.run(() => expect(() => org.query(text)).toThrow(message));
  });
});

test('a refused aggregate query does not show the place', () => {
  const text = "SELECT AccountId, COUNT(Id) FROM Contact WHERE Foo = 'x' GROUP BY AccountId";
  org.run(() => expect(() => org.query(text)).toThrow(/^No such column 'Foo' on entity 'Contact'/));
});

describe('limits and permissions', () => {
  test('queries and rows are counted (Execution Governors and Limits)', () => {
    expect(() =>
      org.run(() => {
        for (let count = 0; count < 101; count += 1) org.query('SELECT Id FROM Account LIMIT 1');
      })
    ).toThrow('Too many SOQL queries: 101');
  });

  test('user mode hides objects the user cannot read (Enforce User Mode for Database Operations)', () => {
    const [profile] = org.database.system.find('Profile', { Name: 'Minimum Access - Salesforce' });
    const userId = org.database.system.insert('User', {
      LastName: 'Low',
      Username: 'low@example.com',
      Alias: 'low',
      ProfileId: profile['Id'],
      TimeZoneSidKey: 'GMT'
    });
    org.run(() => {
      expect(org.query('SELECT Id FROM Account')).toHaveLength(3);
      expect(() => org.query('SELECT Id FROM Account', {}, true)).toThrow("sObject type 'Account' is not supported.");
      expect(() => org.query('SELECT Id FROM Account WITH USER_MODE')).toThrow(
        "sObject type 'Account' is not supported."
      );
      expect(org.query('SELECT Id FROM Account WITH SYSTEM_MODE', {}, true)).toHaveLength(3);
    }, userId);
  });
});

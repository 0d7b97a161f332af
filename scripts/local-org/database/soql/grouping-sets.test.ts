/** Expected behaviour: "GROUP BY ROLLUP", "GROUP BY CUBE" and "GROUPING", SOQL and SOSL Reference. */
import type { Decimal } from '../../values/decimal';
import { fieldXml, objectXml, TestOrg } from '../testing';

const org = new TestOrg({
  metadata: {
    'objects/Sale__c/Sale__c.object-meta.xml': objectXml('Sale'),
    'objects/Sale__c/fields/Region__c.field-meta.xml': fieldXml('Text', '<length>20</length>'),
    'objects/Sale__c/fields/Kind__c.field-meta.xml': fieldXml('Text', '<length>20</length>'),
    'objects/Sale__c/fields/Amount__c.field-meta.xml': fieldXml('Number', '<precision>10</precision><scale>0</scale>')
  }
});

beforeAll(() => {
  const sales = [
    ['South', 'a', 1],
    ['North', 'b', 2],
    ['north', 'a', 4],
    [null, 'a', 8]
  ];
  org.run(() =>
    org.dml(
      'insert',
      sales.map(([Region__c, Kind__c, Amount__c]) =>
        org.record('Sale__c', { Name: 's', Region__c, Kind__c, Amount__c })
      )
    )
  );
});

/** Each row's values in order of selection. */
function rowsOf(soql: string): string[] {
  return org.run(() => org.query(soql).map((row) => [...row.values.values()].map(text).join(' ')));
}

function text(value: unknown): string {
  return value === null ? '-' : typeof value === 'object' ? (value as Decimal).toPlainString() : String(value);
}

test('ROLLUP adds a subtotal behind each group and a total behind all', () => {
  const select = 'SELECT Region__c, Kind__c, SUM(Amount__c), GROUPING(Region__c) r, GROUPING(Kind__c) k FROM Sale__c';
  expect(rowsOf(`${select} GROUP BY ROLLUP(Region__c, Kind__c)`)).toEqual([
    '- a 8 0 0',
    '- - 8 0 1',
    'north a 4 0 0',
    'North b 2 0 0',
    'North - 6 0 1',
    'South a 1 0 0',
    'South - 1 0 1',
    '- - 15 1 1'
  ]);
});

test('CUBE adds a subtotal for every combination', () => {
  const select = 'SELECT Region__c, Kind__c, COUNT(Id) c FROM Sale__c';
  expect(rowsOf(`${select} GROUP BY CUBE(Region__c, Kind__c)`)).toHaveLength(4 + 3 + 2 + 1);
  expect(
    rowsOf(`${select} GROUP BY CUBE(Region__c, Kind__c) ORDER BY GROUPING(Region__c) DESC, COUNT(Id) DESC LIMIT 2`)
  ).toEqual(['- - 4', '- a 3']);
});

test('conditions hold for rows and groups of every kind', () => {
  const soql = 'SELECT Region__c, SUM(Amount__c) FROM Sale__c WHERE Amount__c < 8 GROUP BY ROLLUP(Region__c)';
  expect(rowsOf(`${soql} HAVING SUM(Amount__c) > 1`)).toEqual(['North 6', '- 7']);
  expect(rowsOf(soql.replace('< 8', '< 0'))).toEqual([]);
});

test('GROUPING needs a field of ROLLUP or CUBE', () => {
  const message = 'Grouping function requires a field of GROUP BY ROLLUP or GROUP BY CUBE';
  expect(() => rowsOf('SELECT GROUPING(Region__c) FROM Sale__c GROUP BY Region__c')).toThrow(message);
  expect(() => rowsOf('SELECT GROUPING(Kind__c) FROM Sale__c GROUP BY ROLLUP(Region__c)')).toThrow(message);
});

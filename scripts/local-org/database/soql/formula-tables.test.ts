/** Formula fields in conditions: as "SOQL SELECT Syntax" has them, and evaluated for no more records than can matter. */
import { RecordFormulas } from '../../formula';
import { fieldXml, objectXml, TestOrg } from '../testing';

const formula = fieldXml('Number', '<formula>Size__c * 2</formula><precision>18</precision><scale>0</scale>');
const org = new TestOrg({
  metadata: {
    'objects/Crate__c/Crate__c.object-meta.xml': objectXml('Crate'),
    'objects/Crate__c/fields/Size__c.field-meta.xml': fieldXml('Number', '<precision>10</precision><scale>0</scale>'),
    'objects/Crate__c/fields/Double__c.field-meta.xml': formula,
    'objects/Crate__c/fields/In__c.field-meta.xml': fieldXml(
      'Lookup',
      '<referenceTo>Crate__c</referenceTo><relationshipName>Inside</relationshipName>'
    )
  }
});

beforeAll(() => {
  org.run(() => {
    const crates = Array.from({ length: 20 }, (_, index) =>
      org.record('Crate__c', { Name: `c${index}`, Size__c: index })
    );
    org.dml('insert', crates);
    org.dml('update', [org.record('Crate__c', { Id: crates[3].id, In__c: crates[5].id })]);
  });
});

/** The names that a query finds, and how many formulas it took. */
function found(soql: string): { names: unknown[]; evaluated: number } {
  const evaluate = jest.spyOn(RecordFormulas.prototype, 'stored');
  try {
    const names = org.run(() => org.query(soql).map((row) => row.get('Name')));
    return { names, evaluated: evaluate.mock.calls.length };
  } finally {
    evaluate.mockRestore();
  }
}

test.each([
  ["WHERE Name IN ('c1', 'c2') AND Double__c > 2", ['c2'], 2],
  ["WHERE Double__c > 2 AND (Name = 'c1' OR Name = 'c2')", ['c2'], 2],
  ["WHERE Name LIKE 'c1%' ORDER BY Double__c DESC LIMIT 1", ['c19'], 11],
  ["WHERE Name = 'c1' OR Double__c = 8", ['c1', 'c4'], 20],
  ['WHERE Double__c = 8', ['c4'], 20],
  ["WHERE Name = 'c3' AND In__r.Double__c = 10", ['c3'], 1],
  ["WHERE Name = 'c9' AND Id IN (SELECT In__c FROM Crate__c WHERE Double__c = 6)", [], 20],
  ["WHERE Name = 'c5' AND Id IN (SELECT In__c FROM Crate__c WHERE Double__c = 6)", ['c5'], 20]
])('%s', (clause, names, evaluated) => {
  const result = found(`SELECT Name FROM Crate__c ${clause}`);
  expect(result.names).toEqual(names);
  expect(result.evaluated).toBeLessThanOrEqual(evaluated);
});

test('children are looked at one by one', () => {
  const [row] = org.run(() =>
    org.query("SELECT (SELECT Name FROM Inside__r WHERE Double__c = 6) FROM Crate__c WHERE Name = 'c5'")
  );
  expect(row.get('Inside__r')).toHaveProperty('items.length', 1);
});

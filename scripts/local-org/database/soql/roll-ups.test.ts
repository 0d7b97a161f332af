/** Expected behaviour: "Roll-Up Summary Field", Salesforce Help. */
import { Decimal } from '../../values/decimal';
import type { SObjectRecord } from '../../records/sobject-record';
import { fieldXml, objectXml, TestOrg } from '../testing';

const rollUp = (operation: string, more = ''): string =>
  fieldXml(
    'Summary',
    `<summaryForeignKey>Line__c.Bill__c</summaryForeignKey><summaryOperation>${operation}</summaryOperation>${more}`
  );
const price = '<summarizedField>Line__c.Price__c</summarizedField>';
const taxed = '<summarizedField>Line__c.Taxed__c</summarizedField>';
const paid =
  '<summaryFilterItems><field>Line__c.Paid__c</field><operation>equals</operation><value>True</value></summaryFilterItems>';

const org = new TestOrg({
  metadata: {
    'objects/Bill__c/Bill__c.object-meta.xml': objectXml('Bill'),
    'objects/Bill__c/fields/Lines__c.field-meta.xml': rollUp('count'),
    'objects/Bill__c/fields/Total__c.field-meta.xml': rollUp('sum', price),
    'objects/Bill__c/fields/Paid_Total__c.field-meta.xml': rollUp('sum', price + paid),
    'objects/Bill__c/fields/Highest__c.field-meta.xml': rollUp('max', price),
    'objects/Line__c/Line__c.object-meta.xml': objectXml('Line'),
    'objects/Line__c/fields/Bill__c.field-meta.xml': fieldXml(
      'MasterDetail',
      '<referenceTo>Bill__c</referenceTo><relationshipName>Lines</relationshipName>'
    ),
    'objects/Line__c/fields/Price__c.field-meta.xml': fieldXml('Currency', '<precision>16</precision><scale>2</scale>'),
    'objects/Line__c/fields/Taxed__c.field-meta.xml': fieldXml(
      'Currency',
      '<precision>16</precision><scale>2</scale><formula>Price__c * 1.2</formula>'
    ),
    'objects/Bill__c/fields/Taxed_Total__c.field-meta.xml': rollUp('sum', taxed + paid),
    'objects/Bill__c/fields/Highest_Taxed__c.field-meta.xml': rollUp('max', taxed),
    'objects/Line__c/fields/Paid__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>false</defaultValue>')
  }
});

org.restoreAfterEach();

test('counts, sums and extremes follow the children, deleted ones left out', () => {
  org.run(() => {
    const bills = ['full', 'empty'].map((Name) => org.record('Bill__c', { Name }));
    org.dml('insert', bills);
    const lines = [1.25, 2.5, 100].map((value, index) =>
      org.record('Line__c', { Bill__c: bills[0].id, Price__c: Decimal.fromDouble(value), Paid__c: index === 0 })
    );
    org.dml('insert', lines);
    org.dml('delete', [lines[2]]);
    const rows = org.query('SELECT Lines__c, Total__c, Paid_Total__c, Highest__c FROM Bill__c ORDER BY Total__c DESC');
    const text = (value: unknown): string | null => (value === null ? null : (value as Decimal).toPlainString());
    const values = rows.map((row) =>
      ['Lines__c', 'Total__c', 'Paid_Total__c', 'Highest__c'].map((name) => text(row.get(name)))
    );
    expect(values).toEqual([
      ['2', '3.75', '1.25', '2.50'],
      ['0', '0.00', '0.00', null]
    ]);
    expect(org.query('SELECT Id FROM Bill__c WHERE Total__c > 3.7')).toHaveLength(1);
  });
});

test('formula fields of the children are summarised, in every clause', () => {
  org.run(() => {
    const bill = org.record('Bill__c', { Name: 'taxed' });
    org.dml('insert', [bill, org.record('Bill__c', { Name: 'untaxed' })]);
    const line = (price: number, isPaid: boolean): SObjectRecord =>
      org.record('Line__c', { Bill__c: bill.id, Price__c: Decimal.fromDouble(price), Paid__c: isPaid });
    org.dml('insert', [line(10, true), line(20, true), line(30, false)]);
    const order = 'ORDER BY Taxed_Total__c DESC';
    const rows = org.query(`SELECT Taxed_Total__c, Highest_Taxed__c FROM Bill__c WHERE Name LIKE '%taxed' ${order}`);
    const text = (value: unknown): string | null => (value === null ? null : (value as Decimal).toPlainString());
    expect(rows.map((row) => ['Taxed_Total__c', 'Highest_Taxed__c'].map((name) => text(row.get(name))))).toEqual([
      ['36.00', '36.00'],
      ['0.00', null]
    ]);
    expect(org.column('SELECT Name FROM Bill__c WHERE Taxed_Total__c > 35')).toEqual(['taxed']);
  });
});

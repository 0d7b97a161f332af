/** Roll-ups over roll-ups, and what triggers see of them ("Roll-Up Summary Field", Salesforce Help). */
import type { Decimal } from '../../values/decimal';
import type { SObjectRecord } from '../../records/sobject-record';
import { fieldXml, objectXml, TestOrg } from '../testing';
import { triggerContext, type TriggerContext, type TriggerEvent } from './triggers';

const detailOf = (parent: string): string =>
  fieldXml('MasterDetail', `<referenceTo>${parent}</referenceTo><relationshipName>Parts</relationshipName>`);
const sumOf = (field: string, key: string): string =>
  fieldXml(
    'Summary',
    `<summarizedField>${field}</summarizedField><summaryForeignKey>${key}</summaryForeignKey><summaryOperation>sum</summaryOperation>`
  );

const metadata = {
  'objects/Truck__c/Truck__c.object-meta.xml': objectXml('Truck'),
  'objects/Truck__c/fields/Load__c.field-meta.xml': sumOf('Box__c.Load__c', 'Box__c.Truck__c'),
  'objects/Box__c/Box__c.object-meta.xml': objectXml('Box'),
  'objects/Box__c/fields/Truck__c.field-meta.xml': detailOf('Truck__c'),
  'objects/Box__c/fields/Load__c.field-meta.xml': sumOf('Item__c.Weight__c', 'Item__c.Box__c'),
  'objects/Item__c/Item__c.object-meta.xml': objectXml('Item'),
  'objects/Item__c/fields/Box__c.field-meta.xml': detailOf('Box__c'),
  'objects/Item__c/fields/Weight__c.field-meta.xml': fieldXml('Number', '<precision>10</precision><scale>1</scale>')
};

let org: TestOrg;
beforeEach(() => {
  org = new TestOrg({ metadata });
});

const load = (record: unknown): string => String((record as SObjectRecord).get('Load__c') as Decimal);

function insert(object: string, values: Readonly<Record<string, unknown>>): SObjectRecord {
  const record = org.record(object, { Name: object, ...values });
  org.dml('insert', [record]);
  return record;
}

function onEvents(object: string, events: TriggerEvent[], run: (context: TriggerContext) => void): void {
  const trigger = { name: 'Watcher', events, run: () => run(triggerContext() as TriggerContext) };
  org.database.useTriggers({ triggersOn: (name) => (name === object ? [trigger] : []) });
}

test('a roll-up summarises a roll-up, with its digits', () => {
  org.run(() => {
    const truck = insert('Truck__c', {});
    for (const weight of [2, 3])
      insert('Item__c', { Box__c: insert('Box__c', { Truck__c: truck.id }).id, Weight__c: weight });
    expect(org.query('SELECT Load__c FROM Truck__c').map(load)).toEqual(['5.0']);
    expect(org.query('SELECT Id FROM Truck__c WHERE Load__c = 5')).toHaveLength(1);
  });
});

test('a change two levels below saves the record, whose triggers see both values', () => {
  org.run(() => {
    const seen: string[] = [];
    onEvents('Truck__c', ['after update'], ({ oldList, newList }) =>
      seen.push(`${load(oldList?.items[0])} ${load(newList?.items[0])}`)
    );
    const box = insert('Box__c', { Truck__c: insert('Truck__c', {}).id });
    const item = insert('Item__c', { Box__c: box.id, Weight__c: 4 });
    org.dml('delete', [item]);
    expect(seen).toEqual(['0.0 4.0', '4.0 0.0']);
  });
});

test('a record keeps the roll-ups of the moment in which its trigger began', () => {
  org.run(() => {
    const kept: SObjectRecord[] = [];
    const events: TriggerEvent[] = ['after insert', 'after update', 'before delete'];
    onEvents('Box__c', events, ({ newList, oldList }) => kept.push((newList ?? oldList)?.items[0] as SObjectRecord));
    const box = insert('Box__c', { Truck__c: insert('Truck__c', {}).id });
    insert('Item__c', { Box__c: box.id, Weight__c: 4 });
    insert('Item__c', { Box__c: box.id, Weight__c: 5 });
    org.dml('delete', [box]);
    expect(kept.map(load)).toEqual(['0.0', '4.0', '9.0', '9.0']);
  });
});

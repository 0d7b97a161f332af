/** Rules that are easily forgotten; each test names where the platform documents its rule. */
import type { Decimal } from '../../values/decimal';
import { DmlException } from '../../values/dml-exception';
import { ApexDate } from '../../values/date';
import type { SObjectRecord } from '../../records/sobject-record';
import { fieldXml, objectXml, TestOrg } from '../testing';
import { triggerContext, type TriggerContext, type TriggerEvent } from './triggers';

const values = (names: readonly string[], restricted: boolean): string =>
  `<valueSet><restricted>${restricted}</restricted><valueSetDefinition>${names
    .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`)
    .join('')}</valueSetDefinition></valueSet>`;

const reference = (type: string, children: string, more = ''): string =>
  fieldXml(type, `<referenceTo>Box__c</referenceTo><relationshipName>${children}</relationshipName>${more}`);

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

const metadata = {
  'objects/Box__c/Box__c.object-meta.xml': objectXml('Box'),
  'objects/Box__c/fields/Code__c.field-meta.xml': fieldXml('Text', '<length>20</length><externalId>true</externalId>'),
  'objects/Box__c/fields/Only__c.field-meta.xml': fieldXml('Text', '<length>20</length><unique>true</unique>'),
  'objects/Box__c/fields/Must__c.field-meta.xml': fieldXml(
    'Text',
    '<length>20</length><required>true</required><defaultValue>"given"</defaultValue>'
  ),
  'objects/Box__c/fields/Colour__c.field-meta.xml': fieldXml('Picklist', values(['Red', 'Blue'], true)),
  'objects/Box__c/fields/Tags__c.field-meta.xml': fieldXml(
    'MultiselectPicklist',
    values(['One', 'Two', 'Three'], false)
  ),
  'objects/Box__c/fields/Day__c.field-meta.xml': fieldXml('Date'),
  'objects/Box__c/fields/Weight__c.field-meta.xml': fieldXml(
    'Summary',
    '<summarizedField>Item__c.Weight__c</summarizedField><summaryForeignKey>Item__c.Box__c</summaryForeignKey><summaryOperation>sum</summaryOperation>'
  ),
  'objects/Box__c/recordTypes/Plain.recordType-meta.xml': `${XML}<RecordType xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Plain</fullName><active>true</active><label>Plain</label><picklistValues><picklist>Colour__c</picklist><values><fullName>Red</fullName><default>false</default></values></picklistValues></RecordType>`,
  'objects/Box__c/validationRules/Light.validationRule-meta.xml': `${XML}<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Light</fullName><active>true</active><errorConditionFormula>AND(ISCHANGED(Weight__c), Weight__c &gt; 100)</errorConditionFormula><errorMessage>Too heavy</errorMessage></ValidationRule>`,
  'objects/Item__c/Item__c.object-meta.xml': objectXml('Item'),
  'objects/Item__c/fields/Box__c.field-meta.xml': reference('MasterDetail', 'Items'),
  'objects/Item__c/fields/Weight__c.field-meta.xml': fieldXml('Number', '<precision>10</precision><scale>0</scale>'),
  'objects/Slip__c/Slip__c.object-meta.xml': objectXml('Slip'),
  'objects/Slip__c/fields/Item__c.field-meta.xml': fieldXml(
    'Lookup',
    '<referenceTo>Item__c</referenceTo><relationshipName>Slips</relationshipName>'
  ),
  'objects/Label__c/Label__c.object-meta.xml': objectXml('Label'),
  'objects/Label__c/fields/Box__c.field-meta.xml': reference('Lookup', 'Labels'),
  'objects/Seal__c/Seal__c.object-meta.xml': objectXml('Seal'),
  'objects/Seal__c/fields/Box__c.field-meta.xml': reference(
    'Lookup',
    'Seals',
    '<deleteConstraint>Restrict</deleteConstraint>'
  )
};

const EVENTS: TriggerEvent[] = ['before insert', 'before update', 'after update', 'before delete'];

let org: TestOrg;
beforeEach(() => {
  org = new TestOrg({ metadata });
});

/** Makes one trigger run on Box__c. */
function onBox(run: (context: TriggerContext) => void): void {
  const trigger = { name: 'BoxTrigger', events: EVENTS, run: () => run(triggerContext() as TriggerContext) };
  org.database.useTriggers({ triggersOn: (name) => (name === 'Box__c' ? [trigger] : []) });
}

function box(more: Readonly<Record<string, unknown>> = {}): SObjectRecord {
  const record = org.record('Box__c', { Name: 'Crate', ...more });
  org.dml('insert', [record]);
  return record;
}

/** Status, message and fields of what is refused. */
function refused(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (!(error instanceof DmlException)) throw error;
    const [{ statusCode, message, fields }] = error.rows;
    return `${statusCode}|${message}|${fields.join()}`;
  }
  throw new Error('No DmlException was thrown.');
}

test('several values are stored in the order in which the field defines them (Salesforce Help 000231088)', () => {
  org.run(() => {
    box({ Tags__c: 'Three;other; one;Three' });
    expect(org.column('SELECT Tags__c FROM Box__c')).toEqual(['One;Three;other']);
  });
});

test('a custom field that must be filled stays refused when it is set to null, default or not', () => {
  org.run(() => {
    const missing = 'REQUIRED_FIELD_MISSING|Required fields are missing: [Must__c]|Must__c';
    expect(refused(() => box({ Must__c: null }))).toBe(missing);
    const record = box();
    record.set('Must__c', null);
    expect(refused(() => org.dml('update', [record]))).toBe(missing);
  });
});

test('a duplicate value is told without its field', () => {
  org.run(() => {
    const first = box({ Only__c: 'x' });
    const message = `duplicate value found: Only__c duplicates value on record with id: ${first.id?.slice(0, 15)}`;
    expect(refused(() => box({ Only__c: 'X' }))).toBe(`DUPLICATE_VALUE|${message}|`);
  });
});

test('dates lie between 1700 and 4000 (Custom Field Types, Salesforce Help)', () => {
  org.run(() => {
    const far = ApexDate.of(4001, 1, 1);
    expect(refused(() => box({ Day__c: far }))).toBe(
      'FIELD_INTEGRITY_EXCEPTION|Label of field: invalid date: Mon Jan 01 00:00:00 GMT 4001|Day__c'
    );
  });
});

test('a detail that may not move keeps its master', () => {
  org.run(() => {
    const [one, two] = [box(), box()];
    const item = org.record('Item__c', { Name: 'i', Box__c: one.id });
    org.dml('insert', [item]);
    org.dml('update', [item]);
    item.set('Box__c', two.id);
    expect(refused(() => org.dml('update', [item]))).toMatch(
      /^INVALID_FIELD_FOR_INSERT_UPDATE\|Unable to create\/update fields: Box__c\. .*\|Box__c$/
    );
  });
});

test('a restricted delete names the records that stand in its way', () => {
  org.run(() => {
    const record = box();
    org.dml(
      'insert',
      ['first', 'second'].map((Name) => org.record('Seal__c', { Name, Box__c: record.id }))
    );
    const message =
      'Your attempt to delete Crate could not be completed because it is associated with the following seals.: first, second\n';
    expect(refused(() => org.dml('delete', [record]))).toBe(`DELETE_FAILED|${message}|`);
  });
});

test('undelete restores lookups that point nowhere else by now (undelete, Apex Developer Guide)', () => {
  org.run(() => {
    const [record, other] = [box(), box()];
    const labels = ['a', 'b'].map((Name) => org.record('Label__c', { Name, Box__c: record.id }));
    org.dml('insert', labels);
    org.dml('delete', [record]);
    org.dml('update', [org.record('Label__c', { Id: labels[1].id, Box__c: other.id })]);
    expect(org.column('SELECT Box__c FROM Label__c ORDER BY Name')).toEqual([null, other.id]);
    org.dml('undelete', [record]);
    expect(org.column('SELECT Box__c FROM Label__c ORDER BY Name')).toEqual([record.id, other.id]);
  });
});

test('an external id that several records have is no duplicate value', () => {
  org.run(() => {
    const ids = [box({ Code__c: 'c' }), box({ Code__c: 'c' })].map(({ id }) => id);
    const externalId = org.database.schema.object('Box__c')?.fields.get('code__c');
    const upsert = (): unknown => org.dml('upsert', [org.record('Box__c', { Code__c: 'C' })], { externalId });
    const message = `Label of field: more than one record found for external id field: [${ids.join(', ')}]`;
    expect(refused(upsert)).toBe(`DUPLICATE_EXTERNAL_ID|${message}|Code__c`);
  });
});

test('a record type offers some values of a restricted picklist only', () => {
  org.run(() => {
    const [type] = org.query("SELECT Id FROM RecordType WHERE SobjectType = 'Box__c'");
    box({ RecordTypeId: type.id, Colour__c: 'Red' });
    expect(refused(() => box({ RecordTypeId: type.id, Colour__c: 'Blue' }))).toBe(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST|Label of field: bad value for restricted picklist field: Blue|Colour__c'
    );
    box({ Colour__c: 'Blue' });
  });
});

test('restricted picklists are looked at before the triggers (Triggers and Order of Execution)', () => {
  org.run(() => {
    onBox(({ newList }) => (newList?.items[0] as SObjectRecord).set('Colour__c', 'Red'));
    expect(refused(() => box({ Colour__c: 'Green' }))).toMatch(/^INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/);
  });
});

test('what a trigger reads is no list for DML, and what is being saved cannot be saved inside', () => {
  org.run(() => {
    const record = box();
    onBox(({ newList, timing }) => {
      if (timing === 'before') org.database.statement('update', newList as never, 'system', null);
    });
    expect(refused(() => org.dml('update', [record]))).toContain(
      'System.SObjectException: DML statement cannot operate on trigger.new or trigger.old'
    );
    onBox(({ timing }) => {
      if (timing === 'before') org.dml('update', [org.record('Box__c', { Id: record.id })]);
    });
    expect(refused(() => org.dml('update', [record]))).toContain(
      `SELF_REFERENCE_FROM_TRIGGER, Object (id = ${record.id?.slice(0, 15)}) is currently in trigger BoxTrigger, therefore it cannot recursively update itself`
    );
  });
});

describe('a roll-up that changes (Triggers and Order of Execution, steps 15 and 16)', () => {
  const weighed = (boxId: string | null, weight: number): SObjectRecord =>
    org.record('Item__c', { Name: 'i', Box__c: boxId, Weight__c: weight });
  const text = (record: unknown): string => String((record as SObjectRecord).get('Weight__c') as Decimal);

  test('saves the parent, whose triggers see both values', () => {
    org.run(() => {
      const record = box();
      const log: string[] = [];
      onBox(({ newList, oldList, timing, operation }) =>
        log.push(`${timing} ${operation} ${text(oldList?.items[0])} ${text(newList?.items[0])}`)
      );
      const items = [weighed(record.id, 3), weighed(record.id, 4)];
      org.dml('insert', items);
      org.dml('update', [org.record('Item__c', { Id: items[0].id, Name: 'same weight' })]);
      org.dml('delete', [items[1]]);
      expect(log).toEqual(['before update 0 7', 'after update 0 7', 'before update 7 3', 'after update 7 3']);
    });
  });

  test('refuses the child that the parent cannot bear, and only that one', () => {
    org.run(() => {
      const [one, two] = [box(), box()];
      expect(refused(() => org.dml('insert', [weighed(one.id, 500)]))).toBe(
        'FIELD_CUSTOM_VALIDATION_EXCEPTION|Too heavy|'
      );
      const rows = org.dml('insert', [weighed(one.id, 500), weighed(two.id, 5)], { allOrNone: false });
      expect(rows.map((row) => row.failed)).toEqual([true, false]);
      expect(org.query('SELECT Id FROM Item__c')).toHaveLength(1);
    });
  });
});

test('a document gets its unique name from its name, and whoever makes it as its author (Document, Object Reference)', () => {
  org.run(() => {
    const document = org.record('Document', { Name: 'My plan', FolderId: org.database.administratorId });
    org.dml('insert', [document]);
    const [stored] = org.query('SELECT DeveloperName, AuthorId FROM Document');
    expect([stored?.get('DeveloperName'), stored?.get('AuthorId')]).toEqual(['My_plan', org.database.administratorId]);
  });
});

test('lookups to details that come back with their master point to them again (Restoring Deleted Records)', () => {
  org.run(() => {
    const parent = box();
    const item = org.record('Item__c', { Name: 'i', Box__c: parent.id });
    org.dml('insert', [item]);
    const note = org.record('Slip__c', { Name: 's', Item__c: item.id });
    org.dml('insert', [note]);
    org.dml('delete', [parent]);
    expect(org.column('SELECT Item__c FROM Slip__c')).toEqual([null]);
    org.dml('undelete', [parent]);
    expect(org.column('SELECT Item__c FROM Slip__c')).toEqual([item.id]);
  });
});

test('a field of activities lists the tasks of its parent by a name that says so (Activity, Object Reference)', () => {
  const shape = { ...metadata, 'objects/Activity/fields/Box__c.field-meta.xml': reference('Lookup', 'Tasks') };
  const other = new TestOrg({ metadata: shape });
  other.run(() => {
    const parent = other.record('Box__c', { Name: 'b' });
    other.dml('insert', [parent]);
    other.dml('insert', [other.record('Task', { Subject: 's', Box__c: parent.id })]);
    const [found] = other.query('SELECT Id, (SELECT Subject FROM Tasks__r) FROM Box__c');
    expect((found?.get('Tasks__r') as { items: readonly unknown[] }).items).toHaveLength(1);
  });
});

test('custom objects have notes (Note, Object Reference)', () => {
  org.run(() => {
    org.dml('insert', [org.record('Note', { ParentId: box().id, Title: 'n' })]);
    expect(org.query('SELECT Id, (SELECT Title FROM Notes) FROM Box__c')).toHaveLength(1);
  });
});

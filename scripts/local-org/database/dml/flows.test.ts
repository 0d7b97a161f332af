/** Record-triggered flows ("Record-Triggered Flow Start" and "Flow Resources", Salesforce Help). */
import type { SObjectRecord } from '../../records/sobject-record';
import { NotModeled } from '../../values/not-modeled';
import { fieldXml, objectXml, TestOrg } from '../testing';

const text = (name: string, value: string): string => `<${name}>${value}</${name}>`;
const line = (field: string, operator: string, value: string): string =>
  `<filters><field>${field}</field><operator>${operator}</operator><value>${value}</value></filters>`;
const condition = (left: string, operator: string, value: string): string =>
  `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator><rightValue>${value}</rightValue></conditions>`;
const goTo = (name: string, target: string): string =>
  `<${name}><targetReference>${target}</targetReference></${name}>`;
const flow = (start: string, elements = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Flow xmlns="http://soap.sforce.com/2006/04/metadata">${elements}<start><object>Job__c</object>${start}</start><status>Active</status></Flow>`;
const assign = (name: string, field: string, value: string, next = ''): string =>
  `<assignments><name>${name}</name><assignmentItems><assignToReference>$Record.${field}</assignToReference><operator>Assign</operator><value>${value}</value></assignmentItems>${next}</assignments>`;

const beforeSave =
  goTo('connector', 'Kind') +
  text('filterFormula', 'NOT(ISBLANK({!$Record.State__c}))') +
  text('recordTriggerType', 'CreateAndUpdate') +
  text('triggerType', 'RecordBeforeSave');
const kind = `<decisions><name>Kind</name>${goTo('defaultConnector', 'Share')}<rules><conditionLogic>1 AND (2 OR 3)</conditionLogic>${condition('$Record.State__c', 'EqualTo', text('stringValue', 'done'))}${condition('$Record__Prior.State__c', 'IsNull', text('booleanValue', 'true'))}${condition('$Record__Prior.State__c', 'EqualTo', text('stringValue', 'open'))}${goTo('connector', 'Finish')}</rules></decisions>`;
const afterSave =
  goTo('connector', 'Anything') +
  line('State__c', 'EqualTo', text('stringValue', 'sent')) +
  line('Share__c', 'GreaterThan', text('numberValue', '10')) +
  text('filterLogic', 'and') +
  text('doesRequireRecordChangedToMeetCriteria', 'true') +
  text('recordTriggerType', 'CreateAndUpdate') +
  text('triggerType', 'RecordAfterSave');

const org = new TestOrg({
  metadata: {
    'objects/Job__c/Job__c.object-meta.xml': objectXml('Job'),
    'objects/Job__c/fields/State__c.field-meta.xml': fieldXml('Text', '<length>20</length>'),
    'objects/Job__c/fields/Label__c.field-meta.xml': fieldXml('Text', '<length>40</length>'),
    'objects/Job__c/fields/Share__c.field-meta.xml': fieldXml('Percent', '<precision>5</precision><scale>0</scale>'),
    'flows/Before.flow-meta.xml': flow(
      beforeSave,
      kind +
        assign('Finish', 'Share__c', text('numberValue', '100'), goTo('connector', 'Name')) +
        assign('Name', 'Label__c', text('elementReference', 'Shown')) +
        assign('Share', 'Label__c', text('stringValue', 'other')) +
        '<formulas><name>Shown</name><expression>UPPER({!$Record.Name}) &amp; " " &amp; TEXT({!$Record.Share__c})</expression></formulas>'
    ),
    'flows/After.flow-meta.xml': flow(afterSave),
    'flows/Named.flow-meta.xml': flow(
      line('Name', 'StartsWith', text('stringValue', 'over')) +
        line('Name', 'EndsWith', text('stringValue', 'time')) +
        line('Name', 'Contains', text('stringValue', 'ert')) +
        text('recordTriggerType', 'Create')
    ),
    'flows/Draft.flow-meta.xml': flow(afterSave).replace('Active', 'Draft'),
    'flows/OnDelete.flow-meta.xml': flow(
      line('State__c', 'EqualTo', text('stringValue', 'kept')) + text('recordTriggerType', 'Delete')
    )
  }
});

function job(values: Readonly<Record<string, unknown>>): SObjectRecord {
  const record = org.record('Job__c', { Name: 'job', ...values });
  org.dml('insert', [record]);
  return record;
}

function change({ id }: SObjectRecord, values: Readonly<Record<string, unknown>>): void {
  org.dml('update', [org.record('Job__c', { Id: id, ...values })]);
}

const labelOf = ({ id }: SObjectRecord): unknown => org.column('SELECT Label__c FROM Job__c WHERE Id = :id', { id })[0];

test('a flow before the save sets fields by its decisions and formulas; a percentage is what the field holds', () => {
  org.run(() => {
    expect(labelOf(job({ State__c: 'done' }))).toBe('JOB 100');
    expect(labelOf(job({ State__c: 'open' }))).toBe('other');
    expect(labelOf(job({}))).toBeNull();
    const record = job({ State__c: 'open' });
    change(record, { State__c: 'done' });
    expect(labelOf(record)).toBe('JOB 100');
    change(record, { State__c: 'done', Name: 'again' });
    expect(labelOf(record)).toBe('other');
  });
});

test('a flow after the save is refused where its entry conditions are met, and nowhere else', () => {
  org.run(() => {
    const record = job({ State__c: 'sent', Share__c: 5 });
    expect(() => change(record, { Share__c: 50 })).toThrow('NotModeled: record-triggered flow After on Job__c');
  });
  org.run(() => {
    expect(() => job({ State__c: 'sent', Share__c: 50 })).toThrow(NotModeled);
    expect(() => job({ State__c: 'Sent', Share__c: 50 })).toThrow(NotModeled);
    expect(() => job({ Share__c: 50 })).not.toThrow();
  });
});

test('conditions on parts of texts; what hangs on capitals is refused', () => {
  org.run(() => {
    expect(() => job({ Name: 'overtime' })).toThrow('record-triggered flow Named on Job__c');
    expect(() => job({ Name: 'Overtime' })).toThrow('a comparison of Overtime with over');
    expect(() => job({ Name: 'undertime' })).not.toThrow();
  });
});

test('a flow of deletions lets saves alone', () => {
  org.run(() => {
    const record = job({ State__c: 'kept' });
    expect(() => org.dml('delete', [record])).toThrow('record-triggered flow OnDelete');
    org.dml('delete', [job({ State__c: 'open' })]);
  });
});

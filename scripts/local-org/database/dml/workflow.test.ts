/** Workflow rules ("Triggers and Order of Execution", Apex Developer Guide; "Evaluation Criteria", Salesforce Help). */
import type { SObjectRecord } from '../../records/sobject-record';
import { NotModeled } from '../../values/not-modeled';
import { fieldXml, objectXml, TestOrg } from '../testing';
import { triggerContext, type TriggerContext, type TriggerEvent } from './triggers';

const update = (name: string, field: string, how: string): string =>
  `<fieldUpdates><fullName>${name}</fullName><field>${field}</field>${how}</fieldUpdates>`;
const action = (name: string, type: string): string => `<actions><name>${name}</name><type>${type}</type></actions>`;
const rule = (name: string, when: string, criteria: string, actions: string): string =>
  `<rules><fullName>${name}</fullName>${actions}<active>true</active>${criteria}<triggerType>${when}</triggerType></rules>`;
const equals = (field: string, value: string): string =>
  `<criteriaItems><field>Order__c.${field}</field><operation>equals</operation><value>${value}</value></criteriaItems>`;

const text = fieldXml('Text', '<length>20</length>');
const metadata = {
  'objects/Order__c/Order__c.object-meta.xml': objectXml('Order'),
  'objects/Order__c/fields/State__c.field-meta.xml': text,
  'objects/Order__c/fields/Code__c.field-meta.xml': text,
  'objects/Order__c/fields/Note__c.field-meta.xml': text,
  'objects/Order__c/fields/Times__c.field-meta.xml': fieldXml('Number', '<precision>5</precision><scale>0</scale>'),
  'objects/Order__c/validationRules/Odd.validationRule-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Odd</fullName><active>true</active><errorConditionFormula>Note__c = "shipped"</errorConditionFormula><errorMessage>No</errorMessage></ValidationRule>`,
  'workflows/Order__c.workflow-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><Workflow xmlns="http://soap.sforce.com/2006/04/metadata">${[
    update('Copy', 'Code__c', '<formula>UPPER(Name)</formula><operation>Formula</operation>'),
    update('Ship', 'Note__c', '<literalValue>shipped</literalValue><operation>Literal</operation>'),
    update('Count', 'Times__c', '<formula>BLANKVALUE(Times__c, 0) + 1</formula><operation>Formula</operation>'),
    '<tasks><fullName>Call</fullName><assignedToType>owner</assignedToType><dueDateOffset>2</dueDateOffset><priority>High</priority><status>Not Started</status><subject>Call back</subject></tasks>',
    rule('Code', 'onCreateOnly', '<formula>TRUE</formula>', action('Copy', 'FieldUpdate')),
    rule(
      'Shipping',
      'onCreateOrTriggeringUpdate',
      equals('State__c', 'SENT, gone') + equals('Code__c', 'x') + '<booleanFilter>1 AND NOT 2</booleanFilter>',
      action('Ship', 'FieldUpdate') + action('Call', 'Task') + action('Mail', 'Alert')
    ),
    rule('Counting', 'onAllChanges', '<formula>ISCHANGED(State__c)</formula>', action('Count', 'FieldUpdate')),
    rule(
      'Later',
      'onAllChanges',
      equals('State__c', 'later'),
      '<workflowTimeTriggers><timeLength>1</timeLength></workflowTimeTriggers>'
    )
  ].join('')}</Workflow>`
};

let org: TestOrg;
beforeEach(() => {
  org = new TestOrg({ metadata });
});

function order(state: string): SObjectRecord {
  const record = org.record('Order__c', { Name: 'a1', State__c: state });
  org.dml('insert', [record]);
  return record;
}

function change(record: SObjectRecord, state: string): void {
  org.dml('update', [org.record('Order__c', { Id: record.id, State__c: state })]);
}

const read = (): string =>
  org
    .query('SELECT Code__c, Note__c, Times__c FROM Order__c')
    .map((row) => ['Code__c', 'Note__c', 'Times__c'].map((name) => String(row.get(name))).join(' '))
    .join();

test('a rule for new records sets a formula, and leaves later changes alone', () => {
  org.run(() => {
    const record = order('new');
    expect(read()).toBe('A1 null null');
    org.dml('update', [org.record('Order__c', { Id: record.id, Code__c: 'own' })]);
    expect(read()).toBe('own null null');
  });
});

test('a rule for triggering changes applies when its criteria come to be met; validation rules do not look again', () => {
  org.run(() => {
    const record = order('new');
    change(record, 'Gone');
    expect(read()).toBe('A1 shipped 1');
    const due = org.query("SELECT Subject, WhatId FROM Task WHERE ActivityDate = 2026-03-16 AND Priority = 'High'");
    expect(due.map((task) => [task.get('Subject'), task.get('WhatId')])).toEqual([['Call back', record.id]]);
    org.dml('update', [org.record('Order__c', { Id: record.id, Note__c: null })]);
    expect(read()).toBe('A1 null 1');
    expect(org.query('SELECT Id FROM Task')).toHaveLength(1);
  });
});

test('field updates run the update triggers once more, whose old values are those of before the save', () => {
  org.run(() => {
    const record = order('new');
    const log: string[] = [];
    const events: TriggerEvent[] = ['before update', 'after update'];
    const seen = (item: unknown): string =>
      `${String((item as SObjectRecord).get('State__c'))}/${String((item as SObjectRecord).get('Note__c'))}`;
    const note = ({ timing, oldList, newList }: TriggerContext): number =>
      log.push(`${timing} ${seen(oldList?.items[0])} ${seen(newList?.items[0])}`);
    const trigger = { name: 'Watcher', events, run: () => note(triggerContext() as TriggerContext) };
    org.database.useTriggers({ triggersOn: (name) => (name === 'Order__c' ? [trigger] : []) });
    change(record, 'sent');
    expect(log).toEqual([
      'before new/null sent/null',
      'after new/null sent/null',
      'before new/null sent/shipped',
      'after new/null sent/shipped'
    ]);
  });
});

test('what is not modelled is refused when the rule applies', () => {
  org.run(() => {
    const record = order('new');
    expect(() => change(record, 'later')).toThrow(NotModeled);
  });
});

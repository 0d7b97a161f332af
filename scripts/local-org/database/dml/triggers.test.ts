/** Expected behaviour: "Triggers" and "Bulk DML Exception Handling", Apex Developer Guide. */
import type { ApexException } from '../../values/exception';
import { DmlException } from '../../values/dml-exception';
import { QueryException } from '../../values/exceptions';
import { recordError } from '../../records/record-error';
import type { SObjectRecord } from '../../records/sobject-record';
import { TestOrg } from '../testing';
import { triggerContext, type TriggerContext, type TriggerEvent } from './triggers';

const EVENTS: TriggerEvent[] = [
  'before insert',
  'after insert',
  'before update',
  'after update',
  'before delete',
  'after delete',
  'after undelete'
];

let org: TestOrg;
let log: string[];

beforeEach(() => {
  org = new TestOrg();
  log = [];
});

/** Makes one trigger run on Account. */
function onAccount(run: (context: TriggerContext) => void, events: TriggerEvent[] = EVENTS): void {
  const trigger = { name: 'AccountTrigger', events, run: () => run(triggerContext() as TriggerContext) };
  org.database.useTriggers({ triggersOn: (name) => (name === 'Account' ? [trigger] : []) });
}

function records(context: TriggerContext): SObjectRecord[] {
  return (context.newList ?? context.oldList)?.items as SObjectRecord[];
}

const accounts = (count: number): SObjectRecord[] =>
  Array.from({ length: count }, (_, index) => org.record('Account', { Name: `A${index}` }));

test('text fields hold no empty text when triggers see them (Primitive Data Types)', () => {
  onAccount((context) => log.push(JSON.stringify(records(context)[0]!.get('Description'))), EVENTS.slice(0, 4));
  org.run(() => {
    const account = org.record('Account', { Name: 'A', Description: '' });
    org.dml('insert', [account]);
    account.set('Description', '');
    org.dml('update', [account]);
  });
  expect(log).toEqual(['null', 'null', 'null', 'null']);
});

test('context variables of each event (Trigger Context Variables)', () => {
  onAccount((context) => {
    const has = [context.newList, context.newMap, context.oldList, context.oldMap].map((list) => (list ? 'x' : '-'));
    log.push(`${context.timing} ${context.operation} ${has.join('')} ${context.size}`);
  });
  org.run(() => {
    const [account] = accounts(1);
    org.dml('insert', [account]);
    org.dml('update', [account]);
    org.dml('delete', [account]);
    org.dml('undelete', [account]);
  });
  expect(log).toEqual([
    'before insert x--- 1',
    'after insert xx-- 1',
    'before update xxxx 1',
    'after update xxxx 1',
    'before delete --xx 1',
    'after delete --xx 1',
    'after undelete xx-- 1'
  ]);
});

test('triggers see 200 records at a time', () => {
  onAccount((context) => log.push(String(context.size)), ['before insert']);
  org.run(() => org.dml('insert', accounts(450)));
  expect(log).toEqual(['200', '200', '50']);
});

test('a before trigger changes what is saved; an after trigger may only read', () => {
  onAccount(
    (context) => {
      for (const record of records(context)) {
        if (context.timing === 'before') record.set('Description', `${record.get('Name')}!`);
        else expect(() => record.set('Description', 'x')).toThrow('Record is read-only');
      }
    },
    ['before insert', 'after insert', 'before update', 'after update']
  );
  org.run(() => {
    const [account] = accounts(1);
    org.dml('insert', [account]);
    expect(account.isSet('Description')).toBe(false);
    org.dml('update', [org.record('Account', { Id: account.id, Name: 'B' })]);
    expect(org.column('SELECT Description FROM Account')).toEqual(['B!']);
  });
});

test('an update shows the whole record, old and new', () => {
  onAccount(
    (context) => {
      const [next] = context.newList?.items as SObjectRecord[];
      const [old] = context.oldList?.items as SObjectRecord[];
      log.push(`${old.get('Name')} ${old.get('Site')} > ${next.get('Name')} ${next.get('Site')}`);
    },
    ['before update']
  );
  org.run(() => {
    const account = org.record('Account', { Name: 'A', Site: 's' });
    org.dml('insert', [account]);
    org.dml('update', [org.record('Account', { Id: account.id, Name: 'B' })]);
  });
  expect(log).toEqual(['A s > B s']);
});

test('addError refuses the row with FIELD_CUSTOM_VALIDATION_EXCEPTION', () => {
  onAccount((context) =>
    records(context)[0].addError(recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No', ['Name']))
  );
  const insert = (): unknown => org.run(() => org.dml('insert', accounts(1)));
  expect(insert).toThrow(DmlException);
  expect(insert).toThrow(
    'Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, No: [Name]'
  );
});

test('partial success: the batch is tried again without the failed rows, which are undone', () => {
  onAccount(
    (context) => {
      log.push(`${context.timing} ${context.size}`);
      for (const record of records(context)) {
        const bad = record.get('Name') === 'A1' && context.timing === 'after';
        if (bad) record.addError(recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No'));
      }
    },
    ['before insert', 'after insert']
  );
  org.run(() => {
    const rows = org.dml('insert', accounts(3), { allOrNone: false });
    expect(rows.map((row) => row.failed)).toEqual([false, true, false]);
    expect(org.column('SELECT Name FROM Account ORDER BY Name')).toEqual(['A0', 'A2']);
  });
  expect(log).toEqual(['before 3', 'after 3', 'before 2', 'after 2']);
});

test('a row that fails at each of three attempts fails them all', () => {
  let round = 0;
  onAccount(
    (context) => {
      round += 1;
      records(context)[0].addError(recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', `round ${round}`));
    },
    ['before insert']
  );
  org.run(() => {
    const rows = org.dml('insert', accounts(5), { allOrNone: false });
    expect(rows.map((row) => row.errors[0].message)).toEqual([
      'round 1',
      'round 2',
      'round 3',
      'Too many batch retries in the presence of Apex triggers and partial failures.',
      'Too many batch retries in the presence of Apex triggers and partial failures.'
    ]);
    expect(org.query('SELECT Id FROM Account')).toEqual([]);
  });
});

test('an exception that leaves a trigger fails the statement', () => {
  onAccount(() => {
    throw new QueryException('bad');
  }, ['before insert']);
  let thrown: unknown;
  try {
    org.run(() => org.dml('insert', accounts(1)));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(DmlException);
  expect((thrown as ApexException).getMessage()).toMatch(
    /^Insert failed\. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AccountTrigger: execution of BeforeInsert\n\ncaused by: System\.QueryException: bad/
  );
});

test('records that a cascade deletes run no triggers (Trigger and Bulk Request Best Practices)', () => {
  const trigger = { name: 'ContactTrigger', events: EVENTS, run: () => log.push('ran') };
  org.run(() => {
    const [account] = accounts(1);
    org.dml('insert', [account]);
    org.dml('insert', [org.record('Contact', { LastName: 'c', AccountId: account.id })]);
    org.database.useTriggers({ triggersOn: (name) => (name === 'Contact' ? [trigger] : []) });
    org.dml('delete', [org.record('Account', { Id: account.id })]);
    expect(org.query('SELECT Id FROM Contact')).toEqual([]);
  });
  expect(log).toEqual([]);
});

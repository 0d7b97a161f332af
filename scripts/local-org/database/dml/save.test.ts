/** Expected outcomes are those of the platform; each block names where they are documented. */
import type { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { DmlException } from '../../values/dml-exception';
import { fieldXml, objectXml, TestOrg, TEST_NOW } from '../testing';

const metadata = {
  'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing'),
  'objects/Thing__c/fields/Code__c.field-meta.xml': fieldXml(
    'Text',
    '<length>10</length><unique>true</unique><caseSensitive>false</caseSensitive><externalId>true</externalId>'
  ),
  'objects/Thing__c/fields/Exact__c.field-meta.xml': fieldXml(
    'Text',
    '<length>10</length><unique>true</unique><caseSensitive>true</caseSensitive><externalId>true</externalId>'
  ),
  'objects/Thing__c/fields/Story__c.field-meta.xml': fieldXml('Html', '<length>1000</length>'),
  'objects/Thing__c/fields/Amount__c.field-meta.xml': fieldXml('Number', '<precision>16</precision><scale>2</scale>'),
  'objects/Thing__c/fields/Size__c.field-meta.xml': fieldXml(
    'Picklist',
    '<valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>Small</fullName><default>true</default><label>S</label></value><value><fullName>Large</fullName><default>false</default><label>L</label></value></valueSetDefinition></valueSet>'
  ),
  'objects/Thing__c/fields/Flag__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>true</defaultValue>'),
  'objects/Thing__c/fields/Number__c.field-meta.xml': fieldXml('AutoNumber', '<displayFormat>T-{0000}</displayFormat>'),
  'objects/Part__c/Part__c.object-meta.xml': objectXml('Part'),
  'objects/Part__c/fields/Thing__c.field-meta.xml': fieldXml(
    'MasterDetail',
    '<referenceTo>Thing__c</referenceTo><relationshipName>Parts</relationshipName>'
  ),
  'objects/Note__c/Note__c.object-meta.xml': objectXml('Note'),
  'objects/Note__c/fields/Thing__c.field-meta.xml': fieldXml(
    'Lookup',
    '<referenceTo>Thing__c</referenceTo><relationshipName>Notes</relationshipName>'
  )
};

let org: TestOrg;
beforeEach(() => {
  org = new TestOrg({ metadata });
});

function refusal(body: () => unknown): DmlException {
  try {
    org.run(body);
  } catch (error) {
    if (error instanceof DmlException) return error;
    throw error;
  }
  throw new Error('No DmlException was thrown.');
}

describe('insert', () => {
  test('sets Id, defaults, auto number, owner and audit fields (System Fields, Object Reference)', () => {
    org.run(() => {
      const thing = org.record('Thing__c', { Name: 'One' });
      org.dml('insert', [thing]);
      expect(thing.id).toMatch(/^a\d\d/);
      const [saved] = org.query('SELECT Size__c, Flag__c, Number__c, OwnerId, CreatedDate, IsDeleted FROM Thing__c');
      expect(saved.get('Size__c')).toBe('Small');
      expect(saved.get('Flag__c')).toBe(true);
      expect(saved.get('Number__c')).toBe('T-0001');
      expect(saved.get('OwnerId')).toBe(org.database.administratorId);
      expect((saved.get('CreatedDate') as ApexDatetime).milliseconds).toBe(TEST_NOW);
      expect(saved.get('IsDeleted')).toBe(false);
    });
  });

  test('a record without a name is named by its Id', () => {
    org.run(() => {
      const thing = org.record('Thing__c');
      org.dml('insert', [thing]);
      expect(org.column('SELECT Name FROM Thing__c')).toEqual([thing.id?.slice(0, 15)]);
    });
  });

  test('the record in memory gets its Id and nothing else (The Secret Life of an SObject: Defaults)', () => {
    org.run(() => {
      const thing = org.record('Thing__c', { Name: 'One' });
      org.dml('insert', [thing]);
      expect([...thing.values.keys()]).toEqual(['Name', 'Id']);
    });
  });

  test('text is trimmed and empty text is null (Primitive Data Types, String)', () => {
    org.run(() => {
      org.dml('insert', [org.record('Contact', { LastName: '  Two ', FirstName: '', Title: '\u00a0x' })]);
      const [saved] = org.query('SELECT LastName, FirstName, Name, Title FROM Contact');
      expect([saved.get('LastName'), saved.get('FirstName'), saved.get('Name')]).toEqual(['Two', null, 'Two']);
      expect(saved.get('Title')).toBe('\u00a0x');
    });
  });

  test('eighteen digits survive, and so do digits beyond the scale (help.salesforce.com 000387302)', () => {
    org.run(() => {
      const values = ['99999999999999.99', '0.005', '-1.235', '7'];
      org.dml(
        'insert',
        values.map((text) => org.record('Thing__c', { Amount__c: Decimal.literal(text) }))
      );
      const saved = org.column('SELECT Amount__c FROM Thing__c') as Decimal[];
      expect(saved.map((value) => value.toPlainString())).toEqual(['99999999999999.99', '0.005', '-1.235', '7.00']);
    });
  });

  test('markup of rich text is not stored as it is written, and how is not modelled', () => {
    const insert = (Story__c: string): unknown =>
      org.run(() => org.dml('insert', [org.record('Thing__c', { Story__c })]));
    insert('one and two');
    expect(() => insert('one & two')).toThrow('NotModeled: how markup is stored in Story__c');
  });

  test.each<[string, string, Record<string, unknown>, string, string, string[]]>([
    [
      'required field',
      'Contact',
      {},
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [LastName]',
      ['LastName']
    ],
    [
      'long text',
      'Contact',
      { LastName: 'x', FirstName: 'y'.repeat(41) },
      'STRING_TOO_LONG',
      `First Name: data value too large: ${'y'.repeat(41)} (max length=40)`,
      ['FirstName']
    ],
    [
      'e-mail',
      'Contact',
      { LastName: 'x', Email: 'no address' },
      'INVALID_EMAIL_ADDRESS',
      'Email: invalid email address: no address',
      ['Email']
    ],
    [
      'restricted picklist',
      'Thing__c',
      { Size__c: 'Medium' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Label of field: bad value for restricted picklist field: Medium',
      ['Size__c']
    ],
    [
      'number range',
      'Thing__c',
      { Amount__c: Decimal.literal('100000000000000') },
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Label of field: value outside of valid range on numeric field: 100000000000000',
      ['Amount__c']
    ],
    [
      'null checkbox',
      'Thing__c',
      { Flag__c: null },
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      'Label of field: value not of required type: ',
      ['Flag__c']
    ],
    [
      'reference to nothing',
      'Contact',
      { LastName: 'x', AccountId: '001000000000001AAA' },
      'INVALID_CROSS_REFERENCE_KEY',
      'invalid cross reference id',
      ['AccountId']
    ],
    [
      'reference of the wrong type',
      'Contact',
      { LastName: 'x', AccountId: '003000000000001AAA' },
      'FIELD_INTEGRITY_EXCEPTION',
      'Account ID: id value of incorrect type: 003000000000001AAA',
      ['AccountId']
    ]
  ])('refuses: %s (StatusCode, SOAP API Developer Guide)', (_, object, values, code, message, fields) => {
    const refused = refusal(() => org.dml('insert', [org.record(object, values)]));
    expect(refused.rows[0]).toMatchObject({ statusCode: code, message, fields, index: 0 });
    expect(refused.getMessage()).toBe(
      `Insert failed. First exception on row 0; first error: ${code}, ${message}: [${fields.join(', ')}]`
    );
  });

  test('an Id is refused', () => {
    const contact = org.record('Contact', { Id: '003000000000001AAA', LastName: 'x' });
    const refused = refusal(() => org.dml('insert', [contact]));
    expect(refused.rows[0]).toMatchObject({
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: 'cannot specify Id in an insert call'
    });
  });

  test('a unique value is found without case, also beyond ASCII; a case sensitive one with case', () => {
    org.run(() => {
      const [first] = org.dml('insert', [org.record('Thing__c', { Code__c: 'Élan', Exact__c: 'a' })]);
      const rows = org.dml(
        'insert',
        [org.record('Thing__c', { Code__c: 'éLAN' }), org.record('Thing__c', { Exact__c: 'A' })],
        { allOrNone: false }
      );
      expect(rows[0].errors[0]).toEqual({
        statusCode: 'DUPLICATE_VALUE',
        message: `duplicate value found: Code__c duplicates value on record with id: ${first.id?.slice(0, 15)}`,
        fields: []
      });
      expect(rows[1].failed).toBe(false);
    });
  });

  test('all or none: nothing stays, no Id is given, every failed row is told (DmlException methods)', () => {
    const records = [{ LastName: 'a' }, {}, { LastName: 'b', Email: 'x' }].map((values) =>
      org.record('Contact', values)
    );
    const refused = refusal(() => org.dml('insert', records));
    expect(refused.rows.map((row) => [row.index, row.statusCode])).toEqual([
      [1, 'REQUIRED_FIELD_MISSING'],
      [2, 'INVALID_EMAIL_ADDRESS']
    ]);
    expect(records.map((record) => record.id)).toEqual([null, null, null]);
    org.run(() => expect(org.query('SELECT Id FROM Contact')).toEqual([]));
  });

  test('partial success keeps the good rows (Database.insert, allOrNone false)', () => {
    org.run(() => {
      const rows = org.dml('insert', [org.record('Contact', {}), org.record('Contact', { LastName: 'b' })], {
        allOrNone: false
      });
      expect(rows.map((row) => row.failed)).toEqual([true, false]);
      expect(org.column('SELECT LastName FROM Contact')).toEqual(['b']);
    });
  });
});

describe('update', () => {
  test('changes what is set, leaves the rest, and stamps the change', () => {
    org.run(() => {
      const [{ id }] = org.dml('insert', [org.record('Contact', { LastName: 'a', FirstName: 'f', Title: 't' })]);
      org.clock.advance(60_000);
      org.dml('update', [org.record('Contact', { Id: id, LastName: 'b', Title: null })]);
      const [saved] = org.query('SELECT Name, Title, CreatedDate, LastModifiedDate FROM Contact');
      expect([saved.get('Name'), saved.get('Title')]).toEqual(['f b', null]);
      expect((saved.get('LastModifiedDate') as ApexDatetime).milliseconds).toBe(TEST_NOW + 60_000);
      expect((saved.get('CreatedDate') as ApexDatetime).milliseconds).toBe(TEST_NOW);
    });
  });

  test('unknown, deleted and missing Ids are refused', () => {
    org.run(() => {
      const [{ id }] = org.dml('insert', [org.record('Contact', { LastName: 'a' })]);
      org.dml('delete', [org.record('Contact', { Id: id })]);
      const rows = org.dml(
        'update',
        [
          org.record('Contact', { Id: id, LastName: 'b' }),
          org.record('Contact', { Id: '003000000000001AAA', LastName: 'b' }),
          org.record('Contact', { LastName: 'b' })
        ],
        { allOrNone: false }
      );
      expect(rows.map((row) => row.errors[0].statusCode)).toEqual([
        'ENTITY_IS_DELETED',
        'INVALID_CROSS_REFERENCE_KEY',
        'MISSING_ARGUMENT'
      ]);
      expect(rows[2].errors[0].message).toBe('Id not specified in an update call');
    });
  });

  test('the message of a refusal carries the Id', () => {
    let id: string | null = null;
    const refused = refusal(() => {
      [{ id }] = org.dml('insert', [org.record('Contact', { LastName: 'a' })]);
      org.dml('update', [org.record('Contact', { Id: id, LastName: null })]);
    });
    expect(refused.getMessage()).toBe(
      `Update failed. First exception on row 0 with id ${id}; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]`
    );
  });

  test('the same Id twice is refused', () => {
    org.run(() => {
      const [{ id }] = org.dml('insert', [org.record('Contact', { LastName: 'a' })]);
      const twice = [org.record('Contact', { Id: id }), org.record('Contact', { Id: id })];
      expect(() => org.dml('update', twice)).toThrow(`Duplicate id in list: ${id}`);
    });
  });
});

describe('upsert', () => {
  test('matches by external id without case and tells what was created (upsert, Apex Developer Guide)', () => {
    org.run(() => {
      org.dml('insert', [org.record('Thing__c', { Code__c: 'ABC', Name: 'old' })]);
      const externalId = org.database.schema.object('Thing__c')?.fields.get('code__c');
      const rows = org.dml(
        'upsert',
        [
          org.record('Thing__c', { Code__c: 'abc', Name: 'new' }),
          org.record('Thing__c', { Code__c: 'def', Name: 'x' })
        ],
        { externalId }
      );
      expect(rows.map((row) => row.created)).toEqual([false, true]);
      expect(org.column('SELECT Name FROM Thing__c ORDER BY Name')).toEqual(['new', 'x']);
    });
  });
});

describe('delete and undelete', () => {
  test('details go and come back with their master; lookups are cleared (Relationships Among Objects)', () => {
    org.run(() => {
      const [{ id }] = org.dml('insert', [org.record('Thing__c', { Name: 'master' })]);
      org.dml('insert', [org.record('Part__c', { Name: 'detail', Thing__c: id })]);
      org.dml('insert', [org.record('Note__c', { Name: 'note', Thing__c: id })]);
      org.dml('delete', [org.record('Thing__c', { Id: id })]);
      expect(org.column('SELECT Name FROM Part__c')).toEqual([]);
      expect(org.column('SELECT Name FROM Part__c WHERE IsDeleted = true ALL ROWS')).toEqual(['detail']);
      expect(org.column('SELECT Thing__c FROM Note__c')).toEqual([null]);
      org.dml('undelete', [org.record('Thing__c', { Id: id })]);
      expect(org.column('SELECT Thing__r.Name FROM Part__c')).toHaveLength(1);
    });
  });

  test('what is gone cannot be deleted again', () => {
    org.run(() => {
      const [{ id }] = org.dml('insert', [org.record('Account', { Name: 'a' })]);
      org.dml('delete', [org.record('Account', { Id: id })]);
      const [row] = org.dml('delete', [org.record('Account', { Id: id })], { allOrNone: false });
      expect(row.errors[0]).toMatchObject({ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' });
    });
  });
});

test('DML counts statements and rows (Execution Governors and Limits)', () => {
  expect(() =>
    org.run(() => {
      for (let count = 0; count < 151; count += 1) org.dml('insert', [org.record('Account', { Name: 'a' })]);
    })
  ).toThrow('Too many DML statements: 151');
  expect(() =>
    org.run(() => {
      const records = Array.from({ length: 10_001 }, () => org.record('Account', { Name: 'a' }));
      org.dml('insert', records);
    })
  ).toThrow('Too many DML rows: 10001');
});

import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../schema/model';
import { readRecord } from './record-reader';

const field = (name: string, changes: Partial<FieldDefinition> = {}): [string, FieldDefinition] => [
  name.toLowerCase(),
  {
    name,
    label: `${name} label`,
    type: 'STRING',
    custom: name.endsWith('__c'),
    nameField: false,
    ...changes
  } as FieldDefinition
];

const contact = {
  name: 'Contact',
  label: 'Contact',
  fields: new Map([
    field('Id', { type: 'ID' }),
    field('Name', { nameField: true }),
    field('MailingAddress', { type: 'ADDRESS' }),
    field('Score__c')
  ])
} as unknown as ObjectDefinition;

const schema = { byKeyPrefix: (prefix) => (prefix === '003' ? contact : undefined) } as SchemaModel;

describe('reading a record for its page', () => {
  it('asks for every field that has a plain value, and shows custom ones first', () => {
    const query = jest.fn().mockReturnValue([{ Id: '003', Name: 'Contact 0001', Score__c: 12.5 }]);
    expect(readRecord(schema, query, '003000000000001AAA')).toEqual({
      objectApiName: 'Contact',
      objectLabel: 'Contact',
      name: 'Contact 0001',
      fields: [
        { label: 'Score__c label', apiName: 'Score__c', value: '12.5' },
        { label: 'Id label', apiName: 'Id', value: '003' },
        { label: 'Name label', apiName: 'Name', value: 'Contact 0001' }
      ]
    });
    expect(query).toHaveBeenCalledWith('SELECT Score__c, Id, Name FROM Contact WHERE Id = :id', {
      id: '003000000000001AAA'
    });
  });

  it('finds nothing for an Id of no object, and for one of no record', () => {
    const query = jest.fn().mockReturnValue([]);
    expect(readRecord(schema, query, 'xyz')).toBeUndefined();
    expect(query).not.toHaveBeenCalled();
    expect(readRecord(schema, query, '003000000000009AAA')).toBeUndefined();
  });
});

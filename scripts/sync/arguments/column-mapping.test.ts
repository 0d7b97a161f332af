import { parseColumnToField } from './column-mapping';

test.each([
  ['Email=Email', { column: 'Email', field: 'Email' }],
  [' Score = Score__c ', { column: 'Score', field: 'Score__c' }],
  ['a=b=Field__c', { column: 'a=b', field: 'Field__c' }],
  [
    'Date & Time: (UTC)=When__c:DateTime',
    { column: 'Date & Time: (UTC)', field: 'When__c', type: { type: 'DATETIME' } }
  ],
  [
    'Score=Score__c:Number(16,2)',
    { column: 'Score', field: 'Score__c', type: { type: 'DOUBLE', precision: 16, scale: 2 } }
  ],
  ['x:Text(3)=Score__c : text ( 40 )', { column: 'x:Text(3)', field: 'Score__c', type: { type: 'STRING', length: 40 } }]
])('%s', (text, expected) => {
  expect(parseColumnToField(text, '--map')).toEqual(expected);
});

test('picklist values may hold any sign but the separator', () => {
  const { column, type } = parseColumnToField('Plan=Plan__c:Picklist(A = 1; B (new);C:D)', '--map');
  expect(column).toBe('Plan');
  expect(type).toMatchObject({ type: 'PICKLIST', restrictedPicklist: true });
  expect(type?.picklistValues?.map(({ value }) => value)).toEqual(['A = 1', 'B (new)', 'C:D']);
});

test.each([
  'Email',
  '=Email',
  'Email=',
  'Email=1st',
  'Email=Account.Name',
  'Email=Email:',
  'Score=Score__c:Number(16,2'
])('%s is not understood', (text) => {
  expect(() => parseColumnToField(text, '--map')).toThrow(`--map "${text}" is not understood. Write it as`);
});

test.each([
  ['Blob', 'There is no field type "Blob". Use one of Text(length)'],
  ['Text(0)', '"Text(0)" is no text type'],
  ['Text(256)', '"Text(256)" is no text type'],
  ['Text(x)', '"Text(x)" is no text type'],
  ['Number(19,0)', '"Number(19,0)" is no number type'],
  ['Number(2,3)', '"Number(2,3)" is no number type'],
  ['Number(x)', '"Number(x)" is no number type'],
  ['Number(4,y)', '"Number(4,y)" is no number type'],
  ['Number(4,1,1)', '"Number(4,1,1)" is no number type'],
  ['Picklist', '"Picklist" is no picklist type'],
  ['Picklist(A;;B)', '"Picklist(A;;B)" is no picklist type'],
  ['Picklist(A;A)', '"Picklist(A;A)" is no picklist type'],
  ['Date(3)', '"Date(3)" takes nothing in brackets']
])('the type %s is refused', (type, message) => {
  expect(() => parseColumnToField(`Column=Field__c:${type}`, '--map')).toThrow(message);
});

test.each([
  ['Text', { type: 'STRING', length: 255 }],
  ['Number', { type: 'DOUBLE', precision: 18, scale: 0 }],
  ['Number(5)', { type: 'DOUBLE', precision: 5, scale: 0 }],
  ['checkbox', { type: 'BOOLEAN', nillable: false, defaultValue: false }],
  ['Date', { type: 'DATE' }]
])('the type %s', (type, expected) => {
  expect(parseColumnToField(`Column=Field__c:${type}`, '--map').type).toEqual(expected);
});

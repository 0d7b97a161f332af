import { join } from 'node:path';
import { createFolder } from '../../insights-api/testing/report-fixture';
import { makeField, makeObject } from '../../local-org/schema/definitions';
import { joinSchema } from '../../local-org/schema/model-index';
import { parseColumnToField } from '../arguments/column-mapping';
import { readRecordsFile } from './records-file';
import { recordValues } from './record-values';
import { targetFields } from './target-fields';

const contact = makeObject({
  name: 'Contact',
  kind: 'standard',
  fields: [
    makeField({ name: 'Id', type: 'ID', createable: false }),
    makeField({ name: 'Email', type: 'EMAIL' }),
    makeField({ name: 'LastName', type: 'STRING' }),
    makeField({ name: 'CreatedDate', type: 'DATETIME', createable: false })
  ]
});
contact.keyPrefix = '003';
const schema = joinSchema([contact]);
const folders: { remove(): void }[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

function fileOf(content: string | Buffer): string {
  const folder = createFolder({ 'contacts.csv': content });
  folders.push(folder);
  return join(folder.folder, 'contacts.csv');
}

function load(content: string, ...mappings: string[]) {
  const records = readRecordsFile(fileOf(content));
  const target = targetFields(
    schema,
    'contact',
    records.fields,
    mappings.map((text) => parseColumnToField(text, '--map'))
  );
  return { target, values: recordValues(records, target) };
}

describe('the file', () => {
  test('is read with its lines', () => {
    const { fields, records } = readRecordsFile(fileOf('\ufeffEmail, LastName\r\n\r\na@example.com,"A\r\nB"\n"x",y'));
    expect(fields).toEqual(['Email', 'LastName']);
    expect(records).toEqual([
      { line: 3, cells: ['a@example.com', 'A\r\nB'] },
      { line: 5, cells: ['x', 'y'] }
    ]);
  });

  test.each([
    ['', 'is empty. Its first row has to name the fields'],
    ['Email,\na,b\n', 'has no field name in column 2 of its first row'],
    ['Email,email\na,b\n', 'names the field email twice in its first row'],
    ['Email,LastName\na@example.com\n', 'line 2 has 1 cells, its first row 2'],
    ['Email\n"never closed\n', 'is not a valid CSV file: line 2 opens a quote that is never closed. Correct the line.'],
    [Buffer.from('Email\nM\xfcller\n', 'latin1'), 'is not UTF-8 text. Save it as "CSV UTF-8".']
  ])('%j is refused', (content, message) => {
    const file = fileOf(content);
    expect(() => readRecordsFile(file)).toThrow(`${file} ${message}`);
  });

  test('that is missing is named', () => {
    expect(() => readRecordsFile('nowhere.csv')).toThrow('There is no file nowhere.csv. Check the path.');
  });
});

describe('fields', () => {
  test('the object lacks are created, with the type given or Text(255)', () => {
    const { target } = load('email,Old__c,Score__c\n', 'Score=Score__c:Number(5,1)', 'New=NEW__c', 'Again=new__C');
    expect(target.extraFields).toMatchObject([
      { object: 'Contact', name: 'Old__c', label: 'Old', type: 'STRING', length: 255 },
      { object: 'Contact', name: 'Score__c', type: 'DOUBLE', precision: 5, scale: 1 },
      { object: 'Contact', name: 'NEW__c', type: 'STRING', length: 255 }
    ]);
    expect(target.field('EMAIL').type).toBe('EMAIL');
    expect(target.field('score__c').scale).toBe(1);
  });

  test.each(['Emial', 'Two__Parts__c', '1st__c', 'Ends___c', `${'a'.repeat(41)}__c`, 'My Field__c'])(
    '%s can be no custom field',
    (name) => {
      expect(() => load(`${name}\n`)).toThrow(`Contact has no field ${name}. Correct the name, or end it in __c`);
    }
  );

  test('get one type, and a needless one is told', () => {
    expect(() => load('Email\n', 'A=F__c:Date', 'B=f__c:DateTime')).toThrow('The field f__c is given two types.');
    expect(load('Email\n', 'A=email:Text(5)').target.notes).toEqual([
      'Contact has the field email already; the type given for it is not used.'
    ]);
  });

  test('of an unknown object', () => {
    expect(() => targetFields(schema, 'Kontakt', [], [])).toThrow('There is no object Kontakt.');
  });
});

describe('values', () => {
  const types = ['Text(80)', 'Number(18,2)', 'Checkbox', 'Date', 'DateTime', 'Picklist(A;B)'];
  const mappings = types.map((type, index) => `C${index}=F${index}__c:${type}`);
  const header = types.map((_, index) => `F${index}__c`).join(',');

  test('have the type of their field', () => {
    const { values } = load(
      `${header}\n x ,12345678901234567.89, TRUE,2026-02-28,2026-02-28 10:30:00,A\n`,
      ...mappings
    );
    expect(
      JSON.parse(JSON.stringify(values[0], (_, value) => value?.toPlainString?.() ?? value?.toIsoString?.() ?? value))
    ).toMatchObject({
      F0__c: ' x ',
      F1__c: '12345678901234567.89',
      F2__c: true,
      F3__c: '2026-02-28',
      F5__c: 'A'
    });
    expect(values[0].F4__c).toMatchObject({ milliseconds: Date.parse('2026-02-28T10:30:00Z') });
  });

  test.each([
    ['2026-02-28', '2026-02-28T00:00:00Z'],
    ['2026-02-28T23:30Z', '2026-02-28T23:30:00Z'],
    ['2026-02-28T23:30:01.250+02:00', '2026-02-28T21:30:01.250Z'],
    ['2026-02-28 23:30:00-0130', '2026-03-01T01:00:00Z']
  ])('%s is a date-time', (text, expected) => {
    expect(load(`F4__c\n${text}\n`, ...mappings).values[0].F4__c).toMatchObject({ milliseconds: Date.parse(expected) });
  });

  test('of blank cells are none', () => {
    expect(load(`${header}\n, ,,,,\n`, ...mappings).values).toEqual([{}]);
  });

  test.each([
    ['F1__c', '1,5', 'a number such as 1234.5'],
    ['F1__c', '0x10', 'a number such as 1234.5'],
    ['F2__c', 'maybe', 'true or false'],
    ['F3__c', '2026-02-30', 'a date such as 2026-11-30'],
    ['F3__c', '28/02/2026', 'a date such as 2026-11-30'],
    ['F4__c', '2026-02-28T25:00', 'a date and time such as 2026-11-30T09:00:00Z']
  ])('%s %s is refused with its line', (field, text, expected) => {
    const quoted = `"${text}"`;
    expect(() => load(`${field}\n${quoted}\n`, ...mappings)).toThrow(
      `contacts.csv line 2, ${field}: "${text}" is not ${expected}. Correct the cell.`
    );
  });

  test('no record can be created with are refused by field', () => {
    expect(() => load('Email,CreatedDate\n')).toThrow(
      'names the field CreatedDate, which no record of Contact can be created with.'
    );
  });
});

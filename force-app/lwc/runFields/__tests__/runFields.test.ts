import { fieldLabel, fieldValue } from 'c/runFields';
import { runFields } from '../../runs/__tests__/fixtures';

describe('the fields of a run', () => {
  it('are called by their labels, or by API names where they are no more', () => {
    expect(fieldLabel(runFields, 'score__c')).toBe('Score');
    expect(fieldLabel(runFields, 'Gone__c')).toBe('Gone__c');
  });

  it('have values as people write them', () => {
    const born = [{ name: 'Birthdate', label: 'Birthdate', type: 'DATE' }];
    expect(fieldValue(runFields, 'Score__c', '1234567.125')).toBe('1,234,567.125');
    expect(fieldValue(runFields, 'Score__c', 'NaN?')).toBe('NaN?');
    expect(fieldValue(runFields, 'Seen__c', '2026-10-18T08:27:12.000Z')).toBe('Oct 18, 2026, 8:27:12 AM UTC');
    expect(fieldValue(born, 'Birthdate', '2026-10-18')).toBe('Oct 18, 2026');
    expect(fieldValue(runFields, 'Stage__c', '007')).toBe('007');
    expect(fieldValue(runFields, 'Gone__c', '007')).toBe('007');
  });
});
